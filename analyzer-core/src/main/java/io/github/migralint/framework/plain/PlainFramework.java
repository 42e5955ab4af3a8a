package io.github.migralint.framework.plain;

import io.github.migralint.framework.Clues;
import io.github.migralint.framework.Frameworks;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationFramework;
import io.github.migralint.framework.Recognition;
import io.github.migralint.framework.Section;
import io.github.migralint.framework.Transaction;
import io.github.migralint.framework.TransactionMode;
import io.github.migralint.source.SourceText;
import java.util.List;
import java.util.Optional;

/** SQL files in natural order of their names, up and down told apart by the usual names and markers. */
public final class PlainFramework implements MigrationFramework {
    private static final Transaction UNKNOWN =
            new Transaction(TransactionMode.UNKNOWN, "nothing tells how these files are run");

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public String label() {
        return "plain SQL files";
    }

    @Override
    public Optional<Recognition> recognise(Clues clues) {
        return Optional.of(new Recognition(Recognition.Strength.ASSUMED, "no migration tool recognised"));
    }

    /** A single file may still give its tool away. */
    @Override
    public Optional<List<Section>> marked(SourceText text, String dialect) {
        return Frameworks.ALL.stream()
                .filter(framework -> framework != this)
                .flatMap(framework -> framework.marked(text, dialect).stream())
                .findFirst();
    }

    @Override
    public Transaction transaction(MigrationFile file, Section section, List<String> statements) {
        return section.transaction().orElse(UNKNOWN);
    }
}
