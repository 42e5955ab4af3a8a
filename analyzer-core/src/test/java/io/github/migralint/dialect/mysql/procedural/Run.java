package io.github.migralint.dialect.mysql.procedural;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.dialect.Engine;
import io.github.migralint.dialect.Script;
import io.github.migralint.dialect.Version;
import io.github.migralint.dialect.mysql.Flavor;
import io.github.migralint.dialect.mysql.MysqlDialect;
import io.github.migralint.framework.Direction;
import io.github.migralint.framework.Transaction;
import io.github.migralint.framework.TransactionMode;
import io.github.migralint.history.Embedding;
import io.github.migralint.history.Migration;
import io.github.migralint.history.ReleaseMode;
import io.github.migralint.history.Replay;
import io.github.migralint.history.Step;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Table;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.List;

/** A migration that ran: SQL in, steps and schema out. */
final class Run {
    private static final MysqlDialect MARIADB = new MysqlDialect(Flavor.MARIADB);

    private final Replay replay;
    private final List<Step> steps;

    private Run(String sql, boolean complete) {
        Version version = MARIADB.defaultVersion();
        replay = new Replay(
                MARIADB, new Engine(MARIADB.name(), MARIADB.label(), version), complete, ReleaseMode.TOGETHER);
        SourceText text = SourceText.of("V1__test.sql", sql);
        Script script = MARIADB.parse(text, text.span(), version);
        var transaction = new Transaction(TransactionMode.NONE, "the test says so");
        steps = replay.steps(new Migration(0, text, List.of(script), "", Direction.UP, transaction, true));
    }

    /** From an empty database. */
    static Run of(String sql) {
        return new Run(sql, true);
    }

    /** From a database of which nothing is known. */
    static Run onUnknown(String sql) {
        return new Run(sql, false);
    }

    /** The statements that ran inside of others, each with its condition behind it where it has one. */
    List<String> inner() {
        return steps.stream()
                .filter(step -> !step.embedded().isEmpty())
                .flatMap(Step::innermost)
                .map(step -> step.text().slice(step.statement().span())
                        + step.embedding()
                                .flatMap(Embedding::condition)
                                .map(condition -> " <- " + condition)
                                .orElse(""))
                .toList();
    }

    List<Step> steps() {
        return steps;
    }

    Schema schema() {
        return replay.schema();
    }

    /** The columns of a table. */
    List<String> columns(String table) {
        return table(table).columns().stream().map(column -> column.name()).toList();
    }

    Table table(String name) {
        var identifier = new Identifier(name, false, new Span(0, 0));
        return schema().table(QualifiedName.of(identifier)).orElseThrow();
    }
}
