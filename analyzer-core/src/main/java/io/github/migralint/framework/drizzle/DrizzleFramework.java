package io.github.migralint.framework.drizzle;

import io.github.migralint.framework.Clues;
import io.github.migralint.framework.Direction;
import io.github.migralint.framework.EngineClue;
import io.github.migralint.framework.FileTree;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationFramework;
import io.github.migralint.framework.Recognition;
import io.github.migralint.framework.Remark;
import io.github.migralint.framework.Section;
import io.github.migralint.framework.Transaction;
import io.github.migralint.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Drizzle: the files that {@code meta/_journal.json} lists, in its order, all pending ones in one transaction. */
public final class DrizzleFramework implements MigrationFramework {
    private static final Pattern DIALECT = Pattern.compile("\\bdialect[\"']?[ \\t]*:[ \\t]*[\"'](\\w+)[\"']");
    private static final String BREAKPOINT = "--> statement-breakpoint";
    private static final Transaction SHARED =
            Transaction.shared("Drizzle runs all pending files in one transaction", "");

    @Override
    public String name() {
        return "drizzle";
    }

    @Override
    public String label() {
        return "Drizzle";
    }

    @Override
    public Optional<Recognition> recognise(Clues clues) {
        if (clues.anyHolds(Pattern.compile(Pattern.quote(BREAKPOINT)))) {
            return Optional.of(Recognition.marked(BREAKPOINT + " in the files"));
        }
        boolean listed = clues.has(Journal.NAME) || clues.hasBelow("meta/" + Journal.NAME);
        return listed && clues.mostAre(entry -> Character.isDigit(entry.name().charAt(0)))
                ? Optional.of(Recognition.configured("meta/" + Journal.NAME))
                : Optional.empty();
    }

    /** The journal lies below the migrations, the configuration somewhere above them. */
    @Override
    public List<EngineClue> engines(Clues clues) {
        return Stream.of(Journal.NAME, "meta/" + Journal.NAME, "drizzle.config.ts", "drizzle.config.js")
                .map(file -> EngineClue.named(clues, file, DIALECT))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    @Override
    public Optional<Remark.UnreadFile> unread(MigrationFile file) {
        return file.direction() == Direction.NONE && Journal.leavesOut(file.file())
                ? Optional.of(new Remark.UnreadFile(label(), "files that meta/" + Journal.NAME + " lists", ""))
                : Optional.empty();
    }

    @Override
    public Selection select(FileTree tree, String dialect) {
        return Journal.sort(MigrationFramework.super.select(tree, dialect));
    }

    @Override
    public Optional<List<Section>> marked(SourceText text, String dialect) {
        return text.text().contains(BREAKPOINT)
                ? Optional.of(List.of(new Section("", Direction.UP, text.span(), Optional.of(SHARED))))
                : Optional.empty();
    }

    @Override
    public Transaction transaction(MigrationFile file, Section section, List<String> statements) {
        return SHARED;
    }
}
