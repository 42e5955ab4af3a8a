package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.MysqlStatement.RenameTables;
import io.github.migralint.ast.MysqlStatement.TableRename;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Table;
import java.util.HashMap;
import java.util.Map;

/** RENAME TABLE: all pairs in one instant, one after the other. */
final class RenameEffects {
    private final Scene scene;
    private final Acts acts;
    private final Map<String, Boolean> taken = new HashMap<>();

    RenameEffects(Scene scene, Acts acts) {
        this.scene = scene;
        this.acts = acts;
    }

    void rename(RenameTables statement) {
        acts.commit();
        if (statement.ifExists() && !Facts.knows(scene.server(), Form.GUARD_OF_RENAME)) {
            acts.unknownForm(scene, Form.GUARD_OF_RENAME);
            return;
        }
        for (TableRename pair : statement.renames()) {
            acts.at(pair.span());
            rename(pair, statement.ifExists());
        }
    }

    private void rename(TableRename pair, boolean ifExists) {
        boolean made = Boolean.TRUE.equals(taken.get(pair.table().toString()));
        boolean absent = !made && (gone(pair.table()) || scene.surelyAbsent(pair.table()));
        if (absent && ifExists) {
            return;
        }
        if (absent) {
            acts.missing(Errors.NO_SUCH_TABLE, Subject.of(ObjectKind.TABLE, pair.table()));
        }
        if (isTaken(pair.newName())) {
            acts.exists(Errors.TABLE_EXISTS, Subject.of(ObjectKind.TABLE, pair.newName()));
        }
        taken.put(pair.table().toString(), false);
        taken.put(pair.newName().toString(), true);
        if (!made) {
            Table table = scene.table(pair.table());
            acts.lockForMoment(scene.schema()
                    .relation(pair.table())
                    .found()
                    .map(scene::key)
                    .orElseGet(() -> scene.key(table)));
            new ForeignKeys(scene, acts).lockParents(table);
            new ForeignKeys(scene, acts).lockChildren(table);
            acts.add(new Effect.ChangesTable(
                    scene.key(table),
                    Facts.cost(Operation.RENAME_TABLE, scene.server())
                            .orElseThrow()
                            .way(),
                    "RENAME TABLE",
                    pair.span()));
        }
    }

    private boolean gone(QualifiedName name) {
        return Boolean.FALSE.equals(taken.get(name.toString()));
    }

    private boolean isTaken(QualifiedName name) {
        Boolean known = taken.get(name.toString());
        return known == null ? scene.schema().relation(name).found().isPresent() : known;
    }
}
