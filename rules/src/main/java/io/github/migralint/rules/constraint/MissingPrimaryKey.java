package io.github.migralint.rules.constraint;

import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.LikeClause;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Suspicion;
import io.github.migralint.rules.engine.EngineWords;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.Ending;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A new table whose rows have no identity. */
public final class MissingPrimaryKey implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "missing-primary-key",
            "A table is created without a primary key or another key that admits no NULL.",
            Category.CONSTRAINT,
            Risk.MEDIUM,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void suspect(Step step, Consumer<Suspicion> report) {
        Optional<QualifiedName> name = step.statement() instanceof CreateTable create
                ? Optional.of(create).filter(MissingPrimaryKey::standsAlone).map(CreateTable::name)
                : filledFromQuery(step);
        Optional<Table> table = name.flatMap(created -> step.after().table(created))
                .filter(created -> created.persistence() != Persistence.TEMPORARY)
                .filter(created -> step.before().table(created.id()).isEmpty());
        table.ifPresent(created ->
                report.accept(new Suspicion(finding(step, name.orElseThrow(), created), end -> missed(end, created))));
    }

    /** Whether its shape is all its own. */
    private static boolean standsAlone(CreateTable create) {
        return create.partitionOf().isEmpty()
                && create.foreignServer().isEmpty()
                && create.inherits().isEmpty()
                && create.elements().stream().noneMatch(LikeClause.class::isInstance);
    }

    private static Optional<QualifiedName> filledFromQuery(Step step) {
        return step.statement() instanceof CreateTableAs create && !create.materializedView()
                ? Optional.of(create.name())
                : Optional.empty();
    }

    private static boolean missed(Schema end, Table table) {
        return Ending.table(end, table)
                .filter(now -> now.partitionOf().isEmpty())
                .filter(now -> now.primaryKey().isEmpty())
                .filter(now -> end.indexesOf(now.id()).stream().noneMatch(index -> identifies(now, index)))
                .isPresent();
    }

    private static boolean identifies(Table table, Index index) {
        List<ObjectId> columns = Ending.columns(index);
        return index.unique()
                && index.predicate().isEmpty()
                && !index.hasExpressions()
                && columns.stream()
                        .allMatch(id -> table.column(id).filter(Column::notNull).isPresent());
    }

    private static Finding finding(Step step, QualifiedName name, Table created) {
        String table = name.name();
        boolean partitioned = created.kind() == Table.Kind.PARTITIONED;
        Span head = new Span(step.statement().span().start(), name.span().end());
        var finding = Finding.at(step, INFO, head)
                .risk(partitioned ? Risk.LOW : Risk.MEDIUM)
                .object(name.toString())
                .label("rows of " + table + " have no identity")
                .message("Table " + table + " has no primary key: two rows can be alike in all columns, "
                        + EngineWords.of(step).withoutKey() + ".");
        return partitioned
                ? finding.instead(
                                "in the table; a key of a partitioned table holds its partition columns",
                                "PRIMARY KEY (id, …)")
                        .build()
                : finding.instead(
                                "in the table, where no column identifies a row by itself",
                                EngineWords.of(step).wideKey("id"))
                        .instead("or, for pairs", "PRIMARY KEY (…, …)")
                        .build();
    }
}
