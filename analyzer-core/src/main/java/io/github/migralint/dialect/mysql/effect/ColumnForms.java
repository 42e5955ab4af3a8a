package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.ColumnConstraint.Kind;
import io.github.migralint.ast.Expression;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.Optional;

/** What a server refuses in the definition of a column, whatever table it stands in. */
final class ColumnForms {
    private final Scene scene;
    private final Acts acts;

    ColumnForms(Scene scene, Acts acts) {
        this.scene = scene;
        this.acts = acts;
    }

    void check(Definition definition) {
        if (definition.isInvisible()) {
            require(Form.INVISIBLE_COLUMN);
        }
        boolean unenforced = definition.column().constraints().stream()
                .anyMatch(constraint -> constraint.kind() == Kind.CHECK
                        && constraint.attributes().notEnforced());
        if (unenforced) {
            require(Form.UNENFORCED_CHECK);
        }
        definition.defaultValue().ifPresent(expression -> checkDefault(definition, expression));
    }

    private void require(Form form) {
        if (!Facts.knows(scene.server(), form)) {
            acts.unknownForm(scene, form);
        }
    }

    private void checkDefault(Definition definition, Expression expression) {
        Token first = expression.tokens().getFirst();
        if (Definition.isComputed(expression)) {
            require(Form.EXPRESSION_DEFAULT);
            return;
        }
        boolean isNull = first.isWord("null");
        if (isNull && definition.isNotNull(scene.server()) && definition.has(Kind.NOT_NULL)) {
            acts.fail(Errors.INVALID_DEFAULT, "Column " + definition.name() + " refuses NULL, which is its default.");
        }
        Optional<StoredType> type = definition.type();
        boolean withoutDefault =
                type.filter(t -> t.isBlob() || t.isJson() || t.isSpatial()).isPresent();
        if (scene.isMysql() && withoutDefault && !isNull) {
            acts.fail(
                    Errors.DEFAULT_OF_TEXT,
                    "Column " + definition.name() + " of type "
                            + type.map(StoredType::toString).orElse("") + " cannot have a literal as default.");
        }
        boolean zeros = first.kind() == TokenKind.STRING && first.text().startsWith("'0000-00-00");
        if (zeros && type.filter(StoredType::isTemporal).isPresent() && refusesZeroDates()) {
            acts.fail(
                    Errors.INVALID_DEFAULT,
                    "The date of zeros, the default of column " + definition.name()
                            + ", is none in a session with NO_ZERO_DATE, which MySQL sets by default.");
        }
    }

    private boolean refusesZeroDates() {
        return scene.settings().isStrict()
                && scene.settings().refusesZeroDates().orElse(scene.isMysql());
    }
}
