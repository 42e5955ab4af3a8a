package io.github.migralint.framework.liquibase;

import io.github.migralint.dialect.Dialects;
import io.github.migralint.framework.Clues;
import io.github.migralint.framework.Connections;
import io.github.migralint.framework.Direction;
import io.github.migralint.framework.EngineClue;
import io.github.migralint.framework.EngineNames;
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
import java.util.stream.Stream;

/** Liquibase with changelogs in SQL: each changeset is a transaction of its own, and runs only on its engines. */
public final class LiquibaseFramework implements MigrationFramework {
    private static final Pattern URL = Pattern.compile("(?m)^[ \\t]*url[ \\t]*[=:][ \\t]*(\\S+)");
    private static final Pattern HEADER = Pattern.compile("(?im)^[ \\t]*--[ \\t]*liquibase formatted sql\\b");
    private static final Pattern DBMS = Pattern.compile("(?i)\\bdbms:(\"[^\"]*\"|\\S+)");
    private static final SectionMarkers MARKERS = new SectionMarkers(
            "changeset",
            SectionMarkers.line("--[ \\t]*changeset[ \\t]+(\\S+:\\S+)(.*)"),
            false,
            LiquibaseFramework::read);
    private static final Transaction WRAPPED =
            Transaction.wrapped("Liquibase runs each changeset in a transaction", "with runInTransaction:false");

    @Override
    public String name() {
        return "liquibase";
    }

    @Override
    public String label() {
        return "Liquibase";
    }

    @Override
    public Optional<Recognition> recognise(Clues clues) {
        return clues.mostHold(HEADER)
                ? Optional.of(Recognition.marked("--liquibase formatted sql in the files"))
                : Optional.empty();
    }

    /** An engine that is not understood is named for some changesets only: the others are meant for those that are. */
    @Override
    public List<EngineClue> engines(Clues clues) {
        List<EngineClue> configured = EngineClue.addressed(clues, "liquibase.properties", URL);
        if (!configured.isEmpty()) {
            return configured;
        }
        return clues.findingsInFiles(DBMS).stream()
                .flatMap(found -> Stream.of(found.group(1).replace("\"", "").split(",", -1)))
                .flatMap(name -> EngineNames.engine(name.strip()).stream())
                .filter(engine -> Dialects.named(engine).isPresent())
                .distinct()
                .sorted()
                .map(engine -> new EngineClue(engine, "dbms:" + engine + " in the files"))
                .toList();
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
        if (!isFor(marker, dialect)) {
            return Optional.empty();
        }
        String attributes = marker.group(2).replace(" ", "").toLowerCase(Locale.ROOT);
        boolean without = attributes.contains("runintransaction:false");
        return Optional.of(new Mark(
                "changeset " + marker.group(1),
                Direction.UP,
                without ? Transaction.none("the changeset says runInTransaction:false") : WRAPPED));
    }

    /** Whether a changeset runs on an engine: {@code dbms:postgresql,h2} or {@code dbms:!mysql}. */
    private static boolean isFor(MatchResult match, String dialect) {
        var dbms = DBMS.matcher(match.group());
        if (!dbms.find()) {
            return true;
        }
        boolean listed = false;
        for (String name : dbms.group(1).replace("\"", "").split(",", -1)) {
            String engine = name.strip();
            if (engine.startsWith("!")) {
                if (isDialect(engine.substring(1), dialect)) {
                    return false;
                }
                listed = true;
            } else {
                listed |= isDialect(engine, dialect);
            }
        }
        return listed;
    }

    private static boolean isDialect(String name, String dialect) {
        return name.equalsIgnoreCase("all") || EngineNames.engine(name).equals(Optional.of(dialect));
    }

    /** All files of a call run over one connection, and nothing is put back between them. */
    @Override
    public Connections connections() {
        return Connections.oneForAll();
    }
}
