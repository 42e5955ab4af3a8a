package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.dialect.mysql.Collation;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.DataType;
import java.util.Optional;

/**
 * A column before and after it is defined anew, as far as that says how its values are stored.
 *
 * @param alteration the statement
 * @param old the column before
 * @param from its type before
 * @param fresh the column after
 * @param to its type after
 */
record TypeSides(Alteration alteration, Column old, StoredType from, Column fresh, StoredType to) {
    static Optional<TypeSides> of(Alteration alteration, Column old, Column fresh) {
        Optional<DataType> before = old.type();
        Optional<DataType> after = fresh.type();
        return before.isEmpty() || after.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new TypeSides(alteration, old, StoredType.of(before.get()), fresh, StoredType.of(after.get())));
    }

    /** What the change asks for; where the character set is a guess, the dearer of what it may be. */
    Optional<Operation> operation() {
        boolean indexed = !alteration.indexesOn(old).isEmpty();
        var comparison = new TypeComparison(alteration.scene(), indexed);
        Optional<Operation> asKnown = comparison.of(side(old, from), side(fresh, to));
        boolean guessed = from.isText()
                && Charsets.isGuessed(alteration.scene(), alteration.table())
                && charset(old).equals(charset(fresh))
                && charset(old)
                        .equals(Charsets.of(alteration.scene(), alteration.table())
                                .charset());
        if (!guessed) {
            return asKnown;
        }
        Optional<Operation> asUsual = comparison.of(unicode(from), unicode(to));
        if (!asUsual.equals(asKnown)) {
            alteration.acts().uncertain();
        }
        return asUsual.filter(operation -> operation == Operation.CHANGE_TYPE).or(() -> asKnown);
    }

    private static TypeComparison.Side unicode(StoredType type) {
        return new TypeComparison.Side(type, Charsets.UTF8MB4, Optional.empty());
    }

    /** The values that are lost. */
    Optional<Narrowing.Loss> loss() {
        return new Narrowing(alteration.scene().settings().isStrict()).between(side(old, from), side(fresh, to));
    }

    private TypeComparison.Side side(Column column, StoredType type) {
        return new TypeComparison.Side(type, charset(column), column.collation());
    }

    private String charset(Column column) {
        Collation table = Charsets.of(alteration.scene(), alteration.table());
        return column.traits()
                .charset()
                .or(() -> column.collation()
                        .map(name -> Collation.named(name, table).charset()))
                .orElse(table.charset());
    }

    /** Why rows are written anew. */
    String reason() {
        return from.equals(to)
                ? "the character set or the collation of column " + old.name() + " changes"
                : from + " to " + to + " changes what is stored in column " + old.name();
    }
}
