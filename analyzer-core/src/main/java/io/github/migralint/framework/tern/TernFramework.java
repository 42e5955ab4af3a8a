package io.github.migralint.framework.tern;

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

/** tern: what stands below its dividing line takes back what stands above. */
public final class TernFramework implements MigrationFramework {
    private static final String DISABLE = "---- tern: disable-tx ----";
    private static final Pattern NAME = Pattern.compile("\\d+_.+\\.sql");
    private static final Pattern DIVIDER = Pattern.compile("(?m)^---- create above / drop below ----");
    private static final Transaction WITHOUT = Transaction.none("the file says disable-tx");
    private static final Transaction WRAPPED =
            Transaction.wrapped("tern runs each file in a transaction", "with the line " + DISABLE);
    private static final SectionMarkers MARKERS = new SectionMarkers(
            "create above",
            SectionMarkers.line("---- create above / drop below ----.*"),
            true,
            (marker, text, dialect) -> Optional.of(new Mark("down", Direction.DOWN, transaction(text))));

    @Override
    public String name() {
        return "tern";
    }

    @Override
    public String label() {
        return "tern";
    }

    @Override
    public Optional<Recognition> recognise(Clues clues) {
        if (clues.anyHolds(DIVIDER)) {
            return Optional.of(Recognition.marked("create above / drop below in the files"));
        }
        return clues.has("tern.conf")
                        && clues.mostAre(entry -> NAME.matcher(entry.name()).matches())
                ? Optional.of(Recognition.configured("tern.conf"))
                : Optional.empty();
    }

    @Override
    public List<EngineClue> engines(Clues clues) {
        return List.of(new EngineClue("postgresql", label() + " knows no other"));
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
    public List<Section> sections(SourceText text, String dialect) {
        return marked(text, dialect)
                .orElseGet(() ->
                        List.of(new Section("", Direction.UP, text.span(), Optional.of(transaction(text.text())))));
    }

    @Override
    public Transaction transaction(MigrationFile file, Section section, List<String> statements) {
        return section.transaction().orElse(WRAPPED);
    }

    private static Transaction transaction(String text) {
        return text.contains(DISABLE) ? WITHOUT : WRAPPED;
    }
}
