package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.ConstraintAttributes;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.TableConstraint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The constraints of one CREATE TABLE that need an index: the primary key first, equal ones merged. */
final class IndexConstraintOrder {
    private IndexConstraintOrder() {}

    static List<TableConstraint> of(List<TableConstraint> written) {
        var ordered = new ArrayList<TableConstraint>();
        written.stream()
                .filter(IndexConstraintOrder::needsIndex)
                .sorted(Comparator.comparing(c -> c.kind() != TableConstraint.Kind.PRIMARY_KEY))
                .forEach(constraint -> addOrMerge(ordered, constraint));
        return ordered;
    }

    private static boolean needsIndex(TableConstraint constraint) {
        return switch (constraint.kind()) {
            case PRIMARY_KEY, UNIQUE, EXCLUDE -> true;
            case CHECK, NOT_NULL, FOREIGN_KEY -> false;
        };
    }

    private static void addOrMerge(List<TableConstraint> ordered, TableConstraint constraint) {
        for (int i = 0; i < ordered.size(); i++) {
            if (alike(ordered.get(i), constraint)) {
                ordered.set(i, named(ordered.get(i), constraint.name()));
                return;
            }
        }
        ordered.add(constraint);
    }

    private static boolean alike(TableConstraint one, TableConstraint other) {
        return one.kind() != TableConstraint.Kind.EXCLUDE
                && other.kind() != TableConstraint.Kind.EXCLUDE
                && names(one.columns()).equals(names(other.columns()))
                && names(one.include()).equals(names(other.include()))
                && one.nullsNotDistinct() == other.nullsNotDistinct()
                && one.attributes().deferrable() == other.attributes().deferrable();
    }

    private static List<String> names(List<Identifier> identifiers) {
        return identifiers.stream().map(Identifier::value).toList();
    }

    private static TableConstraint named(TableConstraint c, Optional<Identifier> name) {
        return c.name().isPresent() || name.isEmpty() ? c : with(c, name, c.attributes());
    }

    /** The constraint without NOT VALID. */
    static TableConstraint valid(TableConstraint c) {
        var attributes = c.attributes();
        return attributes.notValid()
                ? with(
                        c,
                        c.name(),
                        new ConstraintAttributes(
                                false,
                                attributes.notEnforced(),
                                attributes.enforcementSaid(),
                                attributes.deferrable(),
                                attributes.initiallyDeferred()))
                : c;
    }

    private static TableConstraint with(TableConstraint c, Optional<Identifier> name, ConstraintAttributes attributes) {
        return new TableConstraint(
                name,
                c.kind(),
                c.columns(),
                c.expression(),
                c.elements(),
                c.method(),
                c.where(),
                c.include(),
                c.usingIndex(),
                c.references(),
                c.nullsNotDistinct(),
                c.period(),
                c.noInherit(),
                attributes,
                c.span());
    }
}
