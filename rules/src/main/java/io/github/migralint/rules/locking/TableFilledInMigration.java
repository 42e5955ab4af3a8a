package io.github.migralint.rules.locking;

import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Query;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.EngineWords;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.facts.TableSize;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Sql;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A new table or materialized view is filled by the statement that makes it, from tables in use. */
public final class TableFilledInMigration implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "table-filled-in-migration",
            "A table or materialized view is filled from tables in use by the statement that makes it.",
            Category.LOCKING,
            Risk.LOW,
            false,
            Engines.ALL);

    private static final Pattern EMPTY =
            Pattern.compile(".*\\b(limit 0|where (false|0|1 ?= ?0|0 ?= ?1|1 ?<> ?1|1 ?= ?2))\\s*;?\\s*");

    /**
     * What is made, and how it is filled.
     *
     * @param name the new relation
     * @param query what fills it
     * @param view whether it is a materialized view
     */
    private record Filling(QualifiedName name, Query query, boolean view) {}

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        Optional<Filling> filling = filling(step).filter(found -> !findsNothing(step, found.query()));
        if (filling.isEmpty()) {
            return;
        }
        List<QualifiedName> sources = filling.get().query().relations().stream()
                .filter(source -> Serving.clients(step, source))
                .filter(source -> !TableSize.of(step, source).small())
                .toList();
        if (!sources.isEmpty()) {
            report.accept(finding(step, filling.get(), sources));
        }
    }

    private static Optional<Filling> filling(Step step) {
        return switch (step.statement()) {
            case CreateTableAs create
            when create.withData() && create.persistence() != Persistence.TEMPORARY ->
                Optional.of(new Filling(create.name(), create.query(), create.materializedView()));
            case CreateTable create
            when create.persistence() != Persistence.TEMPORARY ->
                create.query().map(query -> new Filling(create.name(), query, false));
            default -> Optional.empty();
        };
    }

    /** Whether the query is there for its columns only. */
    private static boolean findsNothing(Step step, Query query) {
        return EMPTY.matcher(Sql.text(step, query.span()).toLowerCase(Locale.ROOT))
                .matches();
    }

    private static Finding finding(Step step, Filling filling, List<QualifiedName> sources) {
        String from = String.join(
                ", ", sources.stream().map(QualifiedName::toString).distinct().toList());
        var finding = Finding.at(step, INFO, Clause.words(step, step.statement().span(), filling.view() ? 3 : 2))
                .object(filling.name().toString())
                .label("runs its whole query over " + from + " inside the migration")
                .message("The migration, and the release behind it, waits until the query of " + filling.name()
                        + " over " + from + " has run and every row is written.")
                .because(Known.relation(step, sources.getFirst()));
        if (EngineWords.of(step).takesBackSchemaChanges()) {
            postgresql(step, filling, finding);
        } else {
            mysql(step, filling, finding);
        }
        return finding.build();
    }

    private static void postgresql(Step step, Filling filling, Finding.Builder finding) {
        String text = Sql.text(step, step.statement().span()).replaceFirst("(?i)\\s+with\\s+data$", "");
        String name = Sql.name(step, filling.name());
        finding.instead("here, without rows", text + " WITH NO DATA;");
        if (filling.view()) {
            finding.instead("then outside of the migration", "REFRESH MATERIALIZED VIEW " + name + ";")
                    .note("Queries of a materialized view that was never filled fail until then.");
        } else {
            finding.instead(
                            "then in batches, each committed",
                            "INSERT INTO " + name + " "
                                    + Sql.text(step, filling.query().span()) + " /* one range */;")
                    .note("A table that is made from a query has no keys, no defaults and no NOT NULL.");
        }
        if (step.transaction().open()) {
            finding.note("Locks that the transaction holds already stay until the query has run.");
        }
    }

    private static void mysql(Step step, Filling filling, Finding.Builder finding) {
        String name = Sql.name(step, filling.name());
        List<QualifiedName> sources = filling.query().relations();
        finding.instead(
                        "here, without rows",
                        sources.size() == 1
                                ? "CREATE TABLE " + name + " LIKE " + Sql.name(step, sources.getFirst()) + ";"
                                : "CREATE TABLE " + name + " (/* columns and keys */);")
                .instead(
                        "then in batches, each committed",
                        "INSERT INTO " + name + " "
                                + Sql.text(step, filling.query().span()) + " /* one range */;")
                .note("A table that is made from a query has no keys and no indexes but those that are written.");
    }
}
