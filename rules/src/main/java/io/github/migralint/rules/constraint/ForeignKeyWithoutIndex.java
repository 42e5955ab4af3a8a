package io.github.migralint.rules.constraint;

import io.github.migralint.ast.Persistence;
import io.github.migralint.history.Step;
import io.github.migralint.history.TableSizes;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Suspicion;
import io.github.migralint.rules.facts.Ending;
import io.github.migralint.rules.facts.NewConstraint;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.KnownConstraint;
import io.github.migralint.rules.text.Runner;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Constraint.Kind;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A foreign key whose columns no index finds: each deleted parent row reads the whole child table. */
public final class ForeignKeyWithoutIndex implements Rule {
    private static final Set<String> ACTS_ON_ROWS = Set.of("CASCADE", "SET NULL", "SET DEFAULT");
    private static final Set<String> METHODS = Set.of("btree", "hash");
    private static final RuleInfo INFO = new RuleInfo(
            "foreign-key-without-index",
            "No index finds the rows of a foreign key, so each deleted parent row reads the whole table.",
            Category.CONSTRAINT,
            Risk.MEDIUM,
            true,
            List.of("postgresql"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void suspect(Step step, Consumer<Suspicion> report) {
        for (NewConstraint added : NewConstraint.of(step)) {
            Table table = added.table();
            boolean small = step.deployment().tables().of(table.name()) == TableSizes.Size.SMALL;
            boolean asked = added.constraint().kind() == Kind.FOREIGN_KEY
                    && table.persistence() != Persistence.TEMPORARY
                    && table.partitionOf().isEmpty()
                    && !small;
            if (asked) {
                report.accept(new Suspicion(finding(step, added), end -> missed(end, added)));
            }
        }
    }

    private static boolean missed(Schema end, NewConstraint added) {
        List<ObjectId> columns = added.constraint().columns();
        return Ending.table(end, added.table())
                .filter(table -> added.in(table).isPresent())
                .filter(table -> table.partitionOf().isEmpty())
                .filter(table -> end.indexesOf(table.id()).stream().noneMatch(index -> finds(table, index, columns)))
                .isPresent();
    }

    /** The columns come first in the index, in any order, and its condition leaves out no more than NULL. */
    private static boolean finds(Table table, Index index, List<ObjectId> columns) {
        int count = columns.size();
        if (!METHODS.contains(index.method()) || index.parts().size() < count) {
            return false;
        }
        Set<ObjectId> leading = new HashSet<>();
        index.parts().subList(0, count).forEach(part -> part.column().ifPresent(leading::add));
        return leading.equals(Set.copyOf(columns))
                && index.predicate()
                        .map(condition -> condition
                                .normalized()
                                .equalsIgnoreCase(KnownConstraint.columns(table, columns) + " is not null"))
                        .orElse(true);
    }

    private static Finding finding(Step step, NewConstraint added) {
        String table = added.name().name();
        String parent = KnownConstraint.parent(step.after(), added.constraint());
        String columns =
                KnownConstraint.columns(added.table(), added.constraint().columns());
        String action =
                added.constraint().foreignKey().map(key -> key.onDelete()).orElse("");
        boolean serving = added.serving(step);
        boolean rowsFollow = ACTS_ON_ROWS.contains(action);
        boolean parentServing = added.constraint()
                .foreignKey()
                .flatMap(ForeignKey::table)
                .map(id -> step.before().table(id).isPresent() && Serving.clients(step, id))
                .orElse(true);
        var finding = Finding.at(step, INFO, added.place())
                .risk(parentServing || rowsFollow ? Risk.MEDIUM : Risk.LOW)
                .object(added.name() + "." + columns.replace(", ", "_"))
                .label("each DELETE in " + parent + " reads all of " + table)
                .message("No index of " + table + " begins with " + columns + ", so each row that is deleted from "
                        + parent + " reads the whole table"
                        + (rowsFollow ? " to carry out ON DELETE " + action : " to see whether the key is in use")
                        + ".")
                .blocks("each DELETE of a row of " + parent + ", and each UPDATE of its key, for one scan of " + table
                        + ", with the lock on the parent row held meanwhile");
        String index = step.quote(table + "_" + columns.replace(", ", "_") + "_idx");
        String on = " ON " + Sql.name(step, added.name()) + " ("
                + KnownConstraint.quoted(step, added.table(), added.constraint().columns()) + ");";
        return serving
                ? finding.instead(Runner.alone(step), "CREATE INDEX CONCURRENTLY " + index + on)
                        .build()
                : finding.instead("in this migration: the table is new", "CREATE INDEX " + index + on)
                        .build();
    }
}
