package io.github.migralint.rules.engine;

import io.github.migralint.ast.TableConstraint;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Risk;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Table;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words of MySQL and of MariaDB. */
enum MysqlWords implements EngineWords {
    /** Those of MySQL; nothing but lock_wait_timeout ends the wait of a change of the schema. */
    MYSQL("for up to a year", "_chk_"),
    /** Those of MariaDB. */
    MARIADB("for up to a day", "CONSTRAINT_") {
        @Override
        public boolean endsOtherwise(Step step) {
            return positive(step, "max_statement_time");
        }
    };

    private static final String LOCK_WAIT_TIMEOUT = "lock_wait_timeout";
    private static final Pattern SECONDS = Pattern.compile("\\s*(\\d{1,9})(?:\\.\\d*)?\\s*");

    private final String usualWait;
    private final String checkName;

    MysqlWords(String usualWait, String checkName) {
        this.usualWait = usualWait;
        this.checkName = checkName;
    }

    @Override
    public String lockTimeout() {
        return LOCK_WAIT_TIMEOUT;
    }

    @Override
    public Optional<Duration> lockTimeout(Step step) {
        return seconds(step, LOCK_WAIT_TIMEOUT);
    }

    /** Zero is taken for one second, or for no wait at all. */
    @Override
    public boolean isOff(Duration timeout) {
        return false;
    }

    @Override
    public boolean endsOtherwise(Step step) {
        return false;
    }

    @Override
    public String usualWait() {
        return usualWait;
    }

    @Override
    public String boundWait(Step step, int seconds) {
        return boundWaitOfSession(seconds);
    }

    @Override
    public String boundWaitOfSession(int seconds) {
        return "SET SESSION lock_wait_timeout = " + seconds + ";";
    }

    /** The end of the work, too, needs a lock that waits for readers. */
    @Override
    public String readsGoOn() {
        return "reads go on, and wait only while this waits for its metadata lock at the beginning and at the end";
    }

    @Override
    public String syntaxError() {
        return "1064";
    }

    @Override
    public boolean takesBackSchemaChanges() {
        return false;
    }

    @Override
    public String begin() {
        return "START TRANSACTION;";
    }

    /** Foreign keys and checks are counted for each table, but for MariaDB, which does not put the table into the name. */
    @Override
    public String constraintName(String table, Optional<Table> known, TableConstraint.Kind kind, List<String> columns) {
        return switch (kind) {
            case FOREIGN_KEY -> counted(table + "_ibfk_", known);
            case CHECK -> counted(this == MYSQL ? table + checkName : checkName, known);
            case PRIMARY_KEY -> "PRIMARY";
            case UNIQUE, NOT_NULL, EXCLUDE -> columns.isEmpty() ? table : columns.getFirst();
        };
    }

    @Override
    public String withoutKey() {
        return "replicas read the whole table for each row that changes, and gh-ost and pt-online-schema-change refuse it";
    }

    @Override
    public boolean validatesLater() {
        return false;
    }

    @Override
    public int longestName() {
        return 64;
    }

    @Override
    public boolean dropsFullSchemas() {
        return true;
    }

    @Override
    public boolean narrowsKeys() {
        return true;
    }

    @Override
    public boolean viewsKeepNames() {
        return true;
    }

    @Override
    public Risk riskOfNarrowKey() {
        return Risk.LOW;
    }

    @Override
    public String wideKey(String column) {
        return column + " BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY";
    }

    private static String counted(String stem, Optional<Table> known) {
        int highest = known.stream()
                .flatMap(table -> table.constraints().stream())
                .map(Constraint::name)
                .filter(name -> name.regionMatches(true, 0, stem, 0, stem.length()))
                .map(name -> name.substring(stem.length()))
                .filter(number -> number.matches("\\d{1,6}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
        return stem + (highest + 1);
    }

    private static boolean positive(Step step, String setting) {
        return seconds(step, setting).filter(Duration::isPositive).isPresent();
    }

    private static Optional<Duration> seconds(Step step, String setting) {
        String value = step.transaction().settings().getOrDefault(setting, "");
        var matcher = SECONDS.matcher(value);
        return matcher.matches() ? Optional.of(Duration.ofSeconds(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }
}
