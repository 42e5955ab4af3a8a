package io.github.migralint;

import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Script;
import io.github.migralint.dialect.Version;
import io.github.migralint.framework.Direction;
import io.github.migralint.framework.FileTree;
import io.github.migralint.framework.Frameworks;
import io.github.migralint.framework.Transaction;
import io.github.migralint.framework.TransactionMode;
import io.github.migralint.history.Migration;
import io.github.migralint.report.Problem;
import io.github.migralint.schema.Origin;
import io.github.migralint.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The script that makes the schema on which a history begins.
 *
 * @param script the script as a migration before all others; empty when there is none, or it cannot be read
 * @param problem why it cannot be read
 */
record StartingSchema(Optional<Migration> script, Optional<Problem> problem) {
    static StartingSchema of(Request request) {
        return request.startingSchema()
                .map(file -> read(file, request.dialect(), request.version()))
                .orElseGet(() -> new StartingSchema(Optional.empty(), Optional.empty()));
    }

    /** A note on what of it was not understood: what that makes is missing. */
    Optional<String> note() {
        return script.flatMap(migration -> {
            long unread = migration.statements().stream()
                    .filter(NotUnderstood::concerns)
                    .count();
            return unread == 0
                    ? Optional.empty()
                    : Optional.of(unread + (unread == 1 ? " statement of " : " statements of ") + migration.path()
                            + (unread == 1 ? " was" : " were") + " not understood");
        });
    }

    private static StartingSchema read(Path file, Dialect dialect, Version version) {
        String path = Frameworks.display(file);
        try {
            if (!Files.exists(file)) {
                return unreadable(path, "does not exist");
            }
            if (Files.isDirectory(file)) {
                return unreadable(
                        path, "is a folder: --schema takes one file, such as " + dialect.schemaDump() + " writes");
            }
            if (Files.size(file) > FileTree.MAX_BYTES) {
                return unreadable(path, "is larger than 64 MB: leave the rows away with " + dialect.schemaDump());
            }
            byte[] content = Files.readAllBytes(file);
            return SqlFile.looksBinary(content)
                    ? unreadable(path, "is not text: write a plain script with " + dialect.schemaDump())
                    : new StartingSchema(
                            Optional.of(migration(SourceText.of(path, content), dialect, version)), Optional.empty());
        } catch (IOException e) {
            return unreadable(path, "cannot be read");
        }
    }

    private static StartingSchema unreadable(String path, String why) {
        String message = "The starting schema " + path + " " + why + ".";
        return new StartingSchema(Optional.empty(), Optional.of(Problem.of(Problem.Kind.MISSING, path, message)));
    }

    private static Migration migration(SourceText text, Dialect dialect, Version version) {
        Script script = dialect.parse(text, text.span(), version);
        return new Migration(
                Origin.BEFORE_HISTORY.migration(),
                text,
                List.of(script),
                "",
                Direction.UP,
                new Transaction(TransactionMode.NONE, "it is only replayed"),
                false);
    }
}
