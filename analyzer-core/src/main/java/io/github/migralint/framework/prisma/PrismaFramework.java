package io.github.migralint.framework.prisma;

import io.github.migralint.framework.Clues;
import io.github.migralint.framework.EngineClue;
import io.github.migralint.framework.FileTree;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationFramework;
import io.github.migralint.framework.Naming;
import io.github.migralint.framework.Recognition;
import io.github.migralint.framework.Section;
import io.github.migralint.framework.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Prisma: {@code migration.sql} in a folder for each migration, sent as one query; there is no way back. */
public final class PrismaFramework implements MigrationFramework {
    private static final Pattern PROVIDER = Pattern.compile("(?m)^[ \\t]*provider[ \\t]*=[ \\t]*\"(\\w+)\"");
    private static final String FILE = "migration.sql";
    private static final Pattern FOLDER = Pattern.compile("\\d{14}_.*");
    private static final Transaction ONE_QUERY = Transaction.oneQuery(
            "Prisma sends a file as one query, which the server runs as one transaction when it holds several statements");

    @Override
    public String name() {
        return "prisma";
    }

    @Override
    public String label() {
        return "Prisma";
    }

    @Override
    public Optional<Recognition> recognise(Clues clues) {
        boolean some = clues.tree().entries().stream().anyMatch(PrismaFramework::isMigration);
        if (some && clues.has("migration_lock.toml")) {
            return Optional.of(Recognition.configured("migration_lock.toml"));
        }
        return clues.mostAre(entry ->
                        isMigration(entry) && FOLDER.matcher(entry.folderName()).matches())
                ? Optional.of(Recognition.named("20250101000000_x/migration.sql"))
                : Optional.empty();
    }

    @Override
    public List<EngineClue> engines(Clues clues) {
        return EngineClue.named(clues, "migration_lock.toml", PROVIDER);
    }

    private static boolean isMigration(FileTree.Entry entry) {
        return entry.name().equals(FILE) && !entry.folderName().isEmpty();
    }

    @Override
    public Naming naming(String folder, String name) {
        if (name.equals(FILE)) {
            return new Naming.Run();
        }
        return FOLDER.matcher(name).matches()
                ? new Naming.Mistaken("20250101000000_x/migration.sql", name.replaceFirst("\\.[^.]*$", "") + "/" + FILE)
                : new Naming.Foreign();
    }

    @Override
    public Transaction transaction(MigrationFile file, Section section, List<String> statements) {
        return ONE_QUERY;
    }

    @Override
    public boolean hasNoTransactionFlag() {
        return false;
    }
}
