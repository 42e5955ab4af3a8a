package io.github.migralint.rules.facts;

import io.github.migralint.ast.DoBlock;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.framework.Direction;
import io.github.migralint.history.Migration;
import io.github.migralint.history.Step;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What comes after a step, the statements inside of blocks included. */
public final class Following {
    private Following() {}

    /** The statements that come after a step in its migration, in order. */
    public static Stream<Statement> inMigration(Step step) {
        Stream<Statement> later = step.following().stream().flatMap(Following::inside);
        return Stream.concat(restOfBlock(step), later);
    }

    /** The same, and then those of the later migrations that go forward. */
    public static Stream<Statement> inHistory(Step step) {
        Stream<Statement> later = laterMigrations(step)
                .flatMap(migration -> migration.statements().stream())
                .flatMap(Following::inside);
        return Stream.concat(inMigration(step), later);
    }

    /** Whether the table of that name is dropped later in the same migration. */
    public static boolean dropsTable(Step step, QualifiedName table) {
        return Stream.concat(restOfBlock(step), step.sequel().targeting(table.name()).stream())
                .anyMatch(statement -> statement instanceof DropObject drop
                        && drop.kind() == ObjectKind.TABLE
                        && drop.objects().stream()
                                .anyMatch(object -> object.name().name().equals(table.name())));
    }

    /** The migrations after that of a step which go forward. */
    public static Stream<Migration> laterMigrations(Step step) {
        return step.prospect().migrations().stream()
                .filter(migration -> migration.direction() == Direction.UP)
                .filter(migration -> migration.ordinal() > step.migration().ordinal());
    }

    /** Whether the block in which a step is put together at run time has words besides that it may put together too. */
    public static boolean composedBeside(Step step, String words) {
        return step.embedding()
                .filter(inner -> inner.composed().isPresent())
                .filter(inner -> inner.host() instanceof DoBlock block
                        && block.body().text().toLowerCase(Locale.ROOT).contains(words))
                .isPresent();
    }

    private static Stream<Statement> restOfBlock(Step step) {
        Predicate<Statement> later =
                statement -> statement.span().start() >= step.statement().span().end();
        return step.embedding()
                .filter(inner -> inner.composed().isEmpty())
                .map(inner -> inside(inner.host()).filter(later))
                .orElse(Stream.of());
    }

    private static Stream<Statement> inside(Statement statement) {
        return statement instanceof DoBlock block
                ? block.body().program().stream().flatMap(ProceduralStatement::statements)
                : Stream.of(statement);
    }
}
