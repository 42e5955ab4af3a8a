package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.Delete;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.Update;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Set;

/** Tables that the history itself puts rows into. */
final class Rows {
    /** Words of a query that may leave none of its rows. */
    private static final Set<String> SELECTIVE =
            Set.of("where", "having", "limit", "offset", "join", "intersect", "except");

    private final Change change;

    Rows(Change change) {
        this.change = change;
    }

    /** Says that a table may have rows from now on. */
    void fill(QualifiedName name) {
        change.table(name)
                .filter(table -> !table.filled())
                .ifPresent(table -> change.edit(table.id(), draft -> draft.filled(true)));
    }

    /** Says that a table may have rows from now on, and whether it surely has some. */
    void insert(Insert statement) {
        written(statement.query());
        fill(statement.table());
        change.table(statement.table())
                .filter(table -> table.triggers().isEmpty() && certain(statement))
                .ifPresent(table -> change.edit(table.id(), draft -> draft.holdsRows(true)));
    }

    /** Rows of VALUES are there, and so is the one of a query that reads nothing and leaves nothing out. */
    private static boolean certain(Insert statement) {
        List<Token> tokens = statement.query().tokens();
        return switch (statement.source()) {
            case VALUES, DEFAULT_VALUES -> !statement.ignore();
            case QUERY ->
                !statement.ignore()
                        && statement.query().relations().isEmpty()
                        && tokens.stream().noneMatch(token -> SELECTIVE.stream().anyMatch(token::isWord));
        };
    }

    /** A table whose rows are changed may have rows. */
    void update(Update statement) {
        written(statement.query());
        fill(statement.table());
    }

    /** A table that loses rows may have none. */
    void delete(Delete statement) {
        written(statement.query());
        remove(statement.table());
    }

    /** A statement over several tables may put rows into them and take some away. */
    private void written(Query query) {
        query.writes().forEach(name -> {
            fill(name);
            remove(name);
        });
    }

    /** Says that nobody knows any more whether the table has rows. */
    private void remove(QualifiedName name) {
        change.table(name)
                .filter(Table::holdsRows)
                .ifPresent(table -> change.edit(table.id(), draft -> draft.holdsRows(false)));
    }

    /** Says that a table is empty from now on. */
    void empty(QualifiedName name) {
        change.table(name)
                .filter(Table::filled)
                .ifPresent(table ->
                        change.edit(table.id(), draft -> draft.filled(false).holdsRows(false)));
    }
}
