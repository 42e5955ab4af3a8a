package io.github.migralint.framework.golangmigrate;

import io.github.migralint.framework.Clues;
import io.github.migralint.framework.Connections;
import io.github.migralint.framework.EngineNames;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationFramework;
import io.github.migralint.framework.Naming;
import io.github.migralint.framework.Recognition;
import io.github.migralint.framework.Section;
import io.github.migralint.framework.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** golang-migrate: {@code 1_x.up.sql} and {@code 1_x.down.sql}, each sent as one query. */
public final class GolangMigrateFramework implements MigrationFramework {
    private static final Pattern NAME = Pattern.compile("\\d+_.*\\.(?:up|down)\\..*");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{.*}}");
    private static final Transaction ONE_QUERY =
            Transaction.oneQuery("golang-migrate sends a file as one query unless the URL says x-multi-statement=true,"
                    + " and the server runs several statements of one query as one transaction");

    @Override
    public String name() {
        return "golang-migrate";
    }

    @Override
    public String label() {
        return "golang-migrate";
    }

    /** Another tool that names its files alike marks some for one engine, or fills templates in. */
    @Override
    public Optional<Recognition> recognise(Clues clues) {
        boolean ofAnother = clues.tree().entries().stream()
                .anyMatch(entry -> EngineNames.ofFileName(entry.name()).isPresent());
        boolean named = clues.mostAre(entry -> NAME.matcher(entry.name()).matches());
        return named && !ofAnother && !clues.anyHolds(TEMPLATE)
                ? Optional.of(Recognition.named("1_x.up.sql"))
                : Optional.empty();
    }

    @Override
    public Naming naming(String folder, String name) {
        return Naming.matching(NAME, "1_x.up.sql and 1_x.down.sql", name, GolangMigrateFramework::repaired);
    }

    private static String repaired(String name) {
        String numbered = Naming.withUnderscore(name);
        return numbered.matches(".*\\.(up|down)\\.sql")
                ? numbered
                : numbered.replaceFirst("[._-]?(up|down)?\\.sql$", "")
                        + (numbered.matches(".*[._-]down\\.sql") ? ".down.sql" : ".up.sql");
    }

    @Override
    public Transaction transaction(MigrationFile file, Section section, List<String> statements) {
        return ONE_QUERY;
    }

    /** All files of a call run over one connection, and nothing is put back between them. */
    @Override
    public Connections connections() {
        return Connections.oneForAll();
    }

    @Override
    public boolean hasNoTransactionFlag() {
        return false;
    }
}
