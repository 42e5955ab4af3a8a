package io.github.migralint.framework.mybatis;

import io.github.migralint.framework.Clues;
import io.github.migralint.framework.Direction;
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
import java.util.regex.Pattern;

/** MyBatis Migrations: what stands below {@code -- //@UNDO} takes back what stands above. */
public final class MyBatisFramework implements MigrationFramework {
    private static final Pattern URL = Pattern.compile("(?m)^[ \\t]*url[ \\t]*[=:][ \\t]*(\\S+)");
    private static final Pattern NAME = Pattern.compile("\\d+_.*\\.sql");
    private static final Pattern COMMENT = Pattern.compile("(?im)^--[ \\t]*//[ \\t]*@undo\\b");
    private static final Transaction WRAPPED = Transaction.wrapped(
            "MyBatis Migrations runs each file in a transaction", "with auto_commit=true in the environment");
    private static final SectionMarkers MARKERS = new SectionMarkers(
            "@undo",
            SectionMarkers.line("--[ \\t]*//[ \\t]*@undo\\b.*"),
            true,
            (marker, text, dialect) -> Optional.of(new Mark("down", Direction.DOWN, WRAPPED)));

    @Override
    public String name() {
        return "mybatis";
    }

    @Override
    public String label() {
        return "MyBatis Migrations";
    }

    @Override
    public Optional<Recognition> recognise(Clues clues) {
        return clues.anyHolds(COMMENT) ? Optional.of(Recognition.marked("-- //@UNDO in the files")) : Optional.empty();
    }

    @Override
    public List<EngineClue> engines(Clues clues) {
        return EngineClue.addressed(clues, "environments/development.properties", URL);
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
}
