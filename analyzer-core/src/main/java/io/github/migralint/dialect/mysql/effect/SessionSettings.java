package io.github.migralint.dialect.mysql.effect;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a session that decide what statements do.
 *
 * @param values what was set, names folded
 */
record SessionSettings(Map<String, String> values) {
    SessionSettings {
        values = Map.copyOf(values);
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).map(value -> value.toLowerCase(Locale.ROOT));
    }

    private boolean isOff(String name) {
        return value(name)
                .filter(value -> value.equals("0") || value.equals("off") || value.equals("false"))
                .isPresent();
    }

    private boolean isOn(String name) {
        return value(name)
                .filter(value -> value.equals("1") || value.equals("on") || value.equals("true"))
                .isPresent();
    }

    /** Whether rows are checked against foreign keys. */
    boolean checksForeignKeys() {
        return !isOff("foreign_key_checks");
    }

    /** Whether rows are checked against CHECK constraints: MariaDB can leave that. */
    boolean checksConstraints() {
        return !isOff("check_constraint_checks");
    }

    /** Whether a foreign key may point at columns that are no unique key. */
    boolean allowsNonUniqueParents() {
        return isOff("restrict_fk_on_non_standard_key");
    }

    /** Whether a value that does not fit is an error: the default of every version. */
    boolean isStrict() {
        return hasMode("strict_trans_tables") || hasMode("strict_all_tables") || hasMode("traditional") || isUnset();
    }

    private boolean isUnset() {
        return value("sql_mode").isEmpty();
    }

    /** What is computed from the modes that hold adds to them most often, and keeps the rest. */
    private boolean hasMode(String mode) {
        return value("sql_mode")
                .filter(modes -> modes.contains(mode) || isAddedTo(modes))
                .isPresent();
    }

    private static boolean isAddedTo(String modes) {
        return modes.contains("@") && modes.contains("sql_mode") && !modes.contains("replace");
    }

    /** Whether a date of zeros is refused; in a mode that nobody set it depends on the server. */
    Optional<Boolean> refusesZeroDates() {
        return isUnset() ? Optional.empty() : Optional.of(hasMode("no_zero_date") || hasMode("traditional"));
    }

    /** The algorithm that the session demands of ALTER TABLE, folded, where no clause names one. */
    Optional<String> algorithm() {
        if (isOn("old_alter_table")) {
            return Optional.of("copy");
        }
        return value("alter_algorithm").or(() -> value("old_alter_table")).filter(Demands::isAlgorithm);
    }
}
