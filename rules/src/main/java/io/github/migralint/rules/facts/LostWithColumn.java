package io.github.migralint.rules.facts;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.effect.Effect.Fails;
import io.github.migralint.history.Step;
import io.github.migralint.rules.engine.EngineWords;
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
 * A constraint or index that goes, or gets narrower, because a column of it is dropped, although it is about more than that
 * column.
 *
 * @param table the table before
 * @param column name of the column
 * @param constraint the constraint; none for an index that stands alone
 * @param index the index; none for a constraint without one
 * @param rest the columns of it that stay
 * @param narrowed whether it goes on over the columns that stay
 * @param place the clause that drops the column
 */
public record LostWithColumn(
        Table table,
        String column,
        Optional<Constraint> constraint,
        Optional<Index> index,
        List<ObjectId> rest,
        boolean narrowed,
        Span place) {
    public LostWithColumn {
        rest = List.copyOf(rest);
    }

    /** What goes along with the columns that a statement drops and that serve clients. */
    public static List<LostWithColumn> of(Step step, AlterTable alter) {
        Optional<Table> table = step.before().table(alter.name());
        boolean narrows = EngineWords.of(step).narrowsKeys();
        if (table.isEmpty() || (narrows && refused(step))) {
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
                constraints(table.get(), alter, column.get(), gone, narrows, drop.span())
                        .forEach(lost::add);
                indexes(step, alter, table.get(), column.get(), gone, narrows, drop.span())
                        .forEach(lost::add);
            }
        }
        lost.removeIf(each -> !told.add(each.id()));
        return lost;
    }

    /** Where keys get narrower the server refuses what it cannot narrow, and then nothing is lost. */
    private static boolean refused(Step step) {
        return !step.effects().of(Fails.class).isEmpty();
    }

    private static Stream<AlterAction.DropColumn> drops(AlterTable alter) {
        return alter.actions().stream()
                .filter(AlterAction.DropColumn.class::isInstance)
                .map(AlterAction.DropColumn.class::cast);
    }

    private static Stream<LostWithColumn> constraints(
            Table table, AlterTable alter, Column column, Set<ObjectId> gone, boolean narrows, Span place) {
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
                        narrows && !without(constraint.columns(), gone).isEmpty(),
                        place))
                .filter(lost -> !lost.rest.isEmpty() || lost.isPrimaryKey());
    }

    private static Stream<LostWithColumn> indexes(
            Step step, AlterTable alter, Table table, Column column, Set<ObjectId> gone, boolean narrows, Span place) {
        return step.before().indexesOf(table.id()).stream()
                .filter(index -> index.constraint().isEmpty() && index.parent().isEmpty())
                .filter(index -> Ending.columns(index).contains(column.id()))
                .filter(index -> !droppedByName(alter, index))
                .map(index -> new LostWithColumn(
                        table,
                        column.name(),
                        Optional.empty(),
                        Optional.of(index),
                        without(Ending.columns(index), gone),
                        narrows,
                        place))
                .filter(lost -> !lost.rest.isEmpty());
    }

    private static boolean droppedByName(AlterTable alter, String constraint) {
        return alter.actions().stream()
                .anyMatch(action -> (action instanceof AlterAction.DropConstraint drop
                                && drop.name().value().equals(constraint))
                        || (action instanceof MysqlAction.DropIndex index
                                && index.index().value().equalsIgnoreCase(constraint)));
    }

    private static boolean droppedByName(AlterTable alter, Index index) {
        return alter.actions().stream()
                .anyMatch(action -> action instanceof MysqlAction.DropIndex drop
                        && drop.index().value().equalsIgnoreCase(index.name().name()));
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
        return isPrimaryKey() && name().equals("PRIMARY") ? "the primary key" : "the " + sort + " " + name();
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
                .filter(t -> narrowed ? standsNarrower(end, t) : !replaced(end, t))
                .isPresent();
    }

    /** Whether it is still what the drop left of it, and nothing else says or serves as much. */
    private boolean standsNarrower(Schema end, Table now) {
        List<Index> indexes = end.indexesOf(now.id());
        boolean stands = indexes.stream()
                .anyMatch(index -> isSame(index) && Ending.columns(index).equals(rest));
        return stands
                && indexes.stream()
                        .noneMatch(other -> !isSame(other)
                                && (keepsRowsApart()
                                        ? other.unique() && rest.containsAll(Ending.columns(other))
                                        : beginsWith(Ending.columns(other), rest)));
    }

    private boolean isSame(Index index) {
        return index.name().name().equalsIgnoreCase(name());
    }

    private static boolean beginsWith(List<ObjectId> columns, List<ObjectId> beginning) {
        return columns.size() >= beginning.size()
                && columns.subList(0, beginning.size()).equals(beginning);
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
