package io.github.migralint;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.CreateEnum;
import io.github.migralint.ast.CreateExtension;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.CreateSchema;
import io.github.migralint.ast.CreateSequence;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.Rename;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.framework.Direction;
import io.github.migralint.history.Migration;
import java.util.List;
import java.util.Optional;

/** Tells whether a history starts from an empty database. */
final class Beginning {
    private Beginning() {}

    /** Whether the first thing that a history does is to create something, rather than to change what is there. */
    static boolean isFromNothing(List<Migration> migrations) {
        return migrations.stream()
                .filter(migration -> migration.direction() == Direction.UP)
                .flatMap(migration -> migration.statements().stream())
                .flatMap(statement -> fromNothing(statement).stream())
                .findFirst()
                .orElse(false);
    }

    private static Optional<Boolean> fromNothing(Statement statement) {
        return switch (statement) {
            case CreateTable s -> Optional.of(true);
            case CreateSchema s -> Optional.of(true);
            case CreateEnum s -> Optional.of(true);
            case CreateSequence s -> Optional.of(true);
            case CreateExtension s -> Optional.empty();
            case AlterTable s -> Optional.of(false);
            case CreateIndex s -> Optional.of(false);
            case Rename s -> Optional.of(false);
            case DropObject s -> s.ifExists() ? Optional.empty() : Optional.of(false);
            case Unparsed s -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
