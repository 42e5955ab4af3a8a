package io.github.migralint.rules.constraint;

import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Suspicion;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.Ending;
import io.github.migralint.rules.facts.NewConstraint;
import io.github.migralint.rules.text.KnownConstraint;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A foreign key points at columns in which several rows may hold the same values. */
public final class ForeignKeyToNonuniqueKey implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "foreign-key-to-nonunique-key",
            "A foreign key points at columns that no unique key keeps apart.",
            Category.CONSTRAINT,
            Risk.HIGH,
            true,
            List.of(Engines.MYSQL));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void suspect(Step step, Consumer<Suspicion> report) {
        for (NewConstraint added : NewConstraint.of(step)) {
            if (loose(step.after(), added.constraint())) {
                report.accept(new Suspicion(
                        finding(step, added),
                        end -> Ending.table(end, added.table())
                                .flatMap(added::in)
                                .filter(key -> loose(end, key))
                                .isPresent()));
            }
        }
    }

    private static boolean loose(Schema schema, Constraint constraint) {
        Optional<Table> parent = parent(schema, constraint);
        List<ObjectId> columns = columns(constraint);
        return parent.filter(Table::complete).isPresent()
                && !columns.isEmpty()
                && columns.stream().allMatch(id -> parent.get().column(id).isPresent())
                && schema.indexesOf(parent.get().id()).stream().noneMatch(index -> keepsApart(index, columns));
    }

    private static Optional<Table> parent(Schema schema, Constraint constraint) {
        return constraint.foreignKey().flatMap(ForeignKey::table).flatMap(schema::table);
    }

    private static List<ObjectId> columns(Constraint constraint) {
        return constraint.foreignKey().map(ForeignKey::columns).orElse(List.of());
    }

    private static boolean keepsApart(Index index, List<ObjectId> columns) {
        List<ObjectId> own = Ending.columns(index);
        return index.unique() && own.size() == columns.size() && own.containsAll(columns);
    }

    private static Finding finding(Step step, NewConstraint added) {
        Table parent = parent(step.after(), added.constraint()).orElseThrow();
        String parentName = parent.name().name();
        String columns = KnownConstraint.quoted(step, parent, columns(added.constraint()));
        return Finding.at(step, INFO, added.place())
                .object(added.name() + "." + added.constraint().name())
                .label("several rows of " + parentName + " may have the same " + columns)
                .message("The foreign key " + added.constraint().name() + " of " + added.name() + " points at "
                        + parentName
                        + " (" + columns
                        + "), which no primary or unique key holds: which row is meant is open, CASCADE"
                        + " acts when one of them goes, and MySQL 8.4 and later refuse it (6125).")
                .because("the keys of " + parentName + " in the history are over other columns")
                .instead(
                        "where the columns identify a row: a key first",
                        "ALTER TABLE " + step.quote(parentName) + " ADD UNIQUE (" + columns
                                + "), ALGORITHM=INPLACE, LOCK=NONE;")
                .instead("else", "-- point at the primary key of " + parentName)
                .build();
    }
}
