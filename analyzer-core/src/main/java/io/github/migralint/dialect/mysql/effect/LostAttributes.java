package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.ColumnConstraint.Kind;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Option;
import io.github.migralint.dialect.mysql.Collation;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.DefaultValue;
import io.github.migralint.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a column has and a new definition of it does not repeat.
 *
 * @param scene what the statement sees
 * @param table the table
 * @param column the column before
 */
record LostAttributes(Scene scene, Table table, Column column) {
    /** The attributes as SQL. A NULL or a DEFAULT NULL that is written down is meant, and no loss. */
    List<String> of(Definition definition) {
        var lost = new ArrayList<String>();
        boolean nullSaid = definition.has(Kind.NULL);
        boolean key = Scene.inPrimaryKey(table, column);
        if (column.notNull() && !definition.isNotNull(scene.server()) && !nullSaid && !key) {
            lost.add("NOT NULL");
        }
        boolean counts = definition.isAutoIncrement() || definition.generated().isPresent();
        if (!definition.has(Kind.DEFAULT) && !counts) {
            value().ifPresent(value -> lost.add("DEFAULT " + value));
        }
        if (column.identity().isPresent() && !definition.isAutoIncrement()) {
            lost.add("AUTO_INCREMENT");
        }
        column.traits()
                .onUpdate()
                .filter(ignored -> !definition.setsOnUpdate())
                .ifPresent(value -> lost.add("ON UPDATE " + value.normalized().replace(" ", "")));
        column.traits()
                .comment()
                .filter(text -> !text.isEmpty() && definition.comment().isEmpty())
                .filter(ignored -> definition.column().option("comment").isEmpty())
                .ifPresent(text -> lost.add("COMMENT " + text));
        text(definition, lost);
        if (column.traits().invisible()
                && !definition.isInvisible()
                && definition.column().option("visible").isEmpty()) {
            lost.add("INVISIBLE");
        }
        if (scene.isMariadb() && !definition.has(Kind.CHECK)) {
            ownCheck().ifPresent(lost::add);
        }
        return lost;
    }

    private Optional<String> value() {
        return column.defaultValue()
                .map(DefaultValue::expression)
                .map(Expression::normalized)
                .filter(text -> !text.equalsIgnoreCase("null"));
    }

    /** A character set or collation of its own, which is not that of the table. */
    private void text(Definition definition, List<String> lost) {
        boolean text = definition.type().filter(StoredType::hasCharset).isPresent();
        if (!text || definition.saysCharset()) {
            collation(definition, lost);
            return;
        }
        Collation ofTable = Charsets.of(scene, table);
        Optional<String> charset = column.traits().charset().filter(own -> !own.equals(ofTable.charset()));
        charset.ifPresent(own -> lost.add("CHARACTER SET " + own));
        column.collation()
                .filter(own -> charset.isEmpty() && !own.equals(ofTable.name()))
                .ifPresent(own -> lost.add("COLLATE " + own));
    }

    /** The same character set said again takes its default collation. */
    private void collation(Definition definition, List<String> lost) {
        Optional<String> said = definition.column().option("character set").flatMap(Option::value);
        boolean collated = definition.column().option("collate").isPresent()
                || definition.column().collation().isPresent();
        String charset =
                column.traits().charset().orElse(Charsets.of(scene, table).charset());
        if (!collated && said.filter(charset::equalsIgnoreCase).isPresent()) {
            String fresh = Collation.ofCharset(charset, scene.server()).name();
            column.collation().filter(own -> !own.equals(fresh)).ifPresent(own -> lost.add("COLLATE " + own));
        }
    }

    /** MariaDB keeps the CHECK that stands in a column's definition with the column, under its name. */
    private Optional<String> ownCheck() {
        return table.constraints().stream()
                .filter(constraint -> constraint.kind() == Constraint.Kind.CHECK)
                .filter(constraint -> constraint.name().equalsIgnoreCase(column.name()))
                .flatMap(constraint -> constraint.expression().stream())
                .map(expression -> "CHECK (" + expression.normalized() + ")")
                .findFirst();
    }
}
