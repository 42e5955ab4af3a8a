package io.github.migralint.rules.text;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.history.Step;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Relation;
import io.github.migralint.source.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Says how it is known, from the history, that a table or column matters. */
public final class Known {
    private Known() {}

    /** Why a relation is taken for one that serves clients. */
    public static String relation(Step step, QualifiedName name) {
        Optional<Relation> relation = step.before().relation(name).found();
        if (relation.isPresent()) {
            return name.name() + existsSince(relation.get().origin());
        }
        int history = step.release().history();
        if (history == 0) {
            return name.name() + " is unknown: no history was found, so it is taken for a big and busy table";
        }
        return name.name()
                + (history == 1 ? " is not in the one migration" : " is in none of the " + history + " migrations")
                + " before: taken for a big and busy table";
    }

    /** The same for the relation of an effect. */
    public static String relation(Step step, RelationKey key) {
        Span nowhere = new Span(0, 0);
        List<Identifier> parts = Arrays.stream(key.name().split("\\.", 2))
                .map(part -> new Identifier(part, true, nowhere))
                .toList();
        return relation(step, new QualifiedName(parts, nowhere));
    }

    /** What the history knows about the type of a column: {@code total is numeric(10,2) since V7__orders.sql:12}. */
    public static String type(Step step, QualifiedName table, String column) {
        Optional<Column> found = step.before().table(table).flatMap(t -> t.column(column));
        Optional<String> type = found.flatMap(Column::type).map(Object::toString);
        if (type.isEmpty()) {
            return "the present type of " + column + " is unknown: " + relation(step, table);
        }
        Origin since = found.orElseThrow().typeOrigin();
        return column + " is " + type.get() + (since.migration() < 0 ? "" : " since " + since.shortForm());
    }

    /** {@code " exists since V1__orders.sql:3"}, or that it was there before. */
    private static String existsSince(Origin origin) {
        return origin.migration() < 0
                ? " was there before the history begins"
                : " exists since " + origin.shortForm() + " and serves the running release";
    }
}
