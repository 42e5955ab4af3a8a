package io.github.migralint.framework.flyway;

import io.github.migralint.framework.NaturalOrder;
import io.github.migralint.framework.Opening;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file name as Flyway reads it.
 *
 * @param kind what its prefix says
 * @param version the parts of the version; empty for repeatables and callbacks
 * @param description the words after the separator, or the event of a callback
 */
record FlywayName(Kind kind, List<String> version, String description) {
    /** What Flyway does with a file. */
    enum Kind {
        VERSIONED,
        UNDO,
        BASELINE,
        REPEATABLE,
        CALLBACK
    }

    /** Versions part by part, by value; missing parts count as zero. */
    static final Comparator<List<String>> VERSIONS = FlywayName::compareVersions;

    private static final Pattern VERSIONED =
            Pattern.compile("([VUB])(\\d+(?:[._]\\d+)*)(?:__(.*))?\\.sql", Pattern.DOTALL);
    private static final Pattern REPEATABLE = Pattern.compile("R__(.*)\\.sql", Pattern.DOTALL);
    private static final Pattern LOOKS_LIKE_ONE = Pattern.compile("[VUBR](?:\\d|_).*\\.sql", Pattern.DOTALL);
    private static final Pattern CALLBACK = Pattern.compile("([a-zA-Z]+)(?:__.*)?\\.sql", Pattern.DOTALL);
    private static final Set<String> EVENTS = Set.of(
            "beforeMigrate",
            "beforeRepeatables",
            "beforeEachMigrate",
            "beforeEachMigrateStatement",
            "afterEachMigrateStatement",
            "afterEachMigrateStatementError",
            "afterEachMigrate",
            "afterEachMigrateError",
            "afterMigrate",
            "afterMigrateApplied",
            "afterVersioned",
            "afterMigrateError",
            "beforeUndo",
            "beforeEachUndo",
            "beforeEachUndoStatement",
            "afterEachUndoStatement",
            "afterEachUndoStatementError",
            "afterEachUndo",
            "afterEachUndoError",
            "afterUndo",
            "afterUndoError",
            "beforeDeploy",
            "afterDeploy",
            "beforeClean",
            "afterClean",
            "afterCleanError",
            "beforeInfo",
            "afterInfo",
            "afterInfoError",
            "beforeValidate",
            "afterValidate",
            "afterValidateError",
            "beforeBaseline",
            "afterBaseline",
            "afterBaselineError",
            "beforeRepair",
            "afterRepair",
            "afterRepairError",
            "beforeCreateSchema",
            "createSchema",
            "beforeConnect",
            "afterConnect");

    static Optional<FlywayName> of(String name) {
        Matcher versioned = VERSIONED.matcher(name);
        if (versioned.matches()) {
            String description = versioned.group(3) == null ? "" : versioned.group(3);
            return Optional.of(
                    new FlywayName(kind(versioned.group(1)), parts(versioned.group(2)), description.replace('_', ' ')));
        }
        Matcher repeatable = REPEATABLE.matcher(name);
        if (repeatable.matches()) {
            return Optional.of(new FlywayName(
                    Kind.REPEATABLE, List.of(), repeatable.group(1).replace('_', ' ')));
        }
        Matcher callback = CALLBACK.matcher(name);
        return callback.matches() && EVENTS.contains(callback.group(1))
                ? Optional.of(new FlywayName(Kind.CALLBACK, List.of(), callback.group(1)))
                : Optional.empty();
    }

    /** Whether a name was meant for Flyway but is not read by it: {@code V1_add.sql}. */
    static boolean isMistaken(String name) {
        return LOOKS_LIKE_ONE.matcher(name).matches() && of(name).isEmpty();
    }

    /** When a callback runs that can set up the sessions of migrations. */
    Opening opening() {
        if (kind != Kind.CALLBACK) {
            return Opening.NEVER;
        }
        return switch (description) {
            case "afterConnect", "beforeMigrate" -> Opening.CONNECTION;
            case "beforeEachMigrate" -> Opening.FILE;
            default -> Opening.NEVER;
        };
    }

    /** The name that was probably meant. */
    static String repaired(String name) {
        return name.replaceFirst("^([VUB]\\d+(?:[._]\\d+)*|R)[^A-Za-z0-9]*(?=.)", "$1__");
    }

    /** The version as people write it. */
    String versionText() {
        return String.join(".", version);
    }

    private static Kind kind(String prefix) {
        return switch (prefix) {
            case "U" -> Kind.UNDO;
            case "B" -> Kind.BASELINE;
            default -> Kind.VERSIONED;
        };
    }

    private static List<String> parts(String version) {
        return List.of(version.split("[._]", -1));
    }

    private static int compareVersions(List<String> a, List<String> b) {
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            int order = NaturalOrder.NUMBERS.compare(i < a.size() ? a.get(i) : "0", i < b.size() ? b.get(i) : "0");
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
