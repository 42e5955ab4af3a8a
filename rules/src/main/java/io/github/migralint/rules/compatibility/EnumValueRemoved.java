package io.github.migralint.rules.compatibility;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterAction.AlterColumnType;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.CreateEnum;
import io.github.migralint.ast.Delete;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.TypeName;
import io.github.migralint.history.Step;
import io.github.migralint.history.Timeline.Event;
import io.github.migralint.history.Timeline.Kind;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.Dropped;
import io.github.migralint.rules.facts.Recreation;
import io.github.migralint.rules.facts.Retyped;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.EnumType;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Labels of an enum vanish that rows and running code may use. */
public final class EnumValueRemoved implements Rule {
    private static final Set<String> LABELLED = Set.of("enum", "set");

    private static final RuleInfo INFO = new RuleInfo(
            "enum-value-removed",
            "A label of an enum is removed that rows and running code may use.",
            Category.COMPATIBILITY,
            Risk.HIGH,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.statement() instanceof AlterTable alter && Serving.clients(step, alter.name())) {
            retyped(step, alter, report);
            relabelled(step, alter, report);
        } else if (step.statement() instanceof DropObject drop && drop.kind() == ObjectKind.TYPE) {
            Dropped.of(step, drop).forEach(type -> madeAgain(step, type, report));
        } else if (step.statement() instanceof Delete delete
                && delete.table().name().equals("pg_enum")) {
            report.accept(byHand(step, delete));
        }
    }

    /** A column whose labels stand in its own type loses some, or has them in another order. */
    private static void relabelled(Step step, AlterTable alter, Consumer<Finding> report) {
        for (Retyped change : Retyped.of(alter)) {
            Optional<Column> column = change.before(step, alter).filter(known -> Serving.clients(step, known));
            List<String> old = column.flatMap(Column::type)
                    .filter(EnumValueRemoved::hasLabels)
                    .map(DataType::modifiers)
                    .orElse(List.of());
            boolean labels = LABELLED.contains(change.type().name().toLowerCase(Locale.ROOT));
            if (!old.isEmpty() && labels) {
                List<String> fresh = change.type().modifiers();
                List<String> missing = missing(old, fresh);
                var kept = new ArrayList<>(fresh);
                kept.retainAll(old);
                if (!missing.isEmpty()) {
                    report.accept(EnumColumn.removed(step, INFO, alter, change, missing));
                } else if (!kept.equals(old)) {
                    report.accept(EnumColumn.reordered(step, INFO, alter, change));
                }
            }
        }
    }

    private static boolean hasLabels(DataType type) {
        return LABELLED.contains(type.name().toLowerCase(Locale.ROOT));
    }

    /** The first column that changes over tells of the type; the others say nothing new. */
    private static void retyped(Step step, AlterTable alter, Consumer<Finding> report) {
        for (AlterAction action : alter.actions()) {
            if (action instanceof AlterColumnType change) {
                Optional<EnumType> old = step.before()
                        .table(alter.name())
                        .flatMap(table -> table.column(change.column().value()))
                        .flatMap(Column::type)
                        .flatMap(DataType::userType)
                        .flatMap(step.before()::object)
                        .filter(EnumType.class::isInstance)
                        .map(EnumType.class::cast);
                Optional<EnumType> fresh = step.before()
                        .type(name(change.type()))
                        .found()
                        .filter(EnumType.class::isInstance)
                        .map(EnumType.class::cast);
                if (old.isPresent()
                        && fresh.isPresent()
                        && Serving.clients(step, old.get().id())) {
                    List<String> missing =
                            missing(old.get().labels(), fresh.get().labels());
                    if (!missing.isEmpty() && !toldBefore(step, old.get())) {
                        report.accept(finding(step, clientName(step, old.get()), missing, change.span()));
                        return;
                    }
                }
            }
        }
    }

    private static void madeAgain(Step step, Dropped type, Consumer<Finding> report) {
        Optional<EnumType> old = type.only().filter(EnumType.class::isInstance).map(EnumType.class::cast);
        if (old.isEmpty() || !type.serving(step)) {
            return;
        }
        Recreation.of(step, ObjectKind.TYPE, type.reference())
                .filter(CreateEnum.class::isInstance)
                .map(again -> missing(old.get().labels(), ((CreateEnum) again).labels()))
                .filter(missing -> !missing.isEmpty())
                .ifPresent(missing -> report.accept(finding(
                        step, old.get().name().name(), missing, type.reference().span())));
    }

    private static List<String> missing(List<String> old, List<String> fresh) {
        var missing = new ArrayList<>(old);
        missing.removeAll(fresh);
        return missing;
    }

    private static boolean toldBefore(Step step, EnumType old) {
        return step.timeline().since(0).stream()
                .filter(event -> step.release().includes(event.origin()))
                .anyMatch(event -> event.kind() == Kind.RETYPED
                        && event.detail().equals(old.name().name()));
    }

    /** The name that clients know: that before this release gave the type another to make room. */
    private static String clientName(Step step, EnumType type) {
        return step.timeline().of(type.id()).stream()
                .filter(event -> event.kind() == Kind.RENAMED && step.release().includes(event.origin()))
                .map(Event::detail)
                .findFirst()
                .orElse(type.name().name());
    }

    private static QualifiedName name(TypeName type) {
        List<Identifier> parts = new ArrayList<>();
        type.schema().ifPresent(schema -> parts.add(new Identifier(schema, true, type.span())));
        parts.add(new Identifier(type.name(), true, type.span()));
        return new QualifiedName(parts, type.span());
    }

    private static Finding finding(Step step, String type, List<String> missing, Span place) {
        String labels = missing.stream().map(label -> "'" + label + "'").collect(Collectors.joining(", "));
        return Finding.at(step, INFO, place)
                .object(type)
                .label(labels + (missing.size() == 1 ? " is" : " are") + " no label of " + type + " any more")
                .message("The enum " + type + " loses " + labels
                        + ": rows that hold it stop the migration, and code of the running release that writes or asks"
                        + " for it fails (22P02).")
                .because(type + " has the " + (missing.size() == 1 ? "label " : "labels ") + labels + " until now")
                .instead("in this release", "-- the application no longer writes " + labels)
                .instead(
                        "next: rows are changed in batches, and the label stays, unused",
                        "UPDATE /* table */ SET /* column */ = /* another label */ WHERE /* column */ = '"
                                + missing.getFirst() + "';")
                .build();
    }

    private static Finding byHand(Step step, Delete delete) {
        return Finding.at(step, INFO, Clause.words(step, delete.span(), 3))
                .object("pg_enum")
                .label("rows that hold the label can no longer be read")
                .message(
                        "Deleting from pg_enum removes a label without looking at rows: those that hold it, and indexes"
                                + " that contain it, give errors from then on.")
                .instead(
                        "rows are changed in batches, and the label stays, unused",
                        "UPDATE /* table */ SET /* column */ = /* another label */ WHERE /* column */ ="
                                + " /* the label */;")
                .build();
    }
}
