package io.github.migralint.dialect.query;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Query;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.SchemaBuilder;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a query reads and what its columns are, as far as plain names tell. */
public final class QueryReading {
    private static final Set<String> MERGING_JOINS = Set.of("using", "natural");
    private final Query query;
    private final Spelling spelling;
    private final Function<QualifiedName, Optional<Relation>> find;
    private final SchemaBuilder schema;
    private final Origin origin;
    private final List<Relation> relations = new ArrayList<>();

    /**
     * A query that is read.
     *
     * @param query the query
     * @param spelling how its engine spells names
     * @param find the relation that a name in it means
     * @param schema what gives identities to columns
     * @param origin the statement that it stands in
     */
    public QueryReading(
            Query query,
            Spelling spelling,
            Function<QualifiedName, Optional<Relation>> find,
            SchemaBuilder schema,
            Origin origin) {
        this.query = query;
        this.spelling = spelling;
        this.find = find;
        this.schema = schema;
        this.origin = origin;
        for (QualifiedName name : query.relations()) {
            find.apply(name).filter(this::isNew).ifPresent(relations::add);
        }
    }

    private boolean isNew(Relation relation) {
        return relations.stream().noneMatch(known -> known.id().equals(relation.id()));
    }

    /** The relations it reads that are known, each once. */
    public List<Relation> relations() {
        return relations;
    }

    static List<Column> columnsOf(Relation relation) {
        return switch (relation) {
            case Table table -> table.columns();
            case View view -> view.columns();
            case Index ignored -> List.of();
            case Sequence ignored -> List.of();
        };
    }

    /** Columns that it names, each in the SELECT around it or further out, and all columns of what it reads with a star. */
    public List<ObjectId> columnsRead() {
        return new ColumnsRead(query.tokens(), readByPlace(), aliases(query.tokens()), spelling).all();
    }

    /** The relations that are known, by the offset at which the query names them. */
    private Map<Integer, Relation> readByPlace() {
        Map<Integer, Relation> byPlace = new HashMap<>();
        for (QualifiedName name : query.relations()) {
            find.apply(name).ifPresent(relation -> byPlace.put(name.span().start(), relation));
        }
        return byPlace;
    }

    private Aliases aliases(List<Token> tokens) {
        return new Aliases(tokens, spelling, this::find);
    }

    private Optional<Relation> find(QualifiedName name) {
        boolean reads = query.relations().stream().anyMatch(n -> n.toString().equals(name.toString()));
        return reads ? find.apply(name) : Optional.empty();
    }

    /** Its output columns; none when they cannot be told. */
    public Optional<List<Column>> output() {
        Optional<SelectList> list = SelectList.of(query.tokens());
        if (list.isEmpty()) {
            return Optional.empty();
        }
        var aliases = aliases(list.get().from());
        boolean merges = list.get().from().stream().anyMatch(token -> Spelling.isOneOf(token, MERGING_JOINS));
        var columns = new ArrayList<Column>();
        for (List<Token> item : list.get().items()) {
            if (!addItem(item, aliases, merges, columns)) {
                return Optional.empty();
            }
        }
        return Optional.of(columns);
    }

    private boolean addItem(List<Token> item, Aliases aliases, boolean mergesColumns, List<Column> columns) {
        Token last = item.get(item.size() - 1);
        if (!isWildcard(item)) {
            columns.add(itemColumn(item, aliases));
            return true;
        }
        Optional<List<Relation>> sources = item.size() == 1
                ? aliases.all().filter(all -> !mergesColumns)
                : Optional.of(aliases.of(spelling.name(item.get(item.size() - 3))))
                        .filter(found -> found.size() == 1);
        boolean known = last.isSymbol("*")
                && sources.isPresent()
                && sources.get().stream().allMatch(QueryReading::fullyKnown);
        if (known) {
            sources.get().forEach(relation -> columnsOf(relation).forEach(column -> columns.add(copy(column))));
        }
        return known;
    }

    private static boolean isWildcard(List<Token> item) {
        boolean star = item.get(item.size() - 1).isSymbol("*");
        return star
                && (item.size() == 1
                        || (item.size() >= 3 && item.get(item.size() - 2).isSymbol(".")));
    }

    private static boolean fullyKnown(Relation relation) {
        return relation instanceof Table table
                ? table.complete()
                : !columnsOf(relation).isEmpty();
    }

    private Column itemColumn(List<Token> item, Aliases aliases) {
        SelectItem parsed = SelectItem.of(item, spelling);
        Optional<Column> source = parsed.columnName().flatMap(name -> source(name, aliases));
        return column(parsed.name(), source.flatMap(Column::type));
    }

    private Optional<Column> source(QualifiedName name, Aliases aliases) {
        List<Relation> candidates = name.parts().size() > 1
                ? aliases.of(name.parts().get(name.parts().size() - 2).value())
                : aliases.all().orElse(List.of());
        List<Column> found = candidates.stream()
                .flatMap(relation -> columnsOf(relation).stream())
                .filter(column -> spelling.same(column.name(), name.name()))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private Column copy(Column column) {
        return column(column.name(), column.type());
    }

    private Column column(String name, Optional<DataType> type) {
        return new Column(
                schema.newId(),
                name,
                type,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                origin,
                origin);
    }

    /** Columns of which only the names are known. */
    public List<Column> untyped(List<Identifier> names) {
        return names.stream()
                .map(name -> column(name.value(), Optional.empty()))
                .toList();
    }
}
