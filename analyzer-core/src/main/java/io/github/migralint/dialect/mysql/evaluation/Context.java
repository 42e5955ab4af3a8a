package io.github.migralint.dialect.mysql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.dialect.procedural.Variables;
import io.github.migralint.schema.Schema;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Locale;

/** What expressions can ask for: the schema, the variables of a program, those of the session. */
final class Context {
    private final Schema schema;
    private final Variables variables;
    private final Queries queries;

    Context(Schema schema, Variables variables) {
        this.schema = schema;
        this.variables = variables;
        this.queries = new Queries(schema, this);
    }

    Queries queries() {
        return queries;
    }

    /** A variable of the session or the server. */
    Term variable(Token token) {
        String text = token.text();
        return text.startsWith("@@") ? Term.unknown() : scope -> sessionVariable(SessionNames.variable(text));
    }

    /** One that was never set is NULL. */
    private Datum sessionVariable(String name) {
        return schema.sessionValue(name).map(kept -> value(name, kept)).orElse(Datum.NULL);
    }

    private Datum value(String name, String kept) {
        return SessionNames.texts(schema, name).stream()
                .map(Datum::text)
                .reduce(Datum::either)
                .orElseGet(() -> Datum.of(SessionNames.read(kept)));
    }

    /** A variable or parameter of the program. */
    Datum local(List<String> parts) {
        return variables
                .value(String.join(".", parts).toLowerCase(Locale.ROOT))
                .map(Datum::of)
                .orElse(Datum.UNKNOWN);
    }

    Term call(String function, List<Term> arguments) {
        if (function.equals("database") || function.equals("schema")) {
            return scope -> database();
        }
        return scope -> Functions.call(
                function, arguments.stream().map(term -> term.in(scope)).toList());
    }

    private Datum database() {
        return schema.searchPath().isEmpty()
                ? Datum.of(Value.UNKNOWN)
                : InformationSchema.database(schema.searchPath().getFirst());
    }
}
