package io.github.migralint.rules.facts;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.history.Step;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Constraint.Kind;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A constraint or index that goes because a column of it is dropped, although it is about more than that column.
 *
 * @param table the table before
 * @param column name of the column
 * @param constraint the constraint; none for an index that stands alone
 * @param index the index; none for a constraint without one
 * @param rest the columns of it that stay
 * @param place the clause that drops the column
 */
public record LostWithColumn(
        Table table,
        String column,
        Optional<Constraint> constraint,
        Optional<Index> index,
        List<ObjectId> rest,
        Span place) {
    public LostWithColumn {
        rest = List.copyOf(rest);
    }

    /** What goes along with the columns that a statement drops and that serve clients. */
    public static List<LostWithColumn> of(Step step, AlterTable alter) {
        Optional<Table> table = step.before().table(alter.name());
        if (table.isEmpty()) {
            return List.of();
        }
        Set<ObjectId> gone = new HashSet<>();
        var lost = new ArrayList<LostWithColumn>();
        List<AlterAction.DropColumn> drops = drops(alter).toList();
        drops.forEach(drop ->
                table.get().column(drop.column().value()).map(Column::id).ifPresent(gone::add));
        Set<ObjectId> told = new HashSet<>();
        for (AlterAction.DropColumn drop : drops) {
            Optional<Column> column = table.get().column(drop.column().value());
            if (column.isPresent() && Serving.clients(step, column.get())) {
                constraints(table.get(), alter, column.get(), gone, drop.span()).forEach(lost::add);
                indexes(step, table.get(), column.get(), gone, drop.span()).forEach(lost::add);
            }
        }
        lost.removeIf(each -> !told.add(each.id()));
        return lost;
    }

    private static Stream<AlterAction.DropColumn> drops(AlterTable alter) {
        return alter.actions().stream()
                .filter(AlterAction.DropColumn.class::isInstance)
                .map(AlterAction.DropColumn.class::cast);
    }

    private static Stream<LostWithColumn> constraints(
            Table table, AlterTable alter, Column column, Set<ObjectId> gone, Span place) {
        return table.constraints().stream()
                .filter(constraint -> constraint.kind() != Kind.NOT_NULL && constraint.kind() != Kind.EXCLUDE)
                .filter(constraint -> constraint.columns().contains(column.id()))
                .filter(constraint -> !droppedByName(alter, constraint.name()))
                .map(constraint -> new LostWithColumn(
                        table,
                        column.name(),
                        Optional.of(constraint),
                        Optional.empty(),
                        without(constraint.columns(), gone),
                        place))
                .filter(lost -> !lost.rest.isEmpty() || lost.isPrimaryKey());
    }

    private static Stream<LostWithColumn> indexes(
            Step step, Table table, Column column, Set<ObjectId> gone, Span place) {
        return step.before().indexesOf(table.id()).stream()
                .filter(index -> index.constraint().isEmpty() && index.parent().isEmpty())
                .filter(index -> Ending.columns(index).contains(column.id()))
                .map(index -> new LostWithColumn(
                        table,
                        column.name(),
                        Optional.empty(),
                        Optional.of(index),
                        without(Ending.columns(index), gone),
                        place))
                .filter(lost -> !lost.rest.isEmpty());
    }

    private static boolean droppedByName(AlterTable alter, String constraint) {
        return alter.actions().stream()
                .anyMatch(action -> action instanceof AlterAction.DropConstraint drop
                        && drop.name().value().equals(constraint));
    }

    private static List<ObjectId> without(List<ObjectId> columns, Set<ObjectId> gone) {
        return columns.stream().filter(id -> !gone.contains(id)).distinct().toList();
    }

    /** Its name. */
    public String name() {
        return constraint
                .map(Constraint::name)
                .orElseGet(() -> index.orElseThrow().name().name());
    }

    /** Where it was made. */
    public Origin origin() {
        return constraint
                .map(Constraint::origin)
                .orElseGet(() -> index.orElseThrow().origin());
    }

    /** {@code the UNIQUE constraint users_tenant_name_key}, {@code the index users_idx}. */
    public String what() {
        String sort = constraint
                .map(known -> switch (known.kind()) {
                    case PRIMARY_KEY -> "primary key";
                    case UNIQUE -> "UNIQUE constraint";
                    case FOREIGN_KEY -> "foreign key";
                    default -> "CHECK";
                })
                .orElseGet(() -> index.orElseThrow().unique() ? "unique index" : "index");
        return "the " + sort + " " + name();
    }

    /** Whether it refuses rows that are alike. */
    public boolean keepsRowsApart() {
        return constraint
                .map(known -> known.kind() == Kind.PRIMARY_KEY || known.kind() == Kind.UNIQUE)
                .orElseGet(() -> index.orElseThrow().unique());
    }

    /** Whether queries use it to find rows. */
    public boolean hasIndex() {
        return index.isPresent() || keepsRowsApart();
    }

    /** Whether the schema at the end of the history has nothing in its place. */
    public boolean missed(Schema end) {
        return Ending.table(end, table)
                .filter(t -> rest.stream().allMatch(id -> t.column(id).isPresent()))
                .filter(t -> !replaced(end, t))
                .isPresent();
    }

    private boolean replaced(Schema end, Table now) {
        if (isPrimaryKey() && now.primaryKey().isPresent()) {
            return true;
        }
        if (constraint.filter(lost -> Ending.replaces(end, now, lost)).isPresent()) {
            return true;
        }
        if (keepsRowsApart()) {
            return !rest.isEmpty() && Ending.uniquelyCovered(end, now, rest, id());
        }
        return constraint.isEmpty()
                && end.indexesOf(now.id()).stream()
                        .anyMatch(other -> Ending.columns(other).stream()
                                .findFirst()
                                .filter(rest::contains)
                                .isPresent());
    }

    private boolean isPrimaryKey() {
        return constraint.filter(known -> known.kind() == Kind.PRIMARY_KEY).isPresent();
    }

    private ObjectId id() {
        return constraint
                .map(Constraint::id)
                .orElseGet(() -> index.orElseThrow().id());
    }
}
