package io.github.migralint.framework.atlas;

import io.github.migralint.framework.Clues;
import io.github.migralint.framework.Direction;
import io.github.migralint.framework.EngineClue;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationFramework;
import io.github.migralint.framework.Recognition;
import io.github.migralint.framework.Section;
import io.github.migralint.framework.Transaction;
import io.github.migralint.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Atlas: the files of a folder with {@code atlas.sum}, unless they are named for another tool that it writes for. */
public final class AtlasFramework implements MigrationFramework {
    private static final Pattern URL = Pattern.compile("(?m)^[ \\t]*(?:url|dev)[ \\t]*=[ \\t]*\"([^\"]+)");
    private static final Pattern DEVELOPMENT = Pattern.compile("\"docker(?:\\+\\w+)?://(\\w+)/");
    private static final Pattern TX_MODE = Pattern.compile("--[ \\t]*atlas:txmode[ \\t]+none[ \\t]*");
    private static final Pattern OF_ANOTHER = Pattern.compile("[VURB]\\d.*__.*|R__.*|.*\\.(?:up|down)\\.sql");
    private static final Transaction WRAPPED = Transaction.wrapped(
            "Atlas runs each file in a transaction",
            "with -- atlas:txmode none as the first line of the file and an empty line behind it");
    private static final Transaction NONE = Transaction.none("the file says atlas:txmode none");

    @Override
    public String name() {
        return "atlas";
    }

    @Override
    public String label() {
        return "Atlas";
    }

    @Override
    public Optional<Recognition> recognise(Clues clues) {
        boolean ofAnother = clues.tree().entries().stream()
                .anyMatch(entry -> OF_ANOTHER.matcher(entry.name()).matches());
        return clues.has("atlas.sum") && !ofAnother
                ? Optional.of(Recognition.configured("atlas.sum"))
                : Optional.empty();
    }

    @Override
    public List<EngineClue> engines(Clues clues) {
        return Stream.concat(
                        EngineClue.named(clues, "atlas.hcl", DEVELOPMENT).stream(),
                        EngineClue.addressed(clues, "atlas.hcl", URL).stream())
                .distinct()
                .toList();
    }

    /** Directives count in the comments at the top of the file, and only when an empty line follows these. */
    @Override
    public List<Section> sections(SourceText text, String dialect) {
        boolean without = false;
        boolean header = true;
        int line = 1;
        while (header && line <= text.lineCount() && text.line(line).startsWith("--")) {
            without |= TX_MODE.matcher(text.line(line)).matches();
            line++;
        }
        header = line > 1 && line <= text.lineCount() && text.line(line).isBlank();
        return List.of(new Section("", Direction.UP, text.span(), Optional.of(header && without ? NONE : WRAPPED)));
    }

    @Override
    public Transaction transaction(MigrationFile file, Section section, List<String> statements) {
        return section.transaction().orElse(WRAPPED);
    }
}
