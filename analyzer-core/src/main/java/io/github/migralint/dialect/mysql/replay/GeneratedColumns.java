package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.schema.Column;
import io.github.migralint.schema.Generated;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.TableDraft;
import java.util.Set;

/** Generated columns may name columns that stand behind them: they are bound when all are there. */
final class GeneratedColumns {
    private GeneratedColumns() {}

    /** Finds the columns that the expressions of these columns name. */
    static void bind(TableDraft table, Set<ObjectId> defined) {
        table.columns().replaceAll(column -> defined.contains(column.id()) ? bound(column, table) : column);
    }

    private static Column bound(Column column, TableDraft table) {
        return column.withGenerated(column.generated()
                .map(g -> new Generated(
                        g.expression(),
                        g.stored(),
                        Mentions.columns(g.expression().tokens(), table.columns()))));
    }
}
