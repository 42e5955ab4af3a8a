package io.github.migralint.rules.facts;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Constraint.Kind;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Table;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the schema at the end of the history holds of something that a step took away or left open. */
public final class Ending {
    private Ending() {}

    /** A table, by its identity where the history knew it, else by its name; none when it is gone or uncertain. */
    public static Optional<Table> table(Schema end, Optional<Table> known, QualifiedName name) {
        return known.map(table -> table(end, table)).orElseGet(() -> certain(end, end.table(name)));
    }

    /** The same for a table that the history knows. */
    public static Optional<Table> table(Schema end, Table known) {
        return certain(end, end.table(known.id()));
    }

    private static Optional<Table> certain(Schema end, Optional<Table> table) {
        return table.filter(found -> !end.uncertain(found.name()));
    }

    /** Whether something that came after a constraint, or is as strict, stands in its place. */
    public static boolean replaces(Schema end, Table table, Constraint lost) {
        boolean sameName = table.constraint(lost.name())
                .filter(other -> kin(other.kind(), lost.kind()))
                .isPresent();
        return sameName
                || table.constraints().stream()
                        .anyMatch(other -> kin(other.kind(), lost.kind())
                                && younger(other.id(), lost.id())
                                && overlap(other.columns(), lost.columns()))
                || (isKey(lost.kind()) && uniquelyCovered(end, table, lost.columns(), lost.id()));
    }

    /**
     * Whether rows stay unique over some columns: a key over no others, or one that came after {@code since} and shares
     * some.
     */
    public static boolean uniquelyCovered(Schema end, Table table, Collection<ObjectId> columns, ObjectId since) {
        return end.indexesOf(table.id()).stream()
                .filter(index -> index.unique() && index.predicate().isEmpty())
                .anyMatch(index -> {
                    List<ObjectId> own = columns(index);
                    boolean asStrict = !index.hasExpressions() && columns.containsAll(own);
                    return asStrict || (younger(index.id(), since) && overlap(own, columns));
                });
    }

    /** Whether a foreign key has lost its parent, or a constraint one of its columns. */
    public static boolean pointless(Schema end, Table table, Constraint lost) {
        boolean parentGone = lost.foreignKey()
                .flatMap(ForeignKey::table)
                .filter(parent -> end.object(parent).isEmpty())
                .isPresent();
        return parentGone
                || lost.columns().stream()
                        .anyMatch(column -> table.column(column).isEmpty());
    }

    /** Whether a CHECK says no more than that columns are filled, and they refuse NULL by themselves. */
    public static boolean saidByNotNull(Table table, Constraint check) {
        Set<ObjectId> open = new HashSet<>(check.columns());
        for (ObjectId id : check.columns()) {
            Optional<Column> column = table.column(id).filter(Column::notNull);
            boolean proved = column.isPresent()
                    && check.expression()
                            .map(expression -> Readiness.provesNotNull(
                                    expression, column.get().name()))
                            .orElse(false);
            if (proved) {
                open.remove(id);
            }
        }
        return check.kind() == Kind.CHECK && !check.columns().isEmpty() && open.isEmpty();
    }

    /** The columns that are key parts of an index, in order. */
    public static List<ObjectId> columns(Index index) {
        return index.parts().stream().flatMap(part -> part.column().stream()).toList();
    }

    /** Identities are given in order: what came later has a higher one. */
    public static boolean younger(ObjectId a, ObjectId b) {
        return a.compareTo(b) > 0;
    }

    private static boolean overlap(Collection<ObjectId> a, Collection<ObjectId> b) {
        return !Collections.disjoint(a, b);
    }

    private static boolean kin(Kind a, Kind b) {
        return a == b || (isKey(a) && isKey(b));
    }

    private static boolean isKey(Kind kind) {
        return kind == Kind.PRIMARY_KEY || kind == Kind.UNIQUE;
    }
}
