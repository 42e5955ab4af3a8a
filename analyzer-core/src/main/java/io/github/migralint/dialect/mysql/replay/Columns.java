package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.TypeName;
import io.github.migralint.dialect.mysql.Collation;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.ColumnTraits;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.Generated;
import io.github.migralint.schema.Identity;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Origin;
import java.util.List;
import java.util.Optional;

/** Columns as their definitions make them; what a definition does not say, the column does not have. */
final class Columns {
    private final Change change;

    Columns(Change change) {
        this.change = change;
    }

    /** A new column of a table with that collation. */
    Column create(ColumnDefinition definition, Collation around, List<Column> siblings) {
        return define(change.schema().newId(), definition, around, siblings, change.origin(), change.origin());
    }

    /** A column defined anew: it stays the same column, and loses what is not said again. */
    Column redefine(Column old, ColumnDefinition definition, Collation around, List<Column> siblings) {
        Column column = define(old.id(), definition, around, siblings, old.origin(), change.origin());
        return column.type().equals(old.type()) ? column.withTypeOrigin(old.typeOrigin()) : column;
    }

    private Column define(
            ObjectId id,
            ColumnDefinition definition,
            Collation around,
            List<Column> siblings,
            Origin origin,
            Origin typeOrigin) {
        Collation collation = collation(definition, around);
        Optional<DataType> type = definition.type().map(t -> ColumnTypes.resolve(t, collation, change.server()));
        boolean text = type.filter(ColumnTypes::isText).isPresent();
        var column = new Column(
                id,
                definition.name().value(),
                type,
                refusesNull(definition),
                constraint(definition, ColumnConstraint.Kind.DEFAULT)
                        .flatMap(ColumnConstraint::expression)
                        .flatMap(e -> Defaults.of(e, change.now())),
                definition.option("auto_increment").map(said -> new Identity(false, Optional.empty())),
                constraint(definition, ColumnConstraint.Kind.GENERATED).flatMap(c -> generated(c, siblings)),
                text ? Optional.of(collation.name()) : Optional.empty(),
                traits(definition, text ? Optional.of(collation.charset()) : Optional.empty()),
                origin,
                typeOrigin);
        return Timestamps.implicit(column, definition, siblings, change);
    }

    private Collation collation(ColumnDefinition definition, Collation around) {
        boolean json =
                definition.type().map(TypeName::name).filter("json"::equals).isPresent();
        if (json && change.server().isMariadb()) {
            return new Collation("utf8mb4", "utf8mb4_bin");
        }
        Optional<String> charset =
                definition.option("character set").flatMap(Option::value).or(() -> ofType(definition));
        Optional<String> name = definition
                .collation()
                .map(QualifiedName::name)
                .or(() -> definition.option("collate").flatMap(Option::value));
        Collation resolved = Collation.resolve(charset, name, around, change.server());
        return definition.option("binary").isPresent() ? resolved.bytewise() : resolved;
    }

    /** Some spellings of types say of what their characters are. */
    private static Optional<String> ofType(ColumnDefinition definition) {
        if (definition.option("byte").isPresent()) {
            return Optional.of("binary");
        }
        return definition
                .type()
                .map(TypeName::qualifier)
                .filter("national"::equals)
                .map(national -> "utf8mb3");
    }

    private static boolean refusesNull(ColumnDefinition definition) {
        return constraint(definition, ColumnConstraint.Kind.NOT_NULL).isPresent()
                || constraint(definition, ColumnConstraint.Kind.PRIMARY_KEY).isPresent()
                || definition.option("auto_increment").isPresent();
    }

    /** What a definition says of that kind; the last word counts. */
    static Optional<ColumnConstraint> constraint(ColumnDefinition definition, ColumnConstraint.Kind kind) {
        return definition.constraints().stream().filter(c -> c.kind() == kind).reduce((first, second) -> second);
    }

    private static Optional<Generated> generated(ColumnConstraint constraint, List<Column> siblings) {
        return constraint
                .expression()
                .map(e -> new Generated(e, constraint.stored(), Mentions.columns(e.tokens(), siblings)));
    }

    private ColumnTraits traits(ColumnDefinition definition, Optional<String> charset) {
        return new ColumnTraits(
                charset,
                definition.option("comment").flatMap(Option::value).filter(comment -> !comment.isEmpty()),
                definition.option("on update").flatMap(this::expression),
                definition.option("invisible").isPresent());
    }

    private Optional<Expression> expression(Option option) {
        return option.value()
                .map(text -> Words.tokens(text, change.server()))
                .filter(tokens -> !tokens.isEmpty())
                .map(tokens -> new Expression(tokens, option.span()));
    }

    /** The collation of a column of text, or that of its table. */
    static Collation collationOf(Column column, Collation around) {
        return column.collation().map(name -> Collation.named(name, around)).orElse(around);
    }

    /** The column in another character set, with a type that has room for it. */
    static Column converted(Column column, Collation around, Collation to) {
        boolean text = column.type().filter(ColumnTypes::isText).isPresent();
        if (!text) {
            return column;
        }
        Collation from = collationOf(column, around);
        Optional<DataType> type = column.type().map(old -> ColumnTypes.converted(old, from, to));
        boolean stillText = type.filter(ColumnTypes::isText).isPresent();
        ColumnTraits old = column.traits();
        return column.withType(type)
                .withCollation(stillText ? Optional.of(to.name()) : Optional.empty())
                .withTraits(new ColumnTraits(
                        stillText ? Optional.of(to.charset()) : Optional.empty(),
                        old.comment(),
                        old.onUpdate(),
                        old.invisible()));
    }

    /** The column, shown by {@code SELECT *} or not. */
    static Column visible(Column column, boolean visible) {
        ColumnTraits old = column.traits();
        return column.withTraits(
                new ColumnTraits(old.charset(), old.comment(), old.onUpdate(), !visible, old.checkName()));
    }
}
