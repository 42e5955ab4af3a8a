package io.github.migralint.history;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.DoBlock;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The statements of a migration in order, with those that one can see inside its blocks. What comes after a statement is
 * asked at every statement, so that those about a name and those about settings are kept besides.
 */
final class Course {
    private final List<Statement> statements = new ArrayList<>();
    private final List<Statement> settings = new ArrayList<>();
    private final Map<String, List<Statement>> byTarget = new HashMap<>();

    Course(Migration migration) {
        migration.statements().stream().flatMap(Course::withInner).forEach(this::add);
    }

    private static Stream<Statement> withInner(Statement statement) {
        return statement instanceof DoBlock block
                ? Stream.concat(
                        Stream.of(statement), block.body().program().stream().flatMap(ProceduralStatement::statements))
                : Stream.of(statement);
    }

    private void add(Statement statement) {
        statements.add(statement);
        if (!SettingChange.of(statement).isEmpty()) {
            settings.add(statement);
        }
        targets(statement)
                .map(QualifiedName::name)
                .distinct()
                .forEach(name ->
                        byTarget.computeIfAbsent(name, n -> new ArrayList<>()).add(statement));
    }

    private static Stream<QualifiedName> targets(Statement statement) {
        return switch (statement) {
            case AlterTable alter -> Stream.of(alter.name());
            case DropObject drop -> drop.objects().stream().map(object -> object.name());
            default -> Stream.of();
        };
    }

    /** All that begin after an offset of the file. */
    List<Statement> after(int offset) {
        return after(statements, offset);
    }

    /** Of those the ones that change settings. */
    List<Statement> settingsAfter(int offset) {
        return after(settings, offset);
    }

    /** Of those the ones that alter a table, or drop an object, of that name in whatever schema. */
    List<Statement> targetingAfter(int offset, String name) {
        return after(byTarget.getOrDefault(name, List.of()), offset);
    }

    private static List<Statement> after(List<Statement> ordered, int offset) {
        int from = 0;
        int to = ordered.size();
        while (from < to) {
            int middle = (from + to) / 2;
            if (ordered.get(middle).span().start() <= offset) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return ordered.subList(from, ordered.size());
    }
}
