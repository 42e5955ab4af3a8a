package io.github.migralint.dialect.postgresql.catalog;

import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.TransactionMode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * A history of the corpus, and how its tool brings it to a server.
 *
 * @param name its name in tables
 * @param folder where it is in the corpus; a single file too
 * @param mode how its tool runs a file that does not say it itself
 * @param before statements of the tool or the platform that run before the first file
 * @param aside objects of which the history knows nothing, as patterns of their full names
 * @param text what a file holds when it reaches the server
 * @param selection which of the files its tool runs, in order
 * @param oldest the first major that its files are written for
 */
record CorpusHistory(
        String name,
        String folder,
        TransactionMode mode,
        List<String> before,
        List<String> aside,
        BiFunction<Path, String, String> text,
        UnaryOperator<List<MigrationFile>> selection,
        int oldest) {
    CorpusHistory {
        before = List.copyOf(before);
        aside = List.copyOf(aside);
    }

    static CorpusHistory of(String name, String folder, TransactionMode mode) {
        return new CorpusHistory(name, folder, mode, List.of(), List.of(), (file, text) -> text, files -> files, 0);
    }

    /** The same with a table that its tool keeps for itself. */
    CorpusHistory withTable(String table, String columns) {
        return new CorpusHistory(
                name,
                folder,
                mode,
                List.of("CREATE TABLE " + table + " (" + columns + ")"),
                List.of("public\\." + table),
                text,
                selection,
                oldest);
    }

    /** The same with what the platform has before. */
    CorpusHistory after(List<String> statements) {
        return new CorpusHistory(name, folder, mode, statements, aside, text, selection, oldest);
    }

    /** The same without what no reader of files can know. */
    CorpusHistory without(String pattern) {
        return new CorpusHistory(name, folder, mode, before, List.of(pattern), text, selection, oldest);
    }

    /** The same with files whose text is made ready by the tool. */
    CorpusHistory withText(BiFunction<Path, String, String> made) {
        return new CorpusHistory(name, folder, mode, before, aside, made, selection, oldest);
    }

    /** The same with files that its tool chooses and orders by more than their names. */
    CorpusHistory withFiles(UnaryOperator<List<MigrationFile>> chosen) {
        return new CorpusHistory(name, folder, mode, before, aside, text, chosen, oldest);
    }

    /** The same with files that older majors do not understand. */
    CorpusHistory since(int major) {
        return new CorpusHistory(name, folder, mode, before, aside, text, selection, major);
    }
}
