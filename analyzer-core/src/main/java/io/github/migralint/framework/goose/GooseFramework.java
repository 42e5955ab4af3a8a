package io.github.migralint.framework.goose;

import io.github.migralint.framework.Clues;
import io.github.migralint.framework.EngineClue;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationFramework;
import io.github.migralint.framework.Naming;
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

/** goose: {@code -- +goose Up} and {@code Down} in each file, sent statement by statement. */
public final class GooseFramework implements MigrationFramework {
    private static final Pattern DRIVER =
            Pattern.compile("(?m)^[ \\t]*(?:export )?GOOSE_DRIVER[ \\t]*=[ \\t]*[\"']?([a-z0-9]+)");
    private static final Pattern NAME = Pattern.compile("\\d+_.*\\.sql");
    private static final Pattern COMMENT = Pattern.compile("(?im)^--[ \\t]*\\+goose[ \\t]+\\w");
    private static final Pattern NO_TRANSACTION =
            Pattern.compile("(?im)^--[ \\t]*\\+goose[ \\t]+NO TRANSACTION[ \\t]*$");
    private static final SectionMarkers MARKERS = new SectionMarkers(
            "+goose", SectionMarkers.line("--[ \\t]*\\+goose[ \\t]+(up|down)\\b.*"), false, GooseFramework::read);
    private static final Transaction WRAPPED =
            Transaction.wrapped("goose runs each file in a transaction", "with the line -- +goose NO TRANSACTION");

    @Override
    public String name() {
        return "goose";
    }

    @Override
    public String label() {
        return "goose";
    }

    @Override
    public Optional<Recognition> recognise(Clues clues) {
        return clues.mostHold(COMMENT) ? Optional.of(Recognition.marked("-- +goose in the files")) : Optional.empty();
    }

    @Override
    public List<EngineClue> engines(Clues clues) {
        return EngineClue.named(clues, ".env", DRIVER);
    }

    @Override
    public Naming naming(String folder, String name) {
        return Naming.matching(NAME, "1_x.sql", name, Naming::withUnderscore);
    }

    @Override
    public Optional<List<Section>> marked(SourceText text, String dialect) {
        return MARKERS.cut(text, dialect);
    }

    @Override
    public Transaction transaction(MigrationFile file, Section section, List<String> statements) {
        return section.transaction().orElse(WRAPPED);
    }

    private static Optional<Mark> read(MatchResult marker, String text, String dialect) {
        boolean without = NO_TRANSACTION.matcher(text).find();
        return Optional.of(new Mark(
                SectionMarkers.name(marker),
                SectionMarkers.direction(marker),
                without ? Transaction.none("the file says NO TRANSACTION") : WRAPPED));
    }
}
