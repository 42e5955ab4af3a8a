package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The types and operator classes of well-known extensions, and what is lost when one of these goes. */
final class ExtensionContents {
    private static final Map<String, Set<String>> TYPES = Map.ofEntries(
            Map.entry("citext", Set.of("citext")),
            Map.entry("hstore", Set.of("hstore", "ghstore")),
            Map.entry("ltree", Set.of("ltree", "lquery", "ltxtquery")),
            Map.entry("cube", Set.of("cube")),
            Map.entry("seg", Set.of("seg")),
            Map.entry("intarray", Set.of("query_int")),
            Map.entry("isn", Set.of("ean13", "isbn", "isbn13", "ismn", "ismn13", "issn", "issn13", "upc")),
            Map.entry("postgis", Set.of("geometry", "geography", "box2d", "box3d")),
            Map.entry("vector", Set.of("vector", "halfvec", "sparsevec")));
    private static final Map<String, Set<String>> OPERATOR_CLASSES = Map.ofEntries(
            Map.entry("pg_trgm", Set.of("gin_trgm_ops", "gist_trgm_ops")),
            Map.entry("intarray", Set.of("gin__int_ops", "gist__int_ops", "gist__intbig_ops")),
            Map.entry("vector", Set.of("vector_l2_ops", "vector_ip_ops", "vector_cosine_ops", "vector_l1_ops")));

    private final Change change;
    private final String extension;

    ExtensionContents(Change change, String extension) {
        this.change = change;
        this.extension = extension;
    }

    /** Removes the columns and indexes that need the extension. */
    void removeUsers() {
        for (Relation relation : change.now().relations()) {
            switch (relation) {
                case Table table -> columns(table);
                case Index index when usesOperators(index) -> new Removal(change).index(index, true);
                default -> {}
            }
        }
    }

    private void columns(Table table) {
        Set<String> types = TYPES.getOrDefault(extension, Set.of());
        List<ObjectId> using = table.columns().stream()
                .filter(column -> column.type()
                        .filter(type -> type.userType().isEmpty() && types.contains(type.name()))
                        .isPresent())
                .map(column -> column.id())
                .toList();
        using.forEach(column -> new ColumnRemoval(change).remove(table.id(), column, true));
    }

    private boolean usesOperators(Index index) {
        Set<String> classes = OPERATOR_CLASSES.getOrDefault(extension, Set.of());
        return index.parts().stream()
                .flatMap(part -> part.operatorClass().stream())
                .anyMatch(name -> classes.contains(name.substring(name.lastIndexOf('.') + 1)));
    }
}
