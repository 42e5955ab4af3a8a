package io.github.migralint.history;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Script;
import io.github.migralint.dialect.Version;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationFramework;
import io.github.migralint.framework.Opening;
import io.github.migralint.framework.Remark;
import io.github.migralint.framework.Section;
import io.github.migralint.framework.Transaction;
import io.github.migralint.framework.TransactionMode;
import io.github.migralint.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads files into migrations: one for each part that its tool runs by itself. */
public final class HistoryReader {
    private final Dialect dialect;
    private final Version version;
    private final MigrationFramework framework;
    private final Optional<Boolean> assumed;
    private final List<Migration> migrations = new ArrayList<>();
    private boolean decided;
    private Map<String, String> opened = Map.of();

    /** A reader for the files of one call, of which nothing is assumed. */
    public HistoryReader(Dialect dialect, MigrationFramework framework) {
        this(dialect, dialect.defaultVersion(), framework, Optional.empty());
    }

    /** The same, where {@code assumed} says whether files of which nothing else tells it are run in a transaction. */
    public HistoryReader(Dialect dialect, Version version, MigrationFramework framework, Optional<Boolean> assumed) {
        this.dialect = dialect;
        this.version = version;
        this.framework = framework;
        this.assumed = assumed;
    }

    /** Adds the migrations of the next file. */
    public void read(MigrationFile file, SourceText text) {
        int first = migrations.size();
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
        open(framework.opening(file), migrations.subList(first, migrations.size()));
    }

    /** What such a file sets holds for the sessions of all migrations. */
    private void open(Opening opening, List<Migration> read) {
        if (opening != Opening.NEVER) {
            var settings = new Settings(Map.of(), opened);
            read.stream()
                    .flatMap(migration -> migration.statements().stream())
                    .forEach(statement -> settings.apply(statement, opening == Opening.FILE));
            opened = settings.inForce();
        }
    }

    /** Everything read so far, in order. */
    public List<Migration> migrations() {
        var start = new SessionStart(framework.connections(), opened);
        return migrations.stream()
                .map(migration -> migration.withSession(start))
                .toList();
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
                .map(section -> dialect.parse(text, section.span(), version))
                .toList();
        Section first = sections.getFirst();
        Transaction transaction = transaction(file, text, first, scripts);
        migrations.add(new Migration(
                migrations.size(),
                text,
                scripts,
                file.version(),
                first.directionIn(file),
                transaction,
                file.underReview(),
                SessionStart.PLAIN,
                remarks(file, text, sections, transaction, scripts)));
    }

    private List<Remark> remarks(
            MigrationFile file,
            SourceText text,
            List<Section> sections,
            Transaction transaction,
            List<Script> scripts) {
        if (!file.underReview()) {
            return List.of();
        }
        var remarks = new ArrayList<Remark>(framework.unread(file).stream().toList());
        int statements =
                scripts.stream().mapToInt(script -> script.statements().size()).sum();
        sections.forEach(section -> remarks.addAll(framework.unreadFlags(text, section, transaction, statements)));
        return remarks;
    }

    private Transaction transaction(MigrationFile file, SourceText text, Section section, List<Script> scripts) {
        List<String> statements = scripts.stream()
                .flatMap(script -> script.statements().stream())
                .map(Statement::span)
                .map(text::slice)
                .toList();
        return assumed(onServer(framework.transaction(file, section, statements)));
    }

    /** What a tool sends as one query is one transaction on some servers only. */
    private Transaction onServer(Transaction transaction) {
        return transaction.mode() == TransactionMode.IMPLICIT && !dialect.runsQueryAsTransaction()
                ? Transaction.none(framework.label() + " sends a file as one query, and " + dialect.label()
                        + " commits each statement of it by itself")
                : transaction;
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
