package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.effect.RelationKey;
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
}
