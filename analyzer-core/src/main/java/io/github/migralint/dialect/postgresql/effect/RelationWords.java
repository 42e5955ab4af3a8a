package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import java.util.Optional;

/** What a relation is called of which only the statement's word for it is known. */
final class RelationWords {
    private RelationWords() {}

    static String kind(ObjectKind kind) {
        return switch (kind) {
            case VIEW -> "view";
            case MATERIALIZED_VIEW -> "matview";
            case SEQUENCE -> "sequence";
            case INDEX -> "index";
            case FOREIGN_TABLE -> "foreign table";
            default -> "table";
        };
    }

    static RelationKey unknown(Scene scene, String kind, QualifiedName name) {
        return new RelationKey(kind, scene.keys().unknown(name).name(), Optional.empty(), false);
    }

    /** Whether a relation is what a statement calls it; what is not known fits. */
    static boolean fits(ObjectKind kind, Lookup<Relation> found) {
        return switch (found.found().orElse(null)) {
            case Table table ->
                kind == (table.kind() == Table.Kind.FOREIGN ? ObjectKind.FOREIGN_TABLE : ObjectKind.TABLE);
            case View view -> kind == (view.materialized() ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW);
            case Sequence ignored -> kind == ObjectKind.SEQUENCE;
            case Index ignored -> kind == ObjectKind.INDEX;
            case null -> true;
        };
    }
}
