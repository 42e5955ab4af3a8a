package io.github.migralint.history;

import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.Statement;
import io.github.migralint.effect.Subject;
import io.github.migralint.framework.Direction;
import io.github.migralint.schema.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What comes after a step: the rest of its migration and the migrations after it. Nothing is looked at before somebody asks.
 *
 * @param migrations all migrations of the history, in order
 * @param migration ordinal of the migration of the step
 * @param index place of the step in its migration
 */
public record Prospect(List<Migration> migrations, int migration, int index) {
    /**
     * The first later statement that makes an object of that kind and name.
     *
     * @param subject the object
     * @param table name of the table that it would be a part of
     */
    public Optional<Origin> maker(Subject subject, Optional<String> table) {
        for (Migration later : migrations) {
            boolean ahead = later.ordinal() >= migration && later.direction() == Direction.UP;
            if (ahead) {
                List<Statement> statements = later.statements();
                int first = later.ordinal() == migration ? index + 1 : 0;
                Optional<Origin> maker =
                        statements.subList(Math.min(first, statements.size()), statements.size()).stream()
                                .filter(statement -> makes(statement, subject, table))
                                .findFirst()
                                .map(later::origin);
                if (maker.isPresent()) {
                    return maker;
                }
            }
        }
        return Optional.empty();
    }

    /** The migrations that went forward before this one, the nearest first, and not more than {@code most}. */
    public List<Migration> earlier(int most) {
        var earlier = new ArrayList<Migration>();
        for (int i = migrations.size() - 1; i >= 0 && earlier.size() < most; i--) {
            Migration candidate = migrations.get(i);
            if (candidate.ordinal() < migration && candidate.direction() == Direction.UP) {
                earlier.add(candidate);
            }
        }
        return earlier;
    }

    private static boolean makes(Statement statement, Subject subject, Optional<String> table) {
        return Creation.of(statement).stream()
                .anyMatch(
                        creation -> creation.name().name().equals(subject.name().name())
                                && sort(creation.kind()) == sort(subject.kind())
                                && creation.table().map(name -> name.name()).equals(table));
    }

    /** Kinds that share their names, under one of them. */
    private static ObjectKind sort(ObjectKind kind) {
        return switch (kind) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX -> ObjectKind.TABLE;
            case TYPE, DOMAIN -> ObjectKind.TYPE;
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE -> ObjectKind.FUNCTION;
            default -> kind;
        };
    }
}
