package io.github.migralint.rules.engine;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.effect.OnlineWay;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Finding;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a table of MySQL or MariaDB is changed while it is in use: by the server where it can, else by a tool that copies the
 * table beside it.
 */
public final class OnlineDdl {
    /** What every rebuild means for replicas. */
    public static final String LAG =
            "Replicas replay it only when it is done here, and lag for about as long as it took.";

    private OnlineDdl() {}

    /**
     * The demands with which the server refuses the change instead of blocking, as they stand behind ALTER TABLE: {@code ,
     * ALGORITHM=INPLACE, LOCK=NONE}; empty where the server takes none.
     */
    public static String demands(OnlineWay way) {
        if (!way.demandable()) {
            return "";
        }
        // with a lock, INSTANT is error 1221 on MySQL
        return way.algorithm() == OnlineWay.Algorithm.INSTANT
                ? ", ALGORITHM=INSTANT"
                : ", ALGORITHM=" + way.algorithm() + ", LOCK=" + way.lock();
    }

    /** The same as they stand behind CREATE INDEX and DROP INDEX, without commas. */
    public static String demandsOfIndex(OnlineWay way) {
        return demands(way).replace(",", "");
    }

    /** The changes of an ALTER TABLE as they stand in the file, without its demands. */
    public static String changes(Step step, AlterTable alter) {
        Span all = new Span(
                alter.actions().getFirst().span().start(),
                alter.actions().getLast().span().end());
        return step.text().slice(all).replaceAll("\\s+", " ").strip();
    }

    /**
     * The tools that copy a table in small steps while everybody works, and then exchange the two; what a tool cannot do
     * with this table, as far as the history knows it, is left out.
     *
     * @param step the step
     * @param name the table
     * @param changes what follows ALTER TABLE and the name
     */
    public static Consumer<Finding.Builder> besides(Step step, QualifiedName name, String changes) {
        Optional<Table> table = step.before().table(name);
        boolean keys = table.filter(found -> tied(step, found)).isPresent();
        boolean triggers = table.filter(found -> !found.triggers().isEmpty()).isPresent();
        return finding -> {
            finding.instead(
                    "a copy beside it in small steps, while everybody works",
                    "-- " + (keys || triggers ? toolkit(name, changes, keys, triggers) : ghost(name, changes)));
            finding.note(
                    keys || triggers
                            ? "gh-ost copies no table with " + (keys ? "foreign keys" : "triggers") + "."
                            : "pt-online-schema-change does the same with triggers; both need a primary key, or a unique"
                                    + " one without NULLs.");
        };
    }

    private static boolean tied(Step step, Table table) {
        return table.constraints().stream().anyMatch(constraint -> constraint.kind() == Constraint.Kind.FOREIGN_KEY)
                || !step.before().referencing(table.id()).isEmpty();
    }

    private static String ghost(QualifiedName name, String changes) {
        return "gh-ost --database=" + database(name) + " --table=" + name.name() + " --alter=" + argument(changes)
                + " --execute";
    }

    private static String toolkit(QualifiedName name, String changes, boolean keys, boolean triggers) {
        return "pt-online-schema-change --alter " + argument(changes)
                + (keys ? " --alter-foreign-keys-method=auto" : "")
                + (triggers ? " --preserve-triggers" : "")
                + " D=" + database(name) + ",t=" + name.name() + " --execute";
    }

    private static String database(QualifiedName name) {
        return name.schema().orElse("DATABASE");
    }

    /** One argument of a shell, in which backticks and dollars mean nothing. */
    private static String argument(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
