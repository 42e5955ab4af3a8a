package io.github.migralint.framework.dbmate;

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

/** dbmate: {@code -- migrate:up} and {@code down} in each file, each sent as one query. */
public final class DbmateFramework implements MigrationFramework {
    private static final Pattern NAME = Pattern.compile("\\d+.*\\.sql");
    private static final Pattern COMMENT = Pattern.compile("(?m)^--\\s*migrate:(up|down)\\b");
    private static final Pattern NO_TRANSACTION = Pattern.compile("(?:^|\\s)transaction:false(?:\\s|$)");
    private static final SectionMarkers MARKERS = new SectionMarkers(
            "migrate:", SectionMarkers.line("--[ \\t]*migrate:(up|down)\\b(.*)"), false, DbmateFramework::read);
    private static final Transaction WRAPPED = Transaction.wrapped(
            "dbmate runs each file in a transaction", "with the line -- migrate:up transaction:false");

    @Override
    public String name() {
        return "dbmate";
    }

    @Override
    public String label() {
        return "dbmate";
    }

    @Override
    public Optional<Recognition> recognise(Clues clues) {
        return clues.mostHold(COMMENT)
                ? Optional.of(Recognition.marked("-- migrate:up in the files"))
                : Optional.empty();
    }

    @Override
    public List<EngineClue> engines(Clues clues) {
        return EngineClue.ofDatabaseUrl(clues);
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
        boolean without = NO_TRANSACTION.matcher(marker.group(2)).find();
        return Optional.of(new Mark(
                SectionMarkers.name(marker),
                SectionMarkers.direction(marker),
                without
                        ? Transaction.oneQuery("the file says transaction:false, and dbmate sends it as one query")
                        : WRAPPED));
    }
}
