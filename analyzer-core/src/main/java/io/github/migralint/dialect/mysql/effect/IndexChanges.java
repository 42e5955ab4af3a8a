package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.MysqlAction.RenameIndex;
import io.github.migralint.ast.MysqlAction.SetIndexVisibility;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.effect.Subject;

/**
 * What is said anew of an index that is there.
 *
 * @param alteration the statement
 */
record IndexChanges(Alteration alteration) {
    void rename(RenameIndex action) {
        boolean lacking =
                alteration.lacks(Form.RENAME_INDEX) || (action.ifExists() && alteration.lacks(Form.GUARD_IN_ALTER));
        if (lacking) {
            return;
        }
        if (!action.ifExists()) {
            find(action.index());
        }
        if (alteration.indexNamed(action.newName().value()).isPresent()
                && !action.index().value().equalsIgnoreCase(action.newName().value())) {
            alteration
                    .acts()
                    .exists(Errors.KEY_EXISTS, Subject.in(alteration.table(), ObjectKind.INDEX, action.newName()));
        }
        alteration.ask(Clause.of(Operation.RENAME_INDEX, "RENAME INDEX", action.span()));
    }

    void show(SetIndexVisibility action) {
        Form form = alteration.scene().isMysql() ? Form.INVISIBLE_INDEX : Form.IGNORED_INDEX;
        if (!alteration.lacks(form)) {
            find(action.index());
            alteration.ask(Clause.of(Operation.SET_INDEX_VISIBILITY, "ALTER INDEX", action.span()));
        }
    }

    private void find(Identifier name) {
        if (alteration.indexNamed(name.value()).isEmpty()) {
            alteration
                    .acts()
                    .missing(Errors.NO_SUCH_KEY, alteration.scene(), alteration.table(), ObjectKind.INDEX, name);
        }
    }
}
