package io.github.migralint.rules.facts;

import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.MysqlStatement;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Update;
import io.github.migralint.history.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The tables in use that a migration reaches while a setting of its session holds.
 *
 * @param ended whether the migration itself ends the setting
 * @param tables what it reaches before, in order, without tables that it makes itself
 */
public record Exposure(boolean ended, List<QualifiedName> tables) {
    public Exposure {
        tables = List.copyOf(tables);
    }

    /**
     * What comes after a step.
     *
     * @param step the step that begins the setting
     * @param ends the statement that ends it
     * @param reached the tables that a statement reaches in a way that matters
     */
    public static Exposure of(
            Step step, Predicate<Statement> ends, Function<Statement, Stream<QualifiedName>> reached) {
        var made = new ArrayList<QualifiedName>();
        var tables = new ArrayList<QualifiedName>();
        for (Statement statement : Following.inMigration(step).toList()) {
            if (ends.test(statement)) {
                return new Exposure(true, tables);
            }
            made(statement).ifPresent(made::add);
            reached.apply(statement)
                    .filter(table -> made.stream().noneMatch(own -> Names.same(own, table)))
                    .filter(table -> Serving.clients(step, table))
                    .forEach(tables::add);
        }
        return new Exposure(false, tables);
    }

    /** The tables into which a statement writes rows. */
    public static Stream<QualifiedName> written(Statement statement) {
        return switch (statement) {
            case Insert insert -> Stream.of(insert.table());
            case Update update -> Stream.of(update.table());
            case MysqlStatement.LoadData load -> Stream.of(load.table());
            default -> Stream.of();
        };
    }

    private static Optional<QualifiedName> made(Statement statement) {
        if (statement instanceof CreateTable create) {
            return Optional.of(create.name());
        }
        return statement instanceof CreateTableAs create ? Optional.of(create.name()) : Optional.empty();
    }

    /** The first of the tables, for messages. */
    public Optional<QualifiedName> first() {
        return tables.stream().findFirst();
    }
}
