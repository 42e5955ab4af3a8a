package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ForeignKeyTarget;
import io.github.migralint.ast.Identifier;
import io.github.migralint.history.Step;
import io.github.migralint.rules.facts.AddedConstraint;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes the query for the rows that a foreign key would refuse. */
final class OrphanQuery {
    private OrphanQuery() {}

    /** The rows of the child whose columns are all given and meet no row of the parent. */
    static String of(Step step, AlterTable alter, AddedConstraint key) {
        List<String> parents = target(alter, key).stream()
                .flatMap(target -> target.columns().stream())
                .map(Identifier::value)
                .toList();
        List<String> children = key.columns();
        boolean known = !children.isEmpty() && parents.size() == children.size();
        String parent = target(alter, key)
                .map(target -> Sql.name(step, target.table()))
                .or(key::references)
                .orElse("/* parent */");
        String equal = known
                ? IntStream.range(0, children.size())
                        .mapToObj(
                                i -> "parent." + step.quote(parents.get(i)) + " = child." + step.quote(children.get(i)))
                        .collect(Collectors.joining(" AND "))
                : "/* the key */";
        String none = known ? step.quote(parents.getFirst()) : "/* key */";
        String given = children.stream()
                .map(column -> " AND child." + step.quote(column) + " IS NOT NULL")
                .collect(Collectors.joining());
        return "SELECT child.* FROM " + Sql.name(step, alter.name()) + " AS child LEFT JOIN " + parent
                + " AS parent ON " + equal + " WHERE parent." + none + " IS NULL" + given + ";";
    }

    private static Optional<ForeignKeyTarget> target(AlterTable alter, AddedConstraint key) {
        return alter.actions().stream()
                .flatMap(OrphanQuery::keys)
                .filter(found -> found.clause().equals(key.clause()))
                .map(Key::target)
                .findFirst();
    }

    /** Where a key is written, and what it points at. */
    private record Key(Span clause, ForeignKeyTarget target) {}

    private static Stream<Key> keys(AlterAction action) {
        if (action instanceof AlterAction.AddConstraint add) {
            return add.constraint().references().stream().map(target -> new Key(add.span(), target));
        }
        return action instanceof AlterAction.AddColumn add
                ? add.column().constraints().stream().flatMap(OrphanQuery::inline)
                : Stream.empty();
    }

    private static Stream<Key> inline(ColumnConstraint constraint) {
        return constraint.references().stream().map(target -> new Key(constraint.span(), target));
    }
}
