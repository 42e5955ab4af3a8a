package io.github.migralint.history;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Script;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationFramework;
import io.github.migralint.framework.Section;
import io.github.migralint.framework.Transaction;
import io.github.migralint.framework.TransactionMode;
import io.github.migralint.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads files into migrations: one for each part that its tool runs by itself. */
public final class HistoryReader {
    private final Dialect dialect;
    private final MigrationFramework framework;
    private final Optional<Boolean> assumed;
    private final List<Migration> migrations = new ArrayList<>();
    private boolean decided;

    /** A reader for the files of one call, of which nothing is assumed. */
    public HistoryReader(Dialect dialect, MigrationFramework framework) {
        this(dialect, framework, Optional.empty());
    }

    /** The same, where {@code assumed} says whether files of which nothing else tells it are run in a transaction. */
    public HistoryReader(Dialect dialect, MigrationFramework framework, Optional<Boolean> assumed) {
        this.dialect = dialect;
        this.framework = framework;
        this.assumed = assumed;
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

    /** Whether what was assumed decided how a file is run. */
    public boolean assumptionDecided() {
        return decided;
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
                file.underReview(),
                framework.connections()));
    }

    private Transaction transaction(MigrationFile file, SourceText text, Section section, List<Script> scripts) {
        List<String> statements = scripts.stream()
                .flatMap(script -> script.statements().stream())
                .map(Statement::span)
                .map(text::slice)
                .toList();
        return assumed(framework.transaction(file, section, statements));
    }

    private Transaction assumed(Transaction transaction) {
        if (transaction.mode() != TransactionMode.UNKNOWN || assumed.isEmpty()) {
            return transaction;
        }
        decided = true;
        return assumed.get()
                ? new Transaction(TransactionMode.WRAPPED, "each file is assumed to run in a transaction")
                : new Transaction(TransactionMode.NONE, "files are assumed to run without a transaction");
    }
}
