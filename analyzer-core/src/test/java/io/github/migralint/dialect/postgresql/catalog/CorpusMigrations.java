package io.github.migralint.dialect.postgresql.catalog;

import io.github.migralint.dialect.postgresql.PostgresqlDialect;
import io.github.migralint.framework.Direction;
import io.github.migralint.framework.DiscoveryOptions;
import io.github.migralint.framework.Frameworks;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationSet;
import io.github.migralint.framework.Transaction;
import io.github.migralint.framework.TransactionMode;
import io.github.migralint.history.HistoryReader;
import io.github.migralint.history.Migration;
import io.github.migralint.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a history of the corpus: the migrations that go forward, in order, each with the transaction of its tool. */
final class CorpusMigrations {
    private static final PostgresqlDialect DIALECT = new PostgresqlDialect();

    private CorpusMigrations() {}

    /** Where a history is. */
    static Path folder(CorpusHistory history, Path corpus) {
        return corpus.resolve(history.name().split("/", 2)[0]).resolve(history.folder());
    }

    static List<Migration> of(CorpusHistory history, Path corpus) {
        Path folder = folder(history, corpus);
        MigrationSet set = Frameworks.detect(List.of(folder), DiscoveryOptions.forDialect(DIALECT.name()));
        var reader = new HistoryReader(DIALECT, set.framework());
        List<MigrationFile> files =
                set.files().stream().filter(MigrationFile::underReview).toList();
        for (MigrationFile file : history.selection().apply(files)) {
            reader.read(file, SourceText.of(folder.relativize(file.file()).toString(), text(history, file.file())));
        }
        return reader.migrations().stream()
                .filter(migration -> migration.direction() == Direction.UP)
                .map(migration -> withTransaction(migration, history))
                .toList();
    }

    private static String text(CorpusHistory history, Path file) {
        try {
            return history.text().apply(file, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What neither the framework nor the file says, the tool does as it always does. */
    private static Migration withTransaction(Migration migration, CorpusHistory history) {
        if (migration.transaction().mode() != TransactionMode.UNKNOWN) {
            return migration;
        }
        boolean without = migration.text().text().startsWith("-- no-transaction")
                || migration.path().contains(".autocommit.");
        return new Migration(
                migration.ordinal(),
                migration.text(),
                migration.scripts(),
                migration.version(),
                migration.direction(),
                new Transaction(without ? TransactionMode.IMPLICIT : history.mode(), "its tool does"),
                true);
    }
}
