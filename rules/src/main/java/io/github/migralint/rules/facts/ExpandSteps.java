package io.github.migralint.rules.facts;

import io.github.migralint.history.Step;
import io.github.migralint.history.Timeline.Event;
import io.github.migralint.history.Timeline.Kind;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks back into the history for the steps of an earlier release that prepare the end of a column or table: a
 * replacement that was filled, a column that may be left out, a comment, a name that says it is going.
 */
public final class ExpandSteps {
    private static final Pattern GOING = Pattern.compile(
            "(?i)deprecat|obsolete|unused|no longer used|to be (dropped|removed|deleted)|will be (dropped|removed)"
                    + "|scheduled for (removal|deletion)");
    private static final Pattern TOMBSTONE = Pattern.compile(
            "(?i)(^|_)(old|deprecated|unused|obsolete|dropped|drop|todrop|delete|deleted|remove|removed|trash"
                    + "|tombstone|legacy|backup|bak|archived)(_|\\d|$)|^zz");

    private ExpandSteps() {}

    /** What earlier releases did so that a column can go. */
    public static List<ExpandStep> ofColumn(Step step, Table table, Column column) {
        var steps = new ArrayList<ExpandStep>();
        for (Column other : table.columns()) {
            replacement(step, column, other).forEach(steps::add);
        }
        for (Event event : step.timeline().of(column.id())) {
            if (!ExpandStep.released(step, event)) {
                continue;
            }
            if (event.kind() == Kind.NOT_NULL_DROPPED) {
                steps.add(new ExpandStep(column.name() + " was made optional", event.origin()));
            }
            if (event.kind() == Kind.HIDDEN) {
                steps.add(new ExpandStep(column.name() + " was made invisible", event.origin()));
            }
            farewell(event, column.name()).ifPresent(steps::add);
        }
        return steps;
    }

    /** What earlier releases did so that a table can go. */
    public static List<ExpandStep> ofTable(Step step, Table table) {
        var steps = new ArrayList<ExpandStep>();
        String name = table.name().name();
        for (Event event : step.timeline().of(table.id())) {
            if (!ExpandStep.released(step, event)) {
                continue;
            }
            farewell(event, name).ifPresent(steps::add);
            if (event.kind() == Kind.DETACHED) {
                steps.add(new ExpandStep(name + " was detached from its parent", event.origin()));
            }
        }
        emptied(step, table).ifPresent(steps::add);
        for (Event event : step.timeline().since(0)) {
            if (event.kind() == Kind.FILLED
                    && event.other().equals(Optional.of(table.id()))
                    && !event.object().equals(table.id())
                    && ExpandStep.released(step, event)) {
                nameOf(step, event.object())
                        .ifPresent(
                                copy -> steps.add(new ExpandStep(copy + " was filled from " + name, event.origin())));
            }
        }
        return steps;
    }

    /** What earlier releases did to announce that an object of any kind goes: a comment, a name. */
    public static List<ExpandStep> ofObject(Step step, SchemaObject object) {
        return step.timeline().of(object.id()).stream()
                .filter(event -> ExpandStep.released(step, event))
                .flatMap(event -> farewell(event, object.name().name()).stream())
                .toList();
    }

    /** The last step that emptied a table for good. */
    private static Optional<ExpandStep> emptied(Step step, Table table) {
        return step.timeline().of(table.id()).stream()
                .filter(event -> event.kind() == Kind.EMPTIED || event.kind() == Kind.FILLED)
                .reduce((first, second) -> second)
                .filter(event -> event.kind() == Kind.EMPTIED && ExpandStep.released(step, event))
                .map(event -> new ExpandStep(table.name().name() + " was emptied", event.origin()));
    }

    /** Whether a name says that its object is on the way out. */
    public static boolean isTombstone(String name) {
        return TOMBSTONE.matcher(name).find();
    }

    private static List<ExpandStep> replacement(Step step, Column column, Column other) {
        boolean younger = other.origin().migration() > column.origin().migration();
        if (other.id().equals(column.id()) || !younger || !ExpandStep.released(step, other.origin())) {
            return List.of();
        }
        return step.timeline().of(other.id()).stream()
                .filter(event -> ExpandStep.released(step, event))
                .filter(event -> event.kind() == Kind.FILLED || event.kind() == Kind.MIRRORED)
                .filter(event -> event.other().equals(Optional.of(column.id())) || kin(column, other))
                .findFirst()
                .map(event -> List.of(
                        new ExpandStep(other.name() + " was added", other.origin()),
                        new ExpandStep(
                                event.kind() == Kind.FILLED ? "filled" : "kept equal by a trigger", event.origin())))
                .orElse(List.of());
    }

    private static boolean kin(Column column, Column other) {
        return other.name().contains(column.name()) || column.name().contains(other.name());
    }

    private static Optional<ExpandStep> farewell(Event event, String name) {
        if (event.kind() == Kind.COMMENTED && GOING.matcher(event.detail()).find()) {
            return Optional.of(new ExpandStep(name + " was marked as going", event.origin()));
        }
        if (event.kind() == Kind.RENAMED && isTombstone(name)) {
            return Optional.of(new ExpandStep(event.detail() + " was renamed to " + name, event.origin()));
        }
        return Optional.empty();
    }

    private static Optional<String> nameOf(Step step, ObjectId table) {
        return step.before().table(table).map(t -> t.name().name());
    }
}
