package io.github.migralint.framework.supabase;

import io.github.migralint.framework.Clues;
import io.github.migralint.framework.EngineClue;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationFramework;
import io.github.migralint.framework.Naming;
import io.github.migralint.framework.Recognition;
import io.github.migralint.framework.Section;
import io.github.migralint.framework.Transaction;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Supabase command line: {@code supabase/migrations/1_x.sql}, each file sent as one pipeline. */
public final class SupabaseFramework implements MigrationFramework {
    private static final List<String> FOLDER = List.of("supabase", "migrations");
    private static final Pattern NAME = Pattern.compile("\\d+_.*\\.sql");
    private static final Transaction PIPELINE = Transaction.oneQuery(
            "Supabase sends a file as one pipeline, which the server runs as one transaction when it holds several"
                    + " statements");

    @Override
    public String name() {
        return "supabase";
    }

    @Override
    public String label() {
        return "Supabase";
    }

    @Override
    public Optional<Recognition> recognise(Clues clues) {
        boolean inFolder = Collections.indexOfSubList(clues.place(), FOLDER) >= 0
                || clues.tree().entries().stream().anyMatch(entry -> isInFolder(clues, entry.folder()));
        return inFolder && clues.mostAre(entry -> NAME.matcher(entry.name()).matches())
                ? Optional.of(Recognition.configured("the folder supabase/migrations"))
                : Optional.empty();
    }

    @Override
    public List<EngineClue> engines(Clues clues) {
        return List.of(new EngineClue("postgresql", label() + " knows no other"));
    }

    private static boolean isInFolder(Clues clues, List<String> folder) {
        boolean split = !clues.place().isEmpty()
                && clues.place().getLast().equals(FOLDER.get(0))
                && !folder.isEmpty()
                && folder.get(0).equals(FOLDER.get(1));
        return split || Collections.indexOfSubList(folder, FOLDER) >= 0;
    }

    @Override
    public Naming naming(String folder, String name) {
        return Naming.matching(NAME, "20250101000000_x.sql", name, Naming::withUnderscore);
    }

    @Override
    public Transaction transaction(MigrationFile file, Section section, List<String> statements) {
        return PIPELINE;
    }

    @Override
    public boolean hasNoTransactionFlag() {
        return false;
    }
}
