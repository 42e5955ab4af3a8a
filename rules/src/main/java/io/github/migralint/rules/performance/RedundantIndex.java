package io.github.migralint.rules.performance;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.IndexDefinition;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.ast.TableElement;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Reason;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Suspicion;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.Ending;
import io.github.migralint.rules.facts.IndexShape;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.KnownConstraint;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A new index that another one makes needless. */
public final class RedundantIndex implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "redundant-index",
            "A new index begins like another one of the table, and costs writes without speeding up reads.",
            Category.PERFORMANCE,
            Risk.LOW,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void suspect(Step step, Consumer<Suspicion> report) {
        for (Index index : fresh(step)) {
            rival(step, index)
                    .ifPresent(other -> report.accept(
                            new Suspicion(finding(step, index, other), end -> missed(end, index, other))));
        }
    }

    /** Indexes that the statement makes, one by one or with their table. */
    private static List<Index> fresh(Step step) {
        Optional<QualifiedName> table = table(step.statement());
        return table.flatMap(step.after()::table).stream()
                .flatMap(found -> step.after().indexesOf(found.id()).stream())
                .filter(index -> step.before().index(index.id()).isEmpty()
                        && index.parent().isEmpty())
                .toList();
    }

    private static Optional<QualifiedName> table(Statement statement) {
        return switch (statement) {
            case CreateTable create -> Optional.of(create.name());
            case AlterTable alter -> Optional.of(alter.name());
            case CreateIndex index -> Optional.of(index.table());
            default -> Optional.empty();
        };
    }

    /** One that serves the same queries; of two that are alike the older one. */
    private static Optional<Index> rival(Step step, Index index) {
        return step.after().indexesOf(index.table()).stream()
                .filter(other -> !other.id().equals(index.id()) && other.visible())
                .filter(other -> needless(index, other))
                .findFirst();
    }

    private static boolean needless(Index index, Index other) {
        if (index.unique()) {
            return other.unique() && IndexShape.alike(index, other) && Ending.younger(index.id(), other.id());
        }
        boolean older =
                other.unique() || other.parts().size() > index.parts().size() || Ending.younger(index.id(), other.id());
        return index.constraint().isEmpty() && older && IndexShape.serves(other, index);
    }

    private static boolean missed(Schema end, Index index, Index other) {
        return end.index(index.id()).isPresent()
                && end.index(other.id()).filter(Index::visible).isPresent();
    }

    private static Finding finding(Step step, Index index, Index other) {
        Table table = step.after().table(index.table()).orElseThrow();
        String name = index.name().name();
        String rival = other.name().name();
        String columns = KnownConstraint.columns(table, Ending.columns(other));
        return Finding.at(step, INFO, place(step, index))
                .object(table.name().name() + "." + name)
                .label(rival + " (" + columns + ") serves the same queries")
                .message("Index " + name + " of " + table.name().name() + " is needless: " + rival + " (" + columns
                        + ") begins with the same columns, and every write has to keep both up to date.")
                .because(
                        other.origin().migration() < 0
                                ? Reason.of("")
                                : Reason.at(rival + " is there since ", other.origin(), rival + " was created here"))
                .instead("now", "-- leave " + name + " out")
                .build();
    }

    private static Span place(Step step, Index index) {
        return switch (step.statement()) {
            case CreateTable create ->
                elements(create.elements().stream(), index).orElse(create.name().span());
            case AlterTable alter ->
                elements(alter.actions().stream().flatMap(RedundantIndex::element), index)
                        .orElse(alter.name().span());
            default -> Clause.words(step, step.statement().span(), 3);
        };
    }

    private static Stream<TableElement> element(AlterAction action) {
        return switch (action) {
            case MysqlAction.AddIndex add -> Stream.of(add.index());
            case AlterAction.AddConstraint add -> Stream.of(add.constraint());
            default -> Stream.of();
        };
    }

    private static Optional<Span> elements(Stream<? extends TableElement> elements, Index index) {
        return elements.filter(element -> named(element)
                        .filter(name ->
                                name.value().equalsIgnoreCase(index.name().name()))
                        .isPresent())
                .map(TableElement::span)
                .findFirst();
    }

    private static Optional<Identifier> named(TableElement element) {
        if (element instanceof IndexDefinition index) {
            return index.name();
        }
        return element instanceof TableConstraint constraint ? constraint.name() : Optional.empty();
    }
}
