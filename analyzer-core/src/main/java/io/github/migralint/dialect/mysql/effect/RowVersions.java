package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Version;
import io.github.migralint.dialect.mysql.Server;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effects;
import io.github.migralint.effect.ExecutionContext;
import io.github.migralint.effect.OnlineWay;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaBuilder;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.TableDraft;
import java.util.Optional;

/**
 * How often MySQL may add and drop columns of a table without writing its rows anew: each time it keeps one more way to
 * read them.
 *
 * @param server the server
 */
public record RowVersions(Server server) {
    /** The option of a table that counts them since its last rebuild. */
    public static final String OPTION = "instant row versions";

    private static final int FIRST_LIMIT = 64;
    private static final int SECOND_LIMIT = 255;
    private static final Version SECOND = new Version(9, 1);

    /** Notes what a statement costs its table of them, once the statement is applied: one more, or all of them back. */
    public void note(Statement statement, Schema before, SchemaBuilder after) {
        if (!server.isMysql() || !(statement instanceof AlterTable alter) || alter.kind() != ObjectKind.TABLE) {
            return;
        }
        Optional<Table> old = before.table(alter.name());
        boolean adds = alter.actions().stream()
                .anyMatch(
                        action -> action instanceof AlterAction.AddColumn || action instanceof AlterAction.DropColumn);
        if (old.isEmpty() || !(adds || count(old.get()) > 0)) {
            return;
        }
        Effects effects = MysqlEffects.effectsOf(alter, before, server, ExecutionContext.ALONE);
        boolean rebuilt = !effects.of(Effect.RewritesTable.class).isEmpty();
        boolean instant = effects.of(Effect.ChangesTable.class).stream()
                .allMatch(change -> change.way().algorithm() == OnlineWay.Algorithm.INSTANT);
        if (effects.failure().isEmpty() && (rebuilt || (adds && instant))) {
            int versions = rebuilt ? 0 : count(old.get()) + 1;
            after.now().table(old.get().id()).ifPresent(table -> set(table, versions, after));
        }
    }

    private static void set(Table table, int versions, SchemaBuilder schema) {
        TableDraft draft = TableDraft.of(table);
        draft.options().put(OPTION, Integer.toString(versions));
        schema.put(draft.build());
    }

    /** Whether a table has no more to spare. */
    boolean exhausted(Table table) {
        return server.isMysqlFrom(8, 0, 29) && count(table) >= limit();
    }

    /** How many a server keeps of one table. */
    public int limit() {
        return server.version().isBefore(SECOND) ? FIRST_LIMIT : SECOND_LIMIT;
    }

    /** How many a table has. */
    public static int count(Table table) {
        String digits = table.options().getOrDefault(OPTION, "0");
        return digits.chars().allMatch(Character::isDigit) && !digits.isEmpty() ? Integer.parseInt(digits) : 0;
    }
}
