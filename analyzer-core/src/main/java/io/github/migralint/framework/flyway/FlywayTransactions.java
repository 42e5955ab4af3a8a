package io.github.migralint.framework.flyway;

import io.github.migralint.framework.Transaction;
import io.github.migralint.framework.TransactionMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When Flyway runs a file in a transaction: always, unless its configuration or its statements speak against it. */
final class FlywayTransactions {
    /** The statements for which Flyway leaves the transaction away by itself; those it does not know are missing here. */
    private static final Pattern NEVER_IN_TRANSACTION = Pattern.compile(
            "(?:(?:CREATE|DROP)\\s+(?:DATABASE|TABLESPACE|SUBSCRIPTION)\\b"
                    + "|ALTER\\s+SYSTEM\\b"
                    + "|CREATE\\s+(?:UNIQUE\\s+)?INDEX\\s+CONCURRENTLY\\b"
                    + "|DROP\\s+INDEX\\s+CONCURRENTLY\\b"
                    + "|REINDEX\\s+(?:VERBOSE\\s+)?(?:SCHEMA|DATABASE|SYSTEM)\\b"
                    + "|VACUUM\\b"
                    + "|DISCARD\\s+ALL\\b).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern SETTING =
            Pattern.compile("(?m)^[ \\t]*executeInTransaction[ \\t]*=[ \\t]*(true|false)[ \\t]*$");
    private static final int MAX_CONFIGURATION_BYTES = 1 << 16;

    private FlywayTransactions() {}

    static Transaction of(Path file, List<String> statements) {
        Optional<Boolean> configured = configured(file);
        if (configured.isPresent()) {
            return configured.get()
                    ? new Transaction(
                            TransactionMode.WRAPPED, "its .conf file says executeInTransaction=true", wayOut(file))
                    : new Transaction(TransactionMode.NONE, "its .conf file says executeInTransaction=false");
        }
        long without = statements.stream()
                .filter(statement -> NEVER_IN_TRANSACTION.matcher(statement).matches())
                .count();
        if (without > 0 && without == statements.size()) {
            return new Transaction(
                    TransactionMode.NONE,
                    "Flyway runs a file without a transaction when none of its statements can have one");
        }
        return new Transaction(TransactionMode.WRAPPED, "Flyway runs each file in a transaction", wayOut(file));
    }

    /**
     * Flyway leaves the transaction away for some statements; the setting holds for all of them. A transaction in which Flyway
     * keeps its lock meanwhile would hold up a concurrent build for ever, so the lock has to be another one.
     */
    private static String wayOut(Path file) {
        return "with a " + suffix(file)
                + ".conf file that says executeInTransaction=false, and in Flyway's configuration"
                + " flyway.postgresql.transactional.lock=false";
    }

    private static String suffix(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }

    private static Optional<Boolean> configured(Path file) {
        Path configuration = file.resolveSibling(file.getFileName() + ".conf");
        try {
            if (!Files.isRegularFile(configuration) || Files.size(configuration) > MAX_CONFIGURATION_BYTES) {
                return Optional.empty();
            }
            Matcher setting = SETTING.matcher(new String(Files.readAllBytes(configuration), StandardCharsets.UTF_8));
            return setting.find() ? Optional.of(setting.group(1).equals("true")) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
