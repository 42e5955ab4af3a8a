package io.github.migralint.history;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Script;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationFramework;
import io.github.migralint.framework.Section;
import io.github.migralint.framework.Transaction;
import io.github.migralint.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/** Reads files into migrations: one for each part that its tool runs by itself. */
public final class HistoryReader {
    private final Dialect dialect;
    private final MigrationFramework framework;
    private final List<Migration> migrations = new ArrayList<>();

    /** A reader for the files of one call. */
    public HistoryReader(Dialect dialect, MigrationFramework framework) {
        this.dialect = dialect;
        this.framework = framework;
    }

    /** Adds the migrations of the next file. */
    public void read(MigrationFile file, SourceText text) {
        List<Section> together = new ArrayList<>();
        for (Section section : framework.sections(text, dialect.name())) {
            if (!together.isEmpty() && !runsWith(together.getFirst(), section)) {
                add(file, text, together);
                together.clear();
            }
            together.add(section);
        }
        if (!together.isEmpty()) {
            add(file, text, together);
        }
    }

    /** Everything read so far, in order. */
    public List<Migration> migrations() {
        return List.copyOf(migrations);
    }

    /** Nameless sections are steps of one migration, such as those between statement breakpoints. */
    private static boolean runsWith(Section first, Section next) {
        return first.name().isEmpty() && next.name().isEmpty() && first.direction() == next.direction();
    }

    private void add(MigrationFile file, SourceText text, List<Section> sections) {
        List<Script> scripts = sections.stream()
                .map(section -> dialect.parse(text, section.span()))
                .toList();
        Section first = sections.getFirst();
        migrations.add(new Migration(
                migrations.size(),
                text,
                scripts,
                file.version(),
                first.directionIn(file),
                transaction(file, text, first, scripts),
                file.underReview()));
    }

    private Transaction transaction(MigrationFile file, SourceText text, Section section, List<Script> scripts) {
        List<String> statements = scripts.stream()
                .flatMap(script -> script.statements().stream())
                .map(Statement::span)
                .map(text::slice)
                .toList();
        return framework.transaction(file, section, statements);
    }
}
