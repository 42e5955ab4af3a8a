package io.github.migralint.rules.facts;

import io.github.migralint.effect.Subject;
import io.github.migralint.history.Step;
import io.github.migralint.history.Timeline.Event;
import io.github.migralint.history.Timeline.Kind;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Table;
import java.util.Optional;

/**
 * The end of an object that does not exist under its name any more.
 *
 * @param end the statement that dropped or renamed it
 * @param newName the name that it has now, if it still exists
 */
public record FormerLife(Origin end, Optional<String> newName) {
    private static final int FIRST_MIGRATION = 0;

    /** What became of the last object of that name. */
    public static Optional<FormerLife> of(Step step, Subject subject) {
        String name = subject.name().name();
        return step.timeline().since(FIRST_MIGRATION).stream()
                .filter(event -> event.detail().equals(name))
                .filter(event -> event.kind() == Kind.DROPPED || event.kind() == Kind.RENAMED)
                .filter(event -> concerns(step, subject, event))
                .reduce((first, second) -> second)
                .map(event -> new FormerLife(event.origin(), newName(step, subject, event)));
    }

    /** {@code was renamed to purchases}. */
    public String how() {
        return newName.map(name -> "was renamed to " + name).orElse("was dropped");
    }

    /** A part of a table is looked for in its table, everything else outside of tables. */
    private static boolean concerns(Step step, Subject subject, Event event) {
        if (subject.table().isEmpty()) {
            boolean part = step.before().tableOfColumn(event.object()).isPresent();
            return !part && (event.kind() == Kind.RENAMED || event.other().isEmpty());
        }
        return event.kind() == Kind.DROPPED
                ? event.other().equals(subject.table())
                : step.before().tableOfColumn(event.object()).map(Table::id).equals(subject.table());
    }

    private static Optional<String> newName(Step step, Subject subject, Event event) {
        if (event.kind() == Kind.DROPPED) {
            return Optional.empty();
        }
        return subject.table().isPresent()
                ? step.before()
                        .tableOfColumn(event.object())
                        .flatMap(table -> table.column(event.object()))
                        .map(Column::name)
                : step.before()
                        .object(event.object())
                        .map(object -> object.name().name());
    }
}
