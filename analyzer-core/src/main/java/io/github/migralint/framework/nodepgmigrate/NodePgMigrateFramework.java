package io.github.migralint.framework.nodepgmigrate;

import io.github.migralint.framework.Clues;
import io.github.migralint.framework.EngineClue;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationFramework;
import io.github.migralint.framework.Recognition;
import io.github.migralint.framework.Section;
import io.github.migralint.framework.SectionMarkers;
import io.github.migralint.framework.SectionMarkers.Mark;
import io.github.migralint.framework.Transaction;
import io.github.migralint.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** node-pg-migrate: {@code -- Up Migration} and {@code -- Down Migration}, all pending files in one transaction. */
public final class NodePgMigrateFramework implements MigrationFramework {
    private static final Pattern COMMENT = Pattern.compile("(?im)^--[ \\t]*(?:up|down) migration[ \\t]*$");
    private static final Pattern DEPENDENCY = Pattern.compile("\"node-pg-migrate\"\\s*:");
    private static final SectionMarkers MARKERS = new SectionMarkers(
            "migration",
            SectionMarkers.line("--[ \\t]*(up|down) migration[ \\t]*"),
            true,
            NodePgMigrateFramework::read);
    private static final Transaction SHARED = Transaction.shared(
            "node-pg-migrate runs all pending files in one transaction", "with --no-single-transaction");

    @Override
    public String name() {
        return "node-pg-migrate";
    }

    @Override
    public String label() {
        return "node-pg-migrate";
    }

    @Override
    public Optional<Recognition> recognise(Clues clues) {
        if (clues.anyHolds(COMMENT)) {
            return Optional.of(Recognition.marked("-- Up Migration in the files"));
        }
        boolean numbered = clues.mostAre(entry -> Character.isDigit(entry.name().charAt(0)));
        return numbered && clues.has("package.json", DEPENDENCY)
                ? Optional.of(Recognition.configured("node-pg-migrate in package.json"))
                : Optional.empty();
    }

    @Override
    public List<EngineClue> engines(Clues clues) {
        return List.of(new EngineClue("postgresql", label() + " knows no other"));
    }

    @Override
    public Optional<List<Section>> marked(SourceText text, String dialect) {
        return MARKERS.cut(text, dialect);
    }

    @Override
    public Transaction transaction(MigrationFile file, Section section, List<String> statements) {
        return section.transaction().orElse(SHARED);
    }

    private static Optional<Mark> read(MatchResult marker, String text, String dialect) {
        return Optional.of(new Mark(SectionMarkers.name(marker), SectionMarkers.direction(marker), SHARED));
    }
}
