package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Table;
import java.util.Locale;

/**
 * How a table is stored, as far as it decides in which way it can be changed.
 *
 * @param isInnodb whether InnoDB stores it
 * @param keepsRowVersions whether rows may be stored as they were before columns came and went
 * @param hasFulltextIndex whether an index on words stays on it
 * @param hasVirtualColumns whether a column that is computed when it is read stays in it
 */
record Storage(boolean isInnodb, boolean keepsRowVersions, boolean hasFulltextIndex, boolean hasVirtualColumns) {
    /** The storage of a table while a statement alters it. */
    static Storage of(Scene scene, Table table, AlterTable statement) {
        boolean fulltext =
                scene.indexes(table).stream().filter(Scene::isFulltext).anyMatch(index -> !drops(statement, index));
        return new Storage(
                isInnodb(table),
                !fulltext && !isCompressed(table) && !new RowVersions(scene.server()).exhausted(table),
                fulltext,
                table.columns().stream()
                        .filter(column ->
                                column.generated().filter(g -> !g.stored()).isPresent())
                        .anyMatch(column -> !drops(statement, column.name())));
    }

    private static boolean drops(AlterTable statement, Index index) {
        return statement.actions().stream()
                .anyMatch(action -> action instanceof MysqlAction.DropIndex drop
                        && drop.index().value().equalsIgnoreCase(index.name().name()));
    }

    private static boolean drops(AlterTable statement, String column) {
        return statement.actions().stream()
                .anyMatch(action -> action instanceof AlterAction.DropColumn drop
                        && drop.column().value().equalsIgnoreCase(column));
    }

    /** Whether InnoDB stores a table: it does unless another engine is named. */
    static boolean isInnodb(Table table) {
        return option(table, "engine", "innodb").equals("innodb");
    }

    private static boolean isCompressed(Table table) {
        return option(table, "row_format", "").equals("compressed");
    }

    /** An option of a table, folded. */
    static String option(Table table, String name, String otherwise) {
        return table.options().getOrDefault(name, otherwise).toLowerCase(Locale.ROOT);
    }

    /** Whether computed values are stored somewhere: in rows, or in an index on a column that is computed when it is read. */
    static boolean holdsGeneratedValues(Scene scene, Table table) {
        return table.columns().stream()
                .anyMatch(column -> column.generated().isPresent()
                        && (column.generated().get().stored()
                                || !scene.indexesOn(table, column).isEmpty()));
    }
}
