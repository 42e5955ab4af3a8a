package io.github.migralint.framework.sqlx;

import io.github.migralint.framework.Clues;
import io.github.migralint.framework.Connections;
import io.github.migralint.framework.Direction;
import io.github.migralint.framework.EngineClue;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationFramework;
import io.github.migralint.framework.Naming;
import io.github.migralint.framework.Recognition;
import io.github.migralint.framework.Section;
import io.github.migralint.framework.Transaction;
import io.github.migralint.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** sqlx: {@code 1_x.sql}, or {@code 1_x.up.sql} and {@code 1_x.down.sql}, each sent as one query. */
public final class SqlxFramework implements MigrationFramework {
    private static final String NO_TRANSACTION = "-- no-transaction";
    private static final Pattern AT_START = Pattern.compile("\\A" + NO_TRANSACTION);
    private static final Pattern NAME = Pattern.compile("\\d+_.*\\.sql");
    private static final Transaction WRAPPED = Transaction.wrapped(
            "sqlx runs each file in a transaction", "with -- no-transaction as the very first characters of the file");
    private static final Transaction ONE_QUERY =
            Transaction.oneQuery("the file begins with -- no-transaction, and sqlx sends it as one query");

    @Override
    public String name() {
        return "sqlx";
    }

    @Override
    public String label() {
        return "sqlx";
    }

    @Override
    public Optional<Recognition> recognise(Clues clues) {
        if (!clues.mostAre(entry -> NAME.matcher(entry.name()).matches())) {
            return Optional.empty();
        }
        // in a Go project the comment is there by mistake
        if (clues.anyHolds(AT_START) && !clues.has("go.mod")) {
            return Optional.of(Recognition.marked("-- no-transaction in a file"));
        }
        if (clues.has("sqlx.toml")) {
            return Optional.of(Recognition.configured("sqlx.toml"));
        }
        return clues.hasCrate("sqlx") ? Optional.of(Recognition.configured("sqlx in Cargo.toml")) : Optional.empty();
    }

    @Override
    public List<EngineClue> engines(Clues clues) {
        return EngineClue.ofDatabaseUrl(clues);
    }

    @Override
    public Naming naming(String folder, String name) {
        return Naming.matching(NAME, "1_x.sql", name, Naming::withUnderscore);
    }

    /** The flag counts only as the first bytes of the file, before which not even a byte order mark may stand. */
    @Override
    public List<Section> sections(SourceText text, String dialect) {
        boolean without = text.text().startsWith(NO_TRANSACTION) && text.byteOffset(0) == 0;
        return List.of(new Section("", Direction.UP, text.span(), Optional.of(without ? ONE_QUERY : WRAPPED)));
    }

    @Override
    public Transaction transaction(MigrationFile file, Section section, List<String> statements) {
        return section.transaction().orElse(WRAPPED);
    }

    /** All files of a call run over one connection, and nothing is put back between them. */
    @Override
    public Connections connections() {
        return Connections.oneForAll();
    }
}
