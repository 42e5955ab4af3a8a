package io.github.migralint.rules.facts;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.history.Step;
import io.github.migralint.history.Timeline.Event;
import io.github.migralint.history.Timeline.Kind;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether the rows of a table, and those who write them, are ready for a column that refuses NULL.
 *
 * @param rows whether the history filled every row, or proved that none is NULL
 * @param writers whether running writers cannot leave the column NULL
 */
public record Readiness(boolean rows, boolean writers) {
    /** What the history says about a column that is about to become NOT NULL. */
    public static Readiness of(Step step, Table table, Column column) {
        boolean proved = table.constraints().stream()
                .anyMatch(constraint -> constraint.validated() && refusesNull(constraint, column));
        boolean guarded = table.constraints().stream()
                .anyMatch(constraint -> refusesNull(constraint, column)
                        && (isBorn(step, column)
                                || constraint.origin().migration()
                                        < step.migration().ordinal()));
        boolean filledEarlier = events(step, column, Kind.FILLED)
                        .anyMatch(event ->
                                event.origin().migration() < step.migration().ordinal())
                || events(step, column, Kind.MIRRORED).findAny().isPresent();
        boolean filled =
                filledEarlier || events(step, column, Kind.FILLED).findAny().isPresent();
        boolean defaulted = column.defaultValue().isPresent()
                || column.identity().isPresent()
                || column.generated().isPresent();
        boolean bornWithDefault = defaulted && !defaultCameLater(step, column);
        return new Readiness(
                proved || filled || bornWithDefault,
                guarded
                        || filledEarlier
                        || defaulted
                        || defaultFollows(step, column)
                        || ModifiedColumns.givesDefault(step.statement(), column.name()));
    }

    /** The same for a column that the history does not know. */
    public static Readiness ofUnknown(Step step, String column) {
        return new Readiness(false, ModifiedColumns.givesDefault(step.statement(), column));
    }

    /** Whether this migration made the column, so that nobody who runs has heard of it. */
    public static boolean bornHere(Step step, QualifiedName table, String column) {
        return step.before()
                .table(table)
                .flatMap(known -> known.column(column))
                .filter(known -> isBorn(step, known))
                .isPresent();
    }

    private static boolean isBorn(Step step, Column column) {
        return column.origin().migration() == step.migration().ordinal();
    }

    /** Whether both are ready. */
    public boolean complete() {
        return rows && writers;
    }

    /** Whether a constraint keeps NULL out of a column. */
    static boolean refusesNull(Constraint constraint, Column column) {
        if (constraint.kind() != Constraint.Kind.CHECK || !constraint.enforced()) {
            return false;
        }
        return constraint.columns().contains(column.id())
                && constraint
                        .expression()
                        .map(e -> provesNotNull(e, column.name()))
                        .orElse(false);
    }

    /** Whether an expression is {@code column IS NOT NULL}, alone or as a part of a conjunction. */
    public static boolean provesNotNull(Expression check, String column) {
        List<Token> tokens = check.tokens();
        if (tokens.stream().anyMatch(token -> token.isWord("or"))) {
            return false;
        }
        for (int i = 0; i + 3 < tokens.size(); i++) {
            if (names(tokens.get(i), column)
                    && tokens.get(i + 1).isWord("is")
                    && tokens.get(i + 2).isWord("not")
                    && tokens.get(i + 3).isWord("null")) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(Token token, String column) {
        return token.isWord(column) || token.text().equals('"' + column + '"');
    }

    /** A default that this statement or a later one of the same migration sets. */
    private static boolean defaultFollows(Step step, Column column) {
        return Stream.concat(Stream.of(step.statement()), step.following().stream())
                .filter(AlterTable.class::isInstance)
                .map(AlterTable.class::cast)
                .filter(alter -> step.before()
                        .table(alter.name())
                        .flatMap(table -> table.column(column.id()))
                        .isPresent())
                .flatMap(alter -> alter.actions().stream())
                .anyMatch(action -> action instanceof AlterAction.SetDefault set
                        && set.column().value().equals(column.name())
                        && !set.expression().normalized().equalsIgnoreCase("null"));
    }

    private static boolean defaultCameLater(Step step, Column column) {
        return events(step, column, Kind.DEFAULT_SET)
                .anyMatch(event -> !event.origin().equals(column.origin()));
    }

    private static Stream<Event> events(Step step, Column column, Kind kind) {
        return step.timeline().of(column.id()).stream().filter(event -> event.kind() == kind);
    }
}
