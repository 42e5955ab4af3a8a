package io.github.migralint.framework.sqlmigrate;

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
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** sql-migrate: {@code -- +migrate Up} and {@code Down} in each file, sent statement by statement. */
public final class SqlMigrateFramework implements MigrationFramework {
    private static final Pattern DIALECT = Pattern.compile("(?m)^[ \\t]+dialect:[ \\t]*[\"']?(\\w+)");
    private static final Pattern COMMENT = Pattern.compile("(?im)^--[ \\t]*\\+migrate[ \\t]+(up|down)\\b");
    private static final SectionMarkers MARKERS = new SectionMarkers(
            "+migrate",
            SectionMarkers.line("--[ \\t]*\\+migrate[ \\t]+(up|down)\\b(.*)"),
            false,
            SqlMigrateFramework::read);
    private static final Transaction WRAPPED = Transaction.wrapped(
            "sql-migrate runs each file in a transaction", "with the line -- +migrate Up notransaction");

    @Override
    public String name() {
        return "sql-migrate";
    }

    @Override
    public String label() {
        return "sql-migrate";
    }

    @Override
    public Optional<Recognition> recognise(Clues clues) {
        return clues.mostHold(COMMENT) ? Optional.of(Recognition.marked("-- +migrate in the files")) : Optional.empty();
    }

    @Override
    public List<EngineClue> engines(Clues clues) {
        return EngineClue.named(clues, "dbconfig.yml", DIALECT);
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
        boolean without = marker.group(2).toLowerCase(Locale.ROOT).contains("notransaction");
        return Optional.of(new Mark(
                SectionMarkers.name(marker),
                SectionMarkers.direction(marker),
                without ? Transaction.none("the file says notransaction") : WRAPPED));
    }
}
