package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.schema.Column;
import java.util.Optional;

/**
 * A column before and after it is defined anew, as far as that says how its values are stored.
 *
 * @param alteration the statement
 * @param column the column before
 * @param definition what is said of it
 * @param from its type before
 * @param to its type after
 */
record TypeSides(Alteration alteration, Column column, Definition definition, StoredType from, StoredType to) {
    /** What the change asks for; where nobody says which character set text has, the dearer of those it may have. */
    Optional<Operation> operation() {
        Optional<Operation> byServer = operation(Charsets.ofServer(alteration.scene().server()));
        if (said(column) || !from.hasCharset()) {
            return byServer;
        }
        Optional<Operation> byWidest = operation(Charsets.UTF8MB4);
        if (byServer.equals(byWidest)) {
            return byServer;
        }
        alteration.acts().uncertain();
        return byServer.filter(operation -> operation == Operation.CHANGE_TYPE).or(() -> byWidest);
    }

    private boolean said(Column column) {
        return Charsets.of(alteration.scene().schema(), alteration.table(), column).isPresent();
    }

    private Optional<Operation> operation(String otherwise) {
        boolean indexed = !alteration.indexesOn(column).isEmpty();
        return new TypeComparison(alteration.scene(), indexed).of(old(otherwise), fresh(otherwise));
    }

    /** The values that are lost. */
    Optional<Narrowing.Loss> loss() {
        String otherwise = Charsets.ofServer(alteration.scene().server());
        return new Narrowing(alteration.scene().settings().isStrict()).between(old(otherwise), fresh(otherwise));
    }

    private TypeComparison.Side old(String otherwise) {
        return new TypeComparison.Side(
                from,
                Charsets.of(alteration.scene().schema(), alteration.table(), column).orElse(otherwise),
                column.collation().or(this::tableCollation));
    }

    private TypeComparison.Side fresh(String otherwise) {
        return new TypeComparison.Side(
                to,
                definition.charset().or(() -> Charsets.of(alteration.scene().schema(), alteration.table())).orElse(otherwise),
                definition.charset().isPresent() ? definition.collation() : tableCollation());
    }

    private Optional<String> tableCollation() {
        boolean ofTable = column.traits().charset().isEmpty()
                || column.traits()
                        .charset()
                        .map(Charsets::canonical)
                        .equals(Charsets.of(alteration.scene().schema(), alteration.table()));
        return ofTable
                ? Optional.ofNullable(alteration.table().options().get("collate"))
                : Optional.empty();
    }

    /** Why rows are written anew. */
    String reason() {
        return from.equals(to)
                ? "the character set or the collation of column " + column.name() + " changes"
                : from + " to " + to + " changes what is stored in column " + column.name();
    }
}
