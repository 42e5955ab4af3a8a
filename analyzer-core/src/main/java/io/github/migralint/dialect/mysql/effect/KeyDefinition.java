package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.IndexElement;
import io.github.migralint.ast.MysqlAction.AddIndex;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An index that a statement makes, however it is written.
 *
 * @param name its name, where given
 * @param kind what kind it is
 * @param elements its key parts
 * @param options names folded
 * @param ifNotExists whether it is skipped when it is there
 * @param place where it stands
 */
record KeyDefinition(
        Optional<Identifier> name,
        Kind kind,
        List<IndexElement> elements,
        List<Option> options,
        boolean ifNotExists,
        Span place) {
    KeyDefinition {
        elements = List.copyOf(elements);
        options = List.copyOf(options);
    }

    /** What kind of index it is. */
    enum Kind {
        PLAIN("ADD INDEX"),
        UNIQUE("ADD UNIQUE INDEX"),
        PRIMARY("ADD PRIMARY KEY"),
        FULLTEXT("ADD FULLTEXT INDEX"),
        SPATIAL("ADD SPATIAL INDEX"),
        VECTOR("ADD VECTOR INDEX");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The clause as the manual names it. */
        String label() {
            return label;
        }

        private static Kind of(String method) {
            return switch (method) {
                case "fulltext" -> FULLTEXT;
                case "spatial" -> SPATIAL;
                case "vector" -> VECTOR;
                default -> PLAIN;
            };
        }
    }

    static KeyDefinition of(AddIndex add) {
        return new KeyDefinition(
                add.index().name(),
                Kind.of(add.index().method()),
                add.index().elements(),
                add.index().options(),
                add.ifNotExists(),
                add.span());
    }

    static KeyDefinition of(CreateIndex create) {
        return new KeyDefinition(
                create.name(),
                create.unique() ? Kind.UNIQUE : Kind.of(create.method()),
                create.elements(),
                create.options(),
                create.ifNotExists(),
                create.span());
    }

    static KeyDefinition of(TableConstraint constraint, boolean ifNotExists, Span place) {
        List<IndexElement> elements = constraint.elements().isEmpty()
                ? constraint.columns().stream().map(KeyDefinition::whole).toList()
                : constraint.elements();
        Kind kind = constraint.kind() == TableConstraint.Kind.PRIMARY_KEY ? Kind.PRIMARY : Kind.UNIQUE;
        return new KeyDefinition(constraint.name(), kind, elements, constraint.options(), ifNotExists, place);
    }

    private static IndexElement whole(Identifier column) {
        return new IndexElement(
                Optional.of(column),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                column.span());
    }

    boolean isUnique() {
        return kind == Kind.UNIQUE || kind == Kind.PRIMARY;
    }

    boolean hasExpressions() {
        return elements.stream().anyMatch(element -> element.expression().isPresent());
    }

    boolean has(String option) {
        return options.stream().anyMatch(o -> o.name().equals(option));
    }

    /** Whether a column is one of its key parts. */
    boolean names(String column) {
        return elements.stream()
                .flatMap(element -> element.column().stream())
                .anyMatch(name -> name.value().equalsIgnoreCase(column));
    }

    /** The name that it has or gets: without one, that of its first column. */
    String shownName() {
        if (kind == Kind.PRIMARY) {
            return "PRIMARY";
        }
        return name.map(Identifier::value)
                .or(() -> elements.stream()
                        .flatMap(element -> element.column().stream())
                        .map(Identifier::value)
                        .findFirst())
                .orElse("functional_index");
    }

    /** Its columns in words: {@code (a, b)}. */
    String columns() {
        return elements.stream()
                .map(element -> element.column().map(Identifier::value).orElse("…"))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Whether an index of a table has the same key parts in the same order. */
    boolean isLike(Index index, Table table) {
        return index.unique() == isUnique()
                && index.parts().size() == elements.size()
                && IntStream.range(0, elements.size()).allMatch(i -> {
                    IndexElement element = elements.get(i);
                    var part = index.parts().get(i);
                    boolean sameColumn = element.column().isPresent()
                            && part.column()
                                    .flatMap(table::column)
                                    .filter(column -> column.name()
                                            .equalsIgnoreCase(
                                                    element.column().get().value()))
                                    .isPresent();
                    return sameColumn
                            && element.descending() == part.descending()
                            && element.prefixLength().equals(part.prefixLength());
                });
    }
}
