package io.github.migralint.rules.facts;

import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.Merge;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.Rename;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Update;
import io.github.migralint.history.Step;
import io.github.migralint.history.Timeline.Event;
import io.github.migralint.history.Timeline.Kind;
import io.github.migralint.rules.facts.Shipment.Placed;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Table;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds where the release under review itself put the values of what it drops. */
public final class Copies {
    /**
     * A statement that puts values elsewhere.
     *
     * @param target where they went
     * @param query what was read for it
     */
    private record Copy(QualifiedName target, Query query) {}

    private Copies() {}

    /** The statement of this release that put the rows of a table into another one. */
    public static Optional<ExpandStep> ofTable(Step step, QualifiedName table) {
        return first(step, copy -> takes(copy, table))
                .map(placed -> new ExpandStep(
                        table.name() + " was copied into "
                                + copy(placed.statement())
                                        .orElseThrow()
                                        .target()
                                        .name(),
                        placed.origin()));
    }

    /** Whether this release put all rows of a table into another one, or into one that takes its name. */
    public static boolean whole(Step step, QualifiedName table) {
        return Shipment.before(step)
                .flatMap(placed -> copy(placed.statement()).stream())
                .filter(copy -> takes(copy, table))
                .anyMatch(copy -> copy.query().tokens().stream().noneMatch(token -> token.isWord("where"))
                        || takesName(step, copy.target(), table));
    }

    /** Whether the rows of a table live on under the name that clients know: its copy takes that name, or has taken it. */
    public static boolean inPlace(Step step, QualifiedName table) {
        Optional<String> formerName = step.before().table(table).stream()
                .flatMap(found -> step.timeline().of(found.id()).stream())
                .filter(event -> event.kind() == Kind.RENAMED && step.release().includes(event.origin()))
                .map(Event::detail)
                .findFirst();
        return Shipment.before(step)
                .flatMap(placed -> copy(placed.statement()).stream())
                .filter(copy -> takes(copy, table))
                .anyMatch(copy -> takesName(step, copy.target(), table)
                        || formerName.filter(copy.target().name()::equals).isPresent());
    }

    private static boolean takes(Copy copy, QualifiedName table) {
        return !Names.same(copy.target(), table)
                && copy.query().relations().stream().anyMatch(read -> Names.same(read, table));
    }

    private static boolean takesName(Step step, QualifiedName copy, QualifiedName table) {
        return Shipment.after(step)
                .anyMatch(later -> later instanceof Rename rename
                        && rename.member().isEmpty()
                        && Names.same(rename.object().name(), copy)
                        && rename.newName().value().equals(table.name()));
    }

    /** The statement of this release that put the values of a column into another one, of the same table or of another. */
    public static Optional<ExpandStep> ofColumn(Step step, Table table, Column column) {
        return intoNeighbour(step, table, column).or(() -> elsewhere(step, table, column));
    }

    private static Optional<ExpandStep> intoNeighbour(Step step, Table table, Column column) {
        for (Column other : table.columns()) {
            if (!other.id().equals(column.id()) && !Serving.clients(step, other)) {
                Optional<Event> filled = step.timeline().of(other.id()).stream()
                        .filter(event -> !ExpandStep.released(step, event))
                        .filter(event -> event.kind() == Kind.FILLED || event.kind() == Kind.MIRRORED)
                        .filter(event -> event.other().equals(Optional.of(column.id())))
                        .findFirst();
                if (filled.isPresent()) {
                    return filled.map(event ->
                            new ExpandStep(other.name() + " was filled from " + column.name(), event.origin()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<ExpandStep> elsewhere(Step step, Table table, Column column) {
        return first(
                        step,
                        copy -> !Names.same(copy.target(), table.name())
                                && copy.query().relations().stream().anyMatch(read -> Names.same(read, table.name()))
                                && mentions(copy.query(), column.name()))
                .map(placed -> new ExpandStep(
                        column.name() + " was copied into "
                                + copy(placed.statement())
                                        .orElseThrow()
                                        .target()
                                        .name(),
                        placed.origin()));
    }

    private static Optional<Placed> first(Step step, Predicate<Copy> wanted) {
        return Shipment.before(step)
                .filter(placed -> copy(placed.statement()).filter(wanted).isPresent())
                .findFirst();
    }

    private static Optional<Copy> copy(Statement statement) {
        if (statement instanceof Insert insert && insert.source() == Insert.Source.QUERY) {
            return Optional.of(new Copy(insert.table(), insert.query()));
        }
        if (statement instanceof Update update) {
            return Optional.of(new Copy(update.table(), update.query()));
        }
        if (statement instanceof Merge merge) {
            return Optional.of(new Copy(merge.table(), merge.query()));
        }
        return statement instanceof CreateTableAs create && !create.materializedView()
                ? Optional.of(new Copy(create.name(), create.query()))
                : Optional.empty();
    }

    private static boolean mentions(Query query, String column) {
        return query.tokens().stream()
                .anyMatch(token -> token.isWord(column) || token.text().equals('"' + column + '"'));
    }
}
