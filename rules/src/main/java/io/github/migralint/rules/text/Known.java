package io.github.migralint.rules.text;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Reason;
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
    public static Reason relation(Step step, QualifiedName name) {
        Optional<Relation> relation = step.before().relation(name).found();
        if (relation.isPresent()) {
            return existsSince(name.name(), relation.get().origin());
        }
        int history = step.release().history();
        if (history == 0) {
            return Reason.of(
                    name.name() + " is unknown: no history was found, so it is taken for a big and busy table");
        }
        return Reason.of(name.name()
                + (history == 1 ? " is not in the one migration" : " is in none of the " + history + " migrations")
                + " before: taken for a big and busy table");
    }

    /** The same for the relation of an effect. */
    public static Reason relation(Step step, RelationKey key) {
        Span nowhere = new Span(0, 0);
        List<Identifier> parts = Arrays.stream(key.name().split("\\.", 2))
                .map(part -> new Identifier(part, true, nowhere))
                .toList();
        return relation(step, new QualifiedName(parts, nowhere));
    }

    /** What the history knows about the type of a column: {@code total is numeric(10,2) since V7__orders.sql:12}. */
    public static Reason type(Step step, QualifiedName table, String column) {
        Optional<Column> found = step.before().table(table).flatMap(t -> t.column(column));
        Optional<String> type = found.flatMap(Column::type).map(Object::toString);
        if (type.isEmpty()) {
            return relation(step, table).after("the present type of " + column + " is unknown: ");
        }
        return since(
                column + " is " + type.get(), found.orElseThrow().typeOrigin(), column + " was given its type here");
    }

    /**
     * Something that holds since a statement of the history, or, if it was there before, something that holds.
     *
     * @param what {@code total_idx is an index of orders}
     * @param here what a link to the statement says: {@code total_idx was created here}
     */
    public static Reason since(String what, Origin origin, String here) {
        return origin.migration() < 0 ? Reason.of(what) : Reason.at(what + " since ", origin, here);
    }

    /** {@code orders exists since V1__orders.sql:3}, or that it was there before. */
    private static Reason existsSince(String name, Origin origin) {
        return origin.migration() < 0
                ? Reason.of(name + " was there before the history begins")
                : since(name + " exists", origin, name + " was created here").and(" and serves the running release");
    }
}
