package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.MysqlAction.ModifyColumn;
import io.github.migralint.dialect.mysql.replay.MysqlReplay;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaBuilder;
import java.util.List;
import java.util.Optional;

/** What a clause makes of a table, tried on a copy of the schema. */
final class Trial {
    private Trial() {}

    /** The column as a new definition alone makes it, where it stands. */
    static Optional<Column> redefined(Alteration alteration, Column column, ModifyColumn action) {
        var staying = new ModifyColumn(
                action.column(), action.definition(), action.ifExists(), Optional.empty(), action.span());
        AlterTable whole = alteration.statement();
        var alone = new AlterTable(whole.kind(), whole.name(), false, false, List.of(staying), whole.span());
        return after(alteration.scene(), alone)
                .table(alteration.table().id())
                .flatMap(table -> table.column(column.id()));
    }

    /** The schema after a statement. */
    static Schema after(Scene scene, AlterTable statement) {
        SchemaBuilder copy = SchemaBuilder.trial(scene.schema());
        MysqlReplay.apply(statement, copy, scene.server(), Origin.BEFORE_HISTORY);
        return copy.now();
    }
}
