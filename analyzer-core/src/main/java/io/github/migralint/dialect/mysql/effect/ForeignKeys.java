package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.effect.Effect;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;

/**
 * What foreign keys mean for the tables at both their ends.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record ForeignKeys(Scene scene, Acts acts) {
    /** Whether REFERENCES in the definition of a column makes a foreign key. */
    static boolean honoursInline(Scene scene) {
        return scene.isMariadb() || scene.server().isMysqlFrom(9, 0, 0);
    }

    static Effect.IgnoresClause ignoredInline(Span place) {
        return new Effect.IgnoresClause(
                "REFERENCES of a column",
                "MySQL makes a foreign key of it from 9.0 on; before it is read and forgotten",
                place);
    }

    /** The error of a parent that is not there. */
    static String missingParent(Scene scene) {
        if (scene.isMariadb()) {
            return "1005";
        }
        return scene.server().isMysqlFrom(8, 0, 0) ? "1824" : "1215";
    }

    /** MySQL closes the parent for an instant when a foreign key to it comes or goes; MariaDB does not. */
    void lockParent(QualifiedName parent) {
        if (scene.isMysql()) {
            acts.lockForMoment(scene.key(scene.table(parent)));
        }
    }

    /** The same for a foreign key that is there. */
    void lockParent(Constraint key) {
        if (scene.isMysql()) {
            key.foreignKey()
                    .flatMap(ForeignKey::table)
                    .flatMap(scene.schema()::table)
                    .ifPresent(parent -> acts.lockForMoment(scene.key(parent)));
        }
    }

    /** MySQL closes the tables whose foreign keys point at a table that changes, from 8.0 on. */
    void lockChildren(Table parent) {
        if (scene.server().isMysqlFrom(8, 0, 0) && Scene.isKnown(parent)) {
            scene.schema().referencing(parent.id()).stream()
                    .filter(child -> !child.id().equals(parent.id()))
                    .forEach(child -> acts.lockForMoment(scene.key(child)));
        }
    }

    /** The same for all foreign keys of a table. */
    void lockParents(Table child) {
        Scene.foreignKeys(child).forEach(this::lockParent);
    }
}
