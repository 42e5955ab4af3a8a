package io.github.migralint.rules.locking;

import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.IndexElement;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.Statement;
import io.github.migralint.framework.Direction;
import io.github.migralint.history.Migration;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Related;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Runner;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.IndexPart;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Table;
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
            List.of("postgresql"));

    /** A later statement that makes a new index, and where it stands. */
    private record Later(CreateIndex index, Origin origin) {}

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
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
                        .ifPresent(later -> report.accept(finding(step, object, table.get(), later)));
            }
        }
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

    /** The first new index on the table, in what is left of the migration or in the next one, that begins alike. */
    private static Optional<Later> replacement(Step step, DropObject drop, Index index, Table table) {
        return later(step, index, table)
                .filter(later -> step.before()
                        .table(later.index().table())
                        .filter(table::equals)
                        .isPresent())
                .filter(later -> later.index().method().equalsIgnoreCase(index.method()))
                .filter(later -> !isRetry(drop, later.index(), index))
                .findFirst();
    }

    private static Stream<Later> later(Step step, Index dropped, Table table) {
        Stream<Later> here = creations(step.following().stream(), step.migration())
                .filter(later -> beginsAlike(later.index(), dropped, table));
        Stream<Later> next = step.prospect().migrations().stream()
                .filter(migration -> migration.ordinal() > step.migration().ordinal())
                .filter(migration -> migration.direction() == Direction.UP)
                .limit(1)
                .filter(Migration::underReview)
                .flatMap(migration -> creations(migration.statements().stream(), migration))
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

    private static Stream<Later> creations(Stream<Statement> statements, Migration migration) {
        return statements
                .filter(CreateIndex.class::isInstance)
                .map(CreateIndex.class::cast)
                .map(index -> new Later(index, migration.origin(index)));
    }

    private static boolean beginsAlike(CreateIndex created, Index dropped, Table table) {
        if (created.elements().isEmpty() || dropped.parts().isEmpty()) {
            return false;
        }
        IndexElement first = created.elements().getFirst();
        IndexPart part = dropped.parts().getFirst();
        Optional<String> column = part.column().flatMap(table::column).map(Column::name);
        return column.isPresent()
                ? column.equals(first.column().map(name -> name.value()))
                : part.expression()
                        .map(Expression::normalized)
                        .equals(first.expression().map(Expression::normalized));
    }

    /** The drop that clears away what a failed concurrent build may have left. */
    private static boolean isRetry(DropObject drop, CreateIndex created, Index dropped) {
        return drop.ifExists()
                && created.concurrently()
                && created.name()
                        .filter(name -> name.value().equals(dropped.name().name()))
                        .isPresent();
    }

    private static Finding finding(Step step, ObjectReference object, Table table, Later later) {
        String name = object.name().toString();
        String replacement = later.index().name().map(n -> n.value()).orElse("its replacement");
        var finding = Finding.at(step, INFO, object.span())
                .object(name)
                .label(table.name().name() + " has neither this index nor " + replacement + " until that is built")
                .message("Queries of " + table.name().name() + " that need " + name + " have no index from here until "
                        + replacement + " is built, and read the whole table meanwhile.")
                .because(replacement + " comes later, in " + later.origin().shortForm())
                .related(new Related(later.origin().file(), later.origin().line(), replacement + " is built here"));
        String newName = replacement.equals(object.name().name()) ? replacement + "_new" : replacement;
        return finding.instead(
                        "first, " + Runner.alone(step) + ": the new index",
                        "CREATE " + (later.index().unique() ? "UNIQUE " : "") + "INDEX CONCURRENTLY "
                                + step.quote(newName) + " ON "
                                + Sql.name(step, later.index().table()) + " (…);")
                .instead(
                        "then, " + Runner.alone(step) + ": the old one",
                        "DROP INDEX CONCURRENTLY " + Sql.name(step, object.name()) + ";")
                .build();
    }
}
