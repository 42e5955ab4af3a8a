package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import java.math.BigDecimal;
import java.util.List;

/**
 * A value with its type.
 *
 * @param value the value
 * @param type the server's name of its type; {@code unknown} for a literal that takes the type it is needed as, empty
 *     where nobody knows, with {@code []} for an array
 * @param possibility where the value is unknown, what it may be
 */
record Datum(Value value, String type, Possibility possibility) {
    static final Datum UNKNOWN = new Datum(Value.UNKNOWN, "", Possibility.ANYTHING);
    static final Datum NULL = new Datum(Value.NULL, "unknown", Possibility.ANYTHING);
    static final Datum TRUE = of(new Value.Truth(true), "bool");
    static final Datum FALSE = of(new Value.Truth(false), "bool");
    private static final Datum MAYBE = of(Value.UNKNOWN, "bool");

    static Datum of(Value value, String type) {
        return new Datum(value, type, Possibility.ANYTHING);
    }

    static Datum truth(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    /** Truth or not: nobody can tell. */
    static Datum maybe() {
        return MAYBE;
    }

    static Datum text(String text) {
        return of(new Value.Text(text), "text");
    }

    static Datum name(String text) {
        return of(new Value.Text(text), "name");
    }

    static Datum integer(long number) {
        return of(new Value.Number(BigDecimal.valueOf(number)), "int4");
    }

    static Datum unknown(String type) {
        return of(Value.UNKNOWN, type);
    }

    static Datum nothing(String type) {
        return of(Value.NULL, type);
    }

    static Datum array(List<Value> elements, String elementType) {
        return of(new Value.Array(elements), elementType + "[]");
    }

    /** What a variable of the caller or an element of an array of unknown type is. */
    static Datum untyped(Value value) {
        String type = switch (value) {
            case Value.Truth ignored -> "bool";
            case Value.Reference reference -> reference.named() ? Reg.typeOf(reference.catalog()) : "oid";
            case Value.Array ignored -> "[]";
            case Value.Row ignored -> "record";
            default -> "";
        };
        return of(value, type);
    }

    boolean isUnknown() {
        return value instanceof Value.Unknown;
    }

    boolean isNull() {
        return value instanceof Value.Null;
    }

    boolean isTrue() {
        return value instanceof Value.Truth(boolean holds) && holds;
    }

    boolean isFalse() {
        return value instanceof Value.Truth(boolean holds) && !holds;
    }

    /** Whether it surely is not true: false or NULL. */
    boolean isNotTrue() {
        return isFalse() || isNull();
    }

    boolean isLiteral() {
        return type.equals("unknown");
    }

    Datum as(String newType) {
        return new Datum(value, newType, possibility);
    }
}
