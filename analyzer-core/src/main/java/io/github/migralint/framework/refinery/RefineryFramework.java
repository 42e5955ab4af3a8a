package io.github.migralint.framework.refinery;

import io.github.migralint.framework.Clues;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationFramework;
import io.github.migralint.framework.Naming;
import io.github.migralint.framework.Recognition;
import io.github.migralint.framework.Section;
import io.github.migralint.framework.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** refinery: {@code V1__x.sql} and {@code U1__x.sql}, which both go forward. */
public final class RefineryFramework implements MigrationFramework {
    private static final Pattern NAME = Pattern.compile("[UV]\\d+(?:\\.\\d+)?__\\w+\\.sql");
    private static final Transaction WRAPPED = Transaction.wrapped("refinery runs each file in a transaction", "");

    @Override
    public String name() {
        return "refinery";
    }

    @Override
    public String label() {
        return "refinery";
    }

    @Override
    public Optional<Recognition> recognise(Clues clues) {
        boolean some = clues.tree().entries().stream()
                .anyMatch(entry -> NAME.matcher(entry.name()).matches());
        return some && clues.hasCrate("refinery")
                ? Optional.of(Recognition.configured("refinery in Cargo.toml"))
                : Optional.empty();
    }

    @Override
    public Naming naming(String folder, String name) {
        if (NAME.matcher(name).matches()) {
            return new Naming.Run();
        }
        return name.matches("[UVuv]?\\d.*\\.sql")
                ? new Naming.Mistaken(
                        "V1__x.sql", name.replaceFirst("^[UVuv]?(\\d+(?:\\.\\d+)?)[^A-Za-z0-9]*(?=.)", "V$1__"))
                : new Naming.Foreign();
    }

    @Override
    public Transaction transaction(MigrationFile file, Section section, List<String> statements) {
        return WRAPPED;
    }
}
