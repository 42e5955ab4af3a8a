package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.IndexElement;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A new index of a table that is there. */
final class IndexAddition {
    private final Alteration alteration;
    private final Scene scene;
    private final Acts acts;
    private final KeyDefinition key;

    IndexAddition(Alteration alteration, KeyDefinition key) {
        this.alteration = alteration;
        this.scene = alteration.scene();
        this.acts = alteration.acts();
        this.key = key;
    }

    void add() {
        if (lacksForm()) {
            return;
        }
        findColumns();
        if (acts.failed() || isThere()) {
            return;
        }
        new KeyLimits(scene, acts, alteration.table()).check(key);
        alteration.ask(Clause.of(operation(), key.kind().label(), key.place())
                .because("index " + key.shownName() + " is built")
                .building(scene.index(key.shownName(), true)));
        if (key.isUnique() && !surelyApart()) {
            acts.risk(alteration.key(), Errors.DUPLICATE_ROWS, "if rows are equal in " + key.columns());
        }
        if (key.kind() == KeyDefinition.Kind.PRIMARY) {
            primary();
        }
    }

    /** Whether no two rows can be equal: another key keeps some of the columns apart, or one is new and NULL everywhere. */
    private boolean surelyApart() {
        if (key.elements().stream()
                .anyMatch(element ->
                        element.column().isEmpty() || element.prefixLength().isPresent())) {
            return false;
        }
        Table table = alteration.table();
        List<String> names = key.elements().stream()
                .flatMap(element -> element.column().stream())
                .map(column -> column.value().toLowerCase(Locale.ROOT))
                .toList();
        boolean kept = scene.indexes(table).stream()
                .filter(index -> index.unique() && !index.hasExpressions())
                .anyMatch(index -> index.parts().stream()
                        .allMatch(part -> part.prefixLength().isEmpty()
                                && part.column()
                                        .flatMap(table::column)
                                        .filter(column ->
                                                names.contains(column.name().toLowerCase(Locale.ROOT)))
                                        .isPresent()));
        return kept
                || (key.kind() != KeyDefinition.Kind.PRIMARY && names.stream().anyMatch(alteration::addsEmpty));
    }

    private void findColumns() {
        for (IndexElement element : key.elements()) {
            element.column().ifPresent(column -> alteration.column(column, Errors.NO_KEY_COLUMN));
        }
    }

    private boolean lacksForm() {
        boolean multivalued = key.elements().stream()
                .flatMap(element -> element.expression().stream())
                .anyMatch(expression -> expression.tokens().stream().anyMatch(token -> token.isWord("array")));
        return (key.ifNotExists() && alteration.lacks(Form.GUARD_OF_INDEX))
                || (key.has("invisible") && alteration.lacks(Form.INVISIBLE_INDEX))
                || (key.has("ignored") && alteration.lacks(Form.IGNORED_INDEX))
                || (key.hasExpressions() && alteration.lacks(Form.FUNCTIONAL_INDEX))
                || (multivalued && alteration.lacks(Form.MULTIVALUED_INDEX));
    }

    /** Without a name it gets a new one. */
    private boolean isThere() {
        boolean primary = key.kind() == KeyDefinition.Kind.PRIMARY;
        if (primary && alteration.table().primaryKey().isPresent() && !alteration.dropsPrimaryKey()) {
            acts.fail(Errors.SECOND_PRIMARY_KEY, "Table " + alteration.name() + " has a primary key already.");
            return true;
        }
        if (primary
                || key.name().isEmpty()
                || alteration.indexNamed(key.shownName()).isEmpty()) {
            return false;
        }
        if (!key.ifNotExists()) {
            acts.exists(
                    Errors.KEY_EXISTS,
                    Subject.in(alteration.table(), ObjectKind.INDEX, key.name().get()));
        }
        return true;
    }

    private Operation operation() {
        return switch (key.kind()) {
            case PRIMARY -> Operation.ADD_PRIMARY_KEY;
            case FULLTEXT -> isFirstFulltext() ? Operation.ADD_FIRST_FULLTEXT_INDEX : Operation.ADD_FULLTEXT_INDEX;
            case SPATIAL, VECTOR -> Operation.ADD_SPATIAL_INDEX;
            case PLAIN, UNIQUE -> plain();
        };
    }

    private Operation plain() {
        if (key.hasExpressions()) {
            return Operation.ADD_FUNCTIONAL_INDEX;
        }
        return isRecreated(alteration, key) ? Operation.RECREATE_INDEX : Operation.ADD_INDEX;
    }

    /** Whether the statement drops an index of that name that is the same. */
    static boolean isRecreated(Alteration alteration, KeyDefinition key) {
        Optional<Index> old = alteration.scene().index(alteration.table(), key.shownName());
        return old.filter(alteration::drops)
                .filter(index -> key.isLike(index, alteration.table()))
                .isPresent();
    }

    private boolean isFirstFulltext() {
        boolean counted = alteration.table().column("FTS_DOC_ID").isPresent();
        List<Index> others = scene.indexes(alteration.table()).stream()
                .filter(Scene::isFulltext)
                .toList();
        return others.isEmpty() && !counted;
    }

    /** The columns of a primary key refuse NULL from now on. */
    private void primary() {
        key.elements().stream()
                .flatMap(element -> element.column().stream())
                .flatMap(name -> alteration.table().column(name.value()).stream())
                .filter(column -> !column.notNull())
                .map(Column::name)
                .findFirst()
                .ifPresent(name -> acts.risk(
                        alteration.key(),
                        scene.isMysql() ? "1138" : Errors.TRUNCATED,
                        "if column " + name + " holds NULL"));
    }
}
