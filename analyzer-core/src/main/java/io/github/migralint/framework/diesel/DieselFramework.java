package io.github.migralint.framework.diesel;

import io.github.migralint.framework.Clues;
import io.github.migralint.framework.Connections;
import io.github.migralint.framework.EngineClue;
import io.github.migralint.framework.FileTree;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationFramework;
import io.github.migralint.framework.Naming;
import io.github.migralint.framework.Recognition;
import io.github.migralint.framework.Section;
import io.github.migralint.framework.Transaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Diesel: {@code up.sql} and {@code down.sql} in a folder for each migration, each sent as one query. */
public final class DieselFramework implements MigrationFramework {
    private static final String METADATA = "metadata.toml";
    private static final Pattern DATED = Pattern.compile("(?:\\d{4}-\\d{2}-\\d{2}-\\d{6}(?:-\\d+)?|0{14})_.*");
    private static final Pattern OUTSIDE = Pattern.compile("(?m)^\\s*run_in_transaction\\s*=\\s*false\\b");
    private static final int MAX_METADATA_BYTES = 1 << 16;

    @Override
    public String name() {
        return "diesel";
    }

    @Override
    public String label() {
        return "Diesel";
    }

    @Override
    public Optional<Recognition> recognise(Clues clues) {
        boolean some = clues.tree().entries().stream().anyMatch(DieselFramework::isUp);
        if (some && clues.has("diesel.toml")) {
            return Optional.of(Recognition.configured("diesel.toml"));
        }
        if (some && clues.hasCrate("diesel")) {
            return Optional.of(Recognition.configured("diesel in Cargo.toml"));
        }
        return clues.mostAre(entry ->
                        isMigration(entry) && DATED.matcher(entry.folderName()).matches())
                ? Optional.of(Recognition.named("2025-01-01-000000_x/up.sql"))
                : Optional.empty();
    }

    @Override
    public List<EngineClue> engines(Clues clues) {
        return EngineClue.ofDatabaseUrl(clues);
    }

    private static boolean isUp(FileTree.Entry entry) {
        return entry.name().equals("up.sql") && !entry.folderName().isEmpty();
    }

    private static boolean isMigration(FileTree.Entry entry) {
        return isUp(entry) || entry.name().equals("down.sql");
    }

    @Override
    public Naming naming(String folder, String name) {
        if (name.equals("up.sql") || name.equals("down.sql")) {
            return new Naming.Run();
        }
        return DATED.matcher(name).matches()
                ? new Naming.Mistaken("2025-01-01-000000_x/up.sql", name.replaceFirst("\\.[^.]*$", "") + "/up.sql")
                : new Naming.Foreign();
    }

    @Override
    public Transaction transaction(MigrationFile file, Section section, List<String> statements) {
        return isOutside(file.file().resolveSibling(METADATA))
                ? Transaction.oneQuery(
                        "its " + METADATA + " says run_in_transaction = false, and Diesel sends the file as one query")
                : Transaction.wrapped(
                        "Diesel runs each file in a transaction",
                        "with the line run_in_transaction = false in its " + METADATA);
    }

    private static boolean isOutside(Path metadata) {
        try {
            return Files.isRegularFile(metadata)
                    && Files.size(metadata) <= MAX_METADATA_BYTES
                    && OUTSIDE.matcher(new String(Files.readAllBytes(metadata), StandardCharsets.UTF_8))
                            .find();
        } catch (IOException e) {
            return false;
        }
    }

    /** All files of a call run over one connection, and nothing is put back between them. */
    @Override
    public Connections connections() {
        return Connections.oneForAll();
    }
}
