package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.FunctionCall;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.SetVariable;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Settings of the session that change what names mean. */
final class Sessions {
    private final Change change;

    Sessions(Change change) {
        this.change = change;
    }

    void set(SetVariable statement) {
        if (statement.name().equals("search_path")) {
            boolean named = !statement.reset() && !statement.values().isEmpty();
            change.schema().searchPath(named ? Optional.of(schemas(statement.values())) : Optional.empty());
        } else if (statement.reset() && statement.name().equals("all")) {
            change.schema().searchPath(Optional.empty());
        }
    }

    /** The schema named after the user is hardly ever there. */
    private static List<String> schemas(List<String> values) {
        return values.stream()
                .map(String::strip)
                .filter(schema -> !schema.isEmpty() && !schema.equals("$user"))
                .toList();
    }

    /** {@code SELECT set_config('search_path', …)}, as dumps begin. */
    void select(Select statement) {
        for (FunctionCall call : statement.calls()) {
            if (call.function().name().equals("set_config") && call.arguments().size() >= 2) {
                Optional<String> name = literal(call.arguments().get(0));
                Optional<String> value = literal(call.arguments().get(1));
                if (name.filter("search_path"::equalsIgnoreCase).isPresent() && value.isPresent()) {
                    change.schema().searchPath(Optional.of(schemas(split(value.get()))));
                }
            }
        }
    }

    private static Optional<String> literal(Expression argument) {
        Token first = argument.tokens().get(0);
        return first.kind() == TokenKind.STRING ? Optional.of(Words.string(first.text())) : Optional.empty();
    }

    private static List<String> split(String path) {
        var schemas = new ArrayList<String>();
        for (String part : path.split(",", -1)) {
            String name = part.strip();
            boolean quoted = name.length() > 1 && name.startsWith("\"");
            schemas.add(quoted ? name.substring(1, name.length() - 1) : name.toLowerCase(Locale.ROOT));
        }
        return schemas;
    }
}
