package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Unparsed;
import java.util.Locale;
import java.util.Set;

/** Statements whose work is not seen: what they may have touched is no longer sure. */
final class Uncertainty {
    private static final Set<String> HARMLESS = Set.of(
            "SELECT",
            "INSERT",
            "REPLACE",
            "UPDATE",
            "DELETE",
            "WITH",
            "VALUES",
            "LOAD",
            "GRANT",
            "REVOKE",
            "SET",
            "SHOW",
            "FLUSH",
            "RESET",
            "KILL",
            "ANALYZE",
            "OPTIMIZE",
            "CHECK",
            "REPAIR",
            "CHECKSUM",
            "EXPLAIN",
            "DESCRIBE",
            "DESC",
            "HELP",
            "HANDLER",
            "LOCK",
            "UNLOCK",
            "TRUNCATE",
            "BEGIN",
            "START",
            "COMMIT",
            "ROLLBACK",
            "SAVEPOINT",
            "RELEASE",
            "XA",
            "DEALLOCATE");

    private final Change change;

    Uncertainty(Change change) {
        this.change = change;
    }

    /** What could not be read makes all that it mentions uncertain, and if it changes the schema, the history too. */
    void unparsed(Unparsed statement) {
        for (QualifiedName name : statement.mentions()) {
            change.schema().markUncertain(name.name());
        }
        String first = statement.keywords().toUpperCase(Locale.ROOT).split(" ", 2)[0];
        if (!HARMLESS.contains(first)) {
            change.schema().markIncomplete();
        }
    }
}
