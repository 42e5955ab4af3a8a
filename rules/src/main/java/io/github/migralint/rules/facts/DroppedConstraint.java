package io.github.migralint.rules.facts;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.history.Step;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Constraint.Kind;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A constraint that a step takes from a table which serves clients, and that was there before the release.
 *
 * @param alter the statement
 * @param name its name
 * @param table its table; as far as it is told by this statement, where the history did not know it
 * @param constraint what it is, where the history knows it
 * @param place the clause that drops it
 */
public record DroppedConstraint(
        AlterTable alter, String name, Optional<Table> table, Optional<Constraint> constraint, Span place) {
    /** Those that a step drops, in order. */
    public static List<DroppedConstraint> of(Step step) {
        if (!(step.statement() instanceof AlterTable alter)
                || !Serving.clients(step, alter.name())
                || Following.dropsTable(step, alter.name())) {
            return List.of();
        }
        Optional<Table> table =
                step.before().table(alter.name()).or(() -> step.after().table(alter.name()));
        var dropped = new ArrayList<DroppedConstraint>();
        for (Named drop : named(alter, table)) {
            Optional<Constraint> constraint = table.flatMap(t -> t.constraint(drop.name()));
            boolean skipped = constraint.isEmpty()
                    && table.filter(Table::complete)
                            .filter(t -> !step.before().uncertain(t.name()))
                            .isPresent();
            boolean isNew =
                    constraint.filter(c -> step.release().includes(c.origin())).isPresent();
            if (!skipped && !isNew) {
                dropped.add(new DroppedConstraint(alter, drop.name(), table, constraint, drop.place()));
            }
        }
        return dropped;
    }

    /** A name with the clause that drops it. */
    private record Named(String name, Span place) {}

    /** What is dropped as a constraint, and unique indexes, which are constraints too where both have one name. */
    private static List<Named> named(AlterTable alter, Optional<Table> table) {
        var named = new ArrayList<Named>();
        for (AlterAction action : alter.actions()) {
            if (action instanceof AlterAction.DropConstraint drop) {
                named.add(new Named(drop.name().value(), drop.span()));
            } else if (action instanceof MysqlAction.DropIndex drop
                    && table.flatMap(known -> known.constraint(drop.index().value()))
                            .filter(key -> key.kind() == Kind.UNIQUE)
                            .isPresent()) {
                named.add(new Named(drop.index().value(), drop.span()));
            }
        }
        return named;
    }

    /** Whether it is the primary key: by the history, or else by the name that keys go by. */
    public boolean isPrimaryKey() {
        String folded = name.toLowerCase(Locale.ROOT);
        return constraint
                .map(known -> known.kind() == Kind.PRIMARY_KEY)
                .orElse(folded.equals("primary")
                        || folded.endsWith("_pkey")
                        || folded.endsWith("_pk")
                        || folded.startsWith("pk_"));
    }

    /** Its table as it is at the end of the history, if it is still there. */
    public Optional<Table> atTheEnd(Schema end) {
        return Ending.table(end, table, alter.name());
    }
}
