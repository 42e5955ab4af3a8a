package io.github.migralint.rules.compatibility;

import io.github.migralint.ast.CreateFunction;
import io.github.migralint.ast.CreateTrigger;
import io.github.migralint.ast.CreateView;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.Statement;
import io.github.migralint.history.Step;
import io.github.migralint.rules.facts.Dropped;
import io.github.migralint.rules.facts.Names;
import io.github.migralint.rules.facts.Recreation;
import io.github.migralint.rules.facts.Shipment;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import io.github.migralint.source.SourceText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What takes the place of a dropped view, routine, trigger or type in the same release.
 *
 * @param fate what users of the old one find
 * @param difference what is missing: {@code without the column total}
 */
record Successor(Fate fate, String difference) {
    /** What users of the old object find. */
    enum Fate {
        /** Nothing. */
        NONE,
        /** One that does less. */
        LESS,
        /** One that is there only after a moment. */
        LATER,
        /** One that serves as well. */
        SAME
    }

    static Successor of(Step step, Dropped object) {
        Optional<Statement> again =
                Recreation.of(step, object.kind(), object.reference()).or(() -> sameTask(step, object));
        if (again.isEmpty()) {
            return new Successor(Fate.NONE, "");
        }
        Optional<String> difference = difference(step, object, again.get());
        if (difference.isPresent()) {
            return new Successor(Fate.LESS, difference.get());
        }
        return new Successor(Shipment.atomic(step) ? Fate.SAME : Fate.LATER, "");
    }

    /** A trigger of another name that calls the same function on the same table. */
    private static Optional<Statement> sameTask(Step step, Dropped object) {
        if (object.kind() != ObjectKind.TRIGGER || object.reference().on().isEmpty()) {
            return Optional.empty();
        }
        Optional<Table> table = step.before().table(object.reference().on().get());
        return table.stream()
                .flatMap(found -> found.triggers().stream())
                .filter(trigger -> trigger.name().equals(object.name().name()))
                .flatMap(trigger -> Shipment.after(step)
                        .filter(later -> later instanceof CreateTrigger create
                                && Names.same(create.table(), table.get().name())
                                && Names.same(create.function(), trigger.functionName())))
                .findFirst();
    }

    private static Optional<String> difference(Step step, Dropped object, Statement again) {
        Optional<SchemaObject> old = object.only();
        if (old.isEmpty()) {
            return Optional.empty();
        }
        if (old.get() instanceof View view && again instanceof CreateView create) {
            return view.columns().stream()
                    .map(Column::name)
                    .filter(column -> !offers(create, column))
                    .findFirst()
                    .map(column -> "without the column " + column);
        }
        return old.get() instanceof Routine routine && again instanceof CreateFunction create
                ? signature(step, routine, create)
                : Optional.empty();
    }

    /** A column that the new query does not even mention is surely gone. */
    private static boolean offers(CreateView view, String column) {
        if (!view.columns().isEmpty()) {
            return view.columns().stream().anyMatch(name -> name.value().equals(column));
        }
        return view.query().tokens().stream()
                .anyMatch(token ->
                        token.isWord(column) || token.text().equals('"' + column + '"') || token.isSymbol("*"));
    }

    private static Optional<String> signature(Step step, Routine old, CreateFunction create) {
        int before = old.argumentTypes().size();
        List<?> after = create.argumentTypes();
        if (after.size() < before) {
            return Optional.of("with " + after.size() + " of its " + before + " arguments");
        }
        return after.size() > before && !hasDefaults(step, create)
                ? Optional.of("with " + (after.size() - before) + " more arguments, which have no defaults")
                : Optional.empty();
    }

    private static boolean hasDefaults(Step step, CreateFunction create) {
        SourceText text = step.text();
        boolean inText = create.span().end() <= text.span().end();
        if (!inText) {
            return true;
        }
        String head = text.slice(create.span()).toLowerCase(Locale.ROOT);
        int end = head.indexOf("returns");
        String arguments = end > 0 ? head.substring(0, end) : head;
        return arguments.contains(" default ") || arguments.contains("=");
    }
}
