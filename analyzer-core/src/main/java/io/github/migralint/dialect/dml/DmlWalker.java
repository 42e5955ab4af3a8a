package io.github.migralint.dialect.dml;

import io.github.migralint.dialect.dml.DmlFacts.Bound;
import io.github.migralint.dialect.dml.DmlFacts.Filter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.merge.Merge;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.util.TablesNamesFinder;
import org.jspecify.annotations.Nullable;

/** Takes the facts from a parsed statement. */
final class DmlWalker {
    private DmlWalker() {}

    static Optional<DmlFacts> facts(Statement statement) {
        return switch (statement) {
            case Update update -> Optional.of(ofUpdate(update));
            case Delete delete -> Optional.of(ofDelete(delete));
            case Insert insert -> Optional.of(ofInsert(insert));
            case Merge merge -> Optional.of(facts(merge, merge.getTable(), null, List.of(), true, Set.of()));
            default -> Optional.empty();
        };
    }

    private static DmlFacts ofUpdate(Update update) {
        var sources = new ArrayList<FromItem>();
        if (update.getFromItem() != null) {
            sources.add(update.getFromItem());
        }
        addJoined(update.getJoins(), sources);
        addJoined(update.getStartJoins(), sources);
        var columns = new ArrayList<String>();
        update.getUpdateSets().forEach(set -> columns.addAll(names(set.getColumns())));
        return facts(
                update,
                update.getTable(),
                update.getWhere(),
                columns,
                !sources.isEmpty(),
                limited(sources, update.getWithItemsList()));
    }

    private static DmlFacts ofDelete(Delete delete) {
        var sources = new ArrayList<FromItem>();
        if (delete.getUsingFromItemList() != null) {
            sources.addAll(delete.getUsingFromItemList());
        }
        addJoined(delete.getJoins(), sources);
        return facts(
                delete,
                delete.getTable(),
                delete.getWhere(),
                List.of(),
                !sources.isEmpty(),
                limited(sources, delete.getWithItemsList()));
    }

    private static DmlFacts ofInsert(Insert insert) {
        List<String> columns = insert.getColumns() == null ? List.of() : names(insert.getColumns());
        if (insert.getSelect() instanceof PlainSelect select) {
            var sources = new ArrayList<FromItem>();
            addJoined(select.getJoins(), sources);
            if (select.getFromItem() != null) {
                sources.add(select.getFromItem());
            }
            boolean joined = sources.size() > 1;
            Set<String> limited = limited(sources, insert.getWithItemsList());
            return facts(insert, insert.getTable(), select.getWhere(), columns, joined, limited);
        }
        return facts(insert, insert.getTable(), null, columns, false, Set.of());
    }

    private static DmlFacts facts(
            Statement statement,
            @Nullable Table target,
            @Nullable Expression where,
            List<String> columns,
            boolean joined,
            Set<String> limitedSources) {
        Filter filter = where == null ? Filter.ABSENT : Truth.filter(where);
        List<Bound> bounds = where == null ? List.of() : new Bounds(limitedSources).of(where);
        return new DmlFacts(filter, bounds, columns, tables(statement, target), joined, true);
    }

    private static List<String> names(Collection<Column> columns) {
        return columns.stream().map(Column::getColumnName).toList();
    }

    private static void addJoined(@Nullable List<Join> joins, List<FromItem> sources) {
        if (joins != null) {
            joins.forEach(join -> sources.add(join.getFromItem()));
        }
    }

    private static Set<String> tables(Statement statement, @Nullable Table target) {
        var tables = new HashSet<String>(new TablesNamesFinder<Void>().getTables(statement));
        if (target != null) {
            tables.remove(target.getFullyQualifiedName());
        }
        return tables;
    }

    /** Names under which rows of a query with LIMIT are joined. */
    private static Set<String> limited(List<FromItem> sources, @Nullable List<WithItem<?>> with) {
        var names = new HashSet<String>();
        if (with != null) {
            with.stream()
                    .filter(item -> Bounds.isLimited(item.getParenthesedStatement(), Set.of()))
                    .forEach(item -> names.add(Bounds.fold(item.getUnquotedAliasName())));
        }
        for (FromItem source : sources) {
            boolean limited = source instanceof Table table
                    ? names.contains(Bounds.fold(table.getName()))
                    : Bounds.isLimited(source, names);
            if (limited && source.getAlias() != null) {
                names.add(Bounds.fold(source.getAlias().getName()));
            }
        }
        return names;
    }
}
