package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.effect.Work;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Reason;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.LockedWork;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Blocked;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.NotNullRecipe;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A primary key takes over an index that is ready, and still reads every row because a column may be NULL. */
public final class NullablePrimaryKeyIndex implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "nullable-primary-key-index",
            "PRIMARY KEY USING INDEX over a column that may be NULL reads every row while everybody waits.",
            Category.LOCKING,
            Risk.HIGH,
            true,
            List.of("postgresql"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!(step.statement() instanceof AlterTable alter)) {
            return;
        }
        for (AlterAction action : alter.actions()) {
            if (action instanceof AlterAction.AddConstraint add
                    && add.constraint().kind() == TableConstraint.Kind.PRIMARY_KEY) {
                add.constraint().usingIndex().ifPresent(index -> check(step, alter, index, add.span(), report));
            }
        }
    }

    private static void check(Step step, AlterTable alter, Identifier name, Span clause, Consumer<Finding> report) {
        Optional<Index> index = index(step, alter, name);
        List<Column> nullable = index.map(found -> nullable(step, found)).orElse(List.of());
        Optional<LockedWork> work = LockedWork.scan(step, clause);
        if (work.isPresent() && !nullable.isEmpty()) {
            report.accept(scanned(step, alter, nullable, clause, work.get()));
        } else if (index.isEmpty() && Serving.clients(step, alter.name())) {
            report.accept(unknown(step, alter, name, clause));
        }
    }

    private static Optional<Index> index(Step step, AlterTable alter, Identifier name) {
        QualifiedName unqualified = QualifiedName.of(name);
        return step.before()
                .table(alter.name())
                .flatMap(table -> step.before().indexesOf(table.id()).stream()
                        .filter(index -> index.name().name().equals(name.value()))
                        .findFirst())
                .or(() -> step.before().index(unqualified));
    }

    private static List<Column> nullable(Step step, Index index) {
        Optional<Table> table = step.before().table(index.table());
        return index.parts().stream()
                .flatMap(part -> part.column().stream())
                .flatMap(id -> table.flatMap(t -> t.column(id)).stream())
                .filter(column -> !column.notNull())
                .toList();
    }

    private static Finding scanned(Step step, AlterTable alter, List<Column> nullable, Span clause, LockedWork work) {
        String table = alter.name().toString();
        String names = String.join(", ", nullable.stream().map(Column::name).toList());
        boolean typed = nullable.stream().allMatch(column -> column.type().isPresent());
        var finding = Finding.at(step, INFO, clause)
                .risk(typed ? Risk.HIGH : Risk.MEDIUM)
                .object(table + "." + names)
                .label(names + " may be NULL: " + Blocked.label(work.lock(), table, Work.SCAN))
                .message("The primary key of " + table + " makes " + names + " NOT NULL on the way, which reads every"
                        + " row under " + work.lock().words() + " although the index is ready.")
                .with(Blocked.during(step, work, table))
                .because(
                        typed
                                ? Known.relation(step, alter.name()).after(names + " may be NULL: ")
                                : Reason.of(unknownColumns(names)));
        nullable.forEach(column -> NotNullRecipe.add(step, alter.name(), column.name(), finding));
        return finding.instead("last, in an instant", Sql.text(step, alter.span()) + ";")
                .build();
    }

    private static String unknownColumns(String names) {
        return "the history does not show whether " + names + " may be NULL";
    }

    private static Finding unknown(Step step, AlterTable alter, Identifier index, Span clause) {
        String table = alter.name().toString();
        return Finding.at(step, INFO, clause)
                .risk(Risk.MEDIUM)
                .object(table + "." + index.value())
                .label("reads every row under ACCESS EXCLUSIVE unless all columns of " + index.value()
                        + " are NOT NULL")
                .message("The primary key of " + table + " makes the columns of " + index.value()
                        + " NOT NULL on the way; where one may be NULL, every row is read while everybody waits.")
                .because("the history does not show the columns of " + index.value())
                .instead(
                        "earlier, for each column that may be NULL",
                        "-- the recipe of not-null-scan: migralint explain not-null-scan")
                .instead("then, in an instant", Sql.text(step, alter.span()) + ";")
                .build();
    }
}
