package io.github.migralint.inspection;

import io.github.migralint.framework.Direction;
import io.github.migralint.framework.TransactionMode;
import io.github.migralint.source.SourceText;
import java.util.List;

/**
 * One file.
 *
 * @param text the file
 * @param framework name of the migration tool in options: {@code flyway}
 * @param direction of the file, or of its first part that has statements
 * @param transaction how the tool runs it
 * @param statements of all its parts, in the order of the file
 */
public record InspectedFile(
        SourceText text,
        String framework,
        Direction direction,
        TransactionMode transaction,
        List<InspectedStatement> statements) {
    public InspectedFile {
        statements = List.copyOf(statements);
    }
}
