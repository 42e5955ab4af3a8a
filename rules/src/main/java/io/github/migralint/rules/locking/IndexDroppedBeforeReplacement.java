package io.github.migralint.rules.locking;

import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.IndexElement;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TransactionControl;
import io.github.migralint.framework.Direction;
import io.github.migralint.history.Migration;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Reason;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Standing;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Runner;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.IndexPart;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Table;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** An index goes first and the one that takes its place comes later: in between queries have none. */
public final class IndexDroppedBeforeReplacement implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
                    "index-dropped-before-replacement",
                    "An index is dropped before the one that takes its place exists, so queries have none in between.",
                    Category.LOCKING,
                    Risk.MEDIUM,
                    true,
                    Engines.ALL)
            .withStanding(Standing.ATTACHED);

    /** A later statement that makes a new index, where it stands, and on what it is, in the words of its file. */
    private record Later(CreateIndex index, Origin origin, String target) {}

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        ExchangedIndex.of(step).forEach(exchanged -> report.accept(finding(step, exchanged)));
        if (!(step.statement() instanceof DropObject drop) || drop.kind() != ObjectKind.INDEX) {
            return;
        }
        List<Index> dropped = drop.objects().stream()
                .flatMap(object -> step.before().index(object.name()).stream())
                .toList();
        for (ObjectReference object : drop.objects()) {
            Optional<Index> index = step.before().index(object.name());
            Optional<Table> table = index.map(Index::table).flatMap(step.before()::table);
            if (table.isPresent() && Serving.clients(step, table.get().id()) && uncovered(step, index.get(), dropped)) {
                replacement(step, drop, index.get(), table.get())
                        .ifPresent(later -> report.accept(finding(step, drop, object, table.get(), later)));
            }
        }
    }

    private static Finding finding(Step step, ExchangedIndex exchanged) {
        String table = exchanged.dropped().table().toString();
        String name = exchanged.dropped().name();
        String replacement = exchanged.replacement().words();
        Origin origin = step.migration().origin(exchanged.later());
        var finding = Finding.at(step, INFO, exchanged.dropped().place())
                .object(table + "." + name)
                .because(Reason.at(replacement + " comes later, in ", origin, replacement + " is built here"))
                .instead("both at once, while reads and writes go on", exchanged.atOnce(step));
        noIndex(table, "index on " + exchanged.columns(step), replacement, finding);
        return finding.build();
    }

    /** Whether no index that stays begins with the same columns. */
    private static boolean uncovered(Step step, Index index, List<Index> dropped) {
        List<String> key =
                index.parts().stream().map(IndexDroppedBeforeReplacement::part).toList();
        return index.valid()
                && step.before().indexesOf(index.table()).stream()
                        .filter(other -> !dropped.contains(other))
                        .filter(other -> other.valid() && other.predicate().isEmpty())
                        .filter(other -> other.method().equals(index.method()))
                        .noneMatch(other -> startsWith(other, key));
    }

    private static boolean startsWith(Index index, List<String> key) {
        List<String> parts =
                index.parts().stream().map(IndexDroppedBeforeReplacement::part).toList();
        return parts.size() >= key.size() && parts.subList(0, key.size()).equals(key);
    }

    private static String part(IndexPart part) {
        return part.column()
                .map(Object::toString)
                .orElseGet(() -> part.expression().map(Expression::normalized).orElse(""));
    }

    /** The new index on the table, in what is left of the migration or in the next one, that is most like the old one. */
    private static Optional<Later> replacement(Step step, DropObject drop, Index index, Table table) {
        return later(step, index, table)
                .filter(later -> step.before()
                        .table(later.index().table())
                        .filter(table::equals)
                        .isPresent())
                .filter(later -> later.index().method().equalsIgnoreCase(index.method()))
                .filter(later -> !isRetry(drop, later.index(), index))
                .max(Comparator.comparingInt(later -> likeness(later.index(), index, table)));
    }

    private static Stream<Later> later(Step step, Index dropped, Table table) {
        Stream<Later> here = creations(step.following().stream(), step.migration(), step.text())
                .filter(later -> beginsAlike(later.index(), dropped, table));
        Stream<Later> next = step.prospect().migrations().stream()
                .filter(migration -> migration.ordinal() > step.migration().ordinal())
                .filter(migration -> migration.direction() == Direction.UP)
                .limit(1)
                .filter(Migration::underReview)
                .flatMap(migration -> creations(migration.statements().stream(), migration, migration.text()))
                .filter(later -> covers(later.index(), dropped, table));
        return Stream.concat(here, next);
    }

    /** Whether the new index serves all that the old one did: another migration may have other things in mind. */
    private static boolean covers(CreateIndex created, Index dropped, Table table) {
        List<Optional<String>> columns = dropped.parts().stream()
                .map(part -> part.column().flatMap(table::column).map(Column::name))
                .toList();
        List<Optional<String>> elements = created.elements().stream()
                .map(element -> element.column().map(name -> name.value()))
                .toList();
        return columns.stream().allMatch(Optional::isPresent)
                && elements.size() >= columns.size()
                && elements.subList(0, columns.size()).equals(columns);
    }

    private static Stream<Later> creations(Stream<Statement> statements, Migration migration, SourceText text) {
        return statements
                .filter(CreateIndex.class::isInstance)
                .map(CreateIndex.class::cast)
                .map(index -> new Later(
                        index,
                        migration.origin(index),
                        Sql.text(
                                text,
                                new Span(
                                        index.table().span().start(),
                                        index.span().end()))));
    }

    private static boolean beginsAlike(CreateIndex created, Index dropped, Table table) {
        return likeness(created, dropped, table) > 0;
    }

    /** How many parts the two have in common from the first on. */
    private static int likeness(CreateIndex created, Index dropped, Table table) {
        int shorter = Math.min(created.elements().size(), dropped.parts().size());
        int alike = 0;
        while (alike < shorter
                && same(created.elements().get(alike), dropped.parts().get(alike), table)) {
            alike++;
        }
        return alike;
    }

    private static boolean same(IndexElement created, IndexPart dropped, Table table) {
        Optional<String> column = dropped.column().flatMap(table::column).map(Column::name);
        if (column.isPresent()) {
            return column.equals(created.column().map(name -> name.value()));
        }
        Optional<String> expression = dropped.expression().map(Expression::normalized);
        return expression.isPresent() && expression.equals(created.expression().map(Expression::normalized));
    }

    /** The drop that clears away what a failed concurrent build may have left. */
    private static boolean isRetry(DropObject drop, CreateIndex created, Index dropped) {
        return drop.ifExists()
                && created.concurrently()
                && created.name()
                        .filter(name -> name.value().equals(dropped.name().name()))
                        .isPresent();
    }

    private static Finding finding(Step step, DropObject drop, ObjectReference object, Table table, Later later) {
        String replacement = later.index().name().map(n -> n.value()).orElse("its replacement");
        boolean sameName = replacement.equals(object.name().name());
        var finding = Finding.at(step, INFO, object.span())
                .object(object.name().toString())
                .because(Reason.at(replacement + " comes later, in ", later.origin(), replacement + " is built here"));
        boolean oneTransaction = step.transaction().open()
                && !drop.concurrently()
                && later.origin().migration() == step.migration().ordinal()
                && step.following().stream()
                        .takeWhile(statement -> !statement.equals(later.index()))
                        .noneMatch(TransactionControl.class::isInstance);
        if (oneTransaction) {
            lockKept(table.name().name(), replacement, later, finding);
        } else {
            noIndex(table.name().name(), object.name().toString(), sameName ? "it" : replacement, finding);
        }
        String newName = sameName ? replacement + "_new" : replacement;
        finding.instead(
                        "first the new index, " + Runner.alone(step),
                        "CREATE " + (later.index().unique() ? "UNIQUE " : "") + "INDEX CONCURRENTLY "
                                + step.quote(newName) + " ON " + later.target() + ";")
                .instead(
                        "then the old one, " + Runner.alone(step),
                        "DROP INDEX CONCURRENTLY " + Sql.name(step, object.name()) + ";");
        if (sameName) {
            finding.instead(
                    "last: the new one takes the name",
                    "ALTER INDEX " + Sql.beside(step, object.name(), newName) + " RENAME TO " + step.quote(replacement)
                            + ";");
        }
        return finding.build();
    }

    /** In one transaction nobody sees the table without its index: all wait for the build. */
    private static void lockKept(String table, String replacement, Later later, Finding.Builder finding) {
        finding.label("nobody reads or writes " + table + " until " + replacement + " is built")
                .message("The transaction keeps the lock of this DROP INDEX while it builds " + replacement + " (line "
                        + later.origin().line() + "), so nobody reads or writes " + table
                        + " meanwhile: build the new index first and drop the old one last.")
                .blocks("all reads and writes of " + table + ", until the index is built and the transaction ends");
    }

    private static void noIndex(String table, String name, String replacement, Finding.Builder finding) {
        finding.label(table + " has no " + name + " until " + replacement + " is built")
                .message("Queries of " + table + " that need " + name + " have no index from here until " + replacement
                        + " is built, and read the whole table meanwhile: build the new index first and drop the old"
                        + " one last.");
    }
}
