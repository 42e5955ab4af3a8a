package io.github.migralint.dialect.mysql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A value on its way through an expression.
 *
 * @param value what it is
 * @param mayBe which texts it may be, where it is unknown
 * @param either the texts of which it is one, where that is all that is known; otherwise none
 * @param names what kind of names it is one of
 */
record Datum(Value value, Predicate<String> mayBe, Set<String> either, Datum.Names names) {
    Datum {
        either = Set.copyOf(either);
    }

    /** How a text compares with others. */
    enum Names {
        /** Without regard to case, as most texts do. */
        CASELESS,
        /** With regard to case or without, as the server is set up: names of tables and databases. */
        OF_TABLES,
        /** The database that migrations run in: what it is called nobody knows. */
        OF_STAND_IN
    }

    /** How many texts are kept of which it may be one. */
    private static final int MOST = 8;

    static final Datum UNKNOWN = new Datum(Value.UNKNOWN, text -> true, Set.of(), Names.CASELESS);
    static final Datum NULL = of(Value.NULL);
    static final Datum TRUE = of(new Value.Truth(true));
    static final Datum FALSE = of(new Value.Truth(false));

    static Datum of(Value value) {
        return new Datum(value, text -> true, Set.of(), Names.CASELESS);
    }

    static Datum text(String text) {
        return of(new Value.Text(text));
    }

    /** A name of a table or database. */
    static Datum name(String name) {
        return new Datum(new Value.Text(name), text -> true, Set.of(), Names.OF_TABLES);
    }

    /** A text of which only this is known. */
    static Datum among(Predicate<String> mayBe) {
        return new Datum(Value.UNKNOWN, mayBe, Set.of(), Names.OF_TABLES);
    }

    /** One of two values, nobody knows which; told where both are texts, or each one of some. */
    static Datum either(Datum one, Datum other) {
        Set<String> texts = new LinkedHashSet<>(one.texts());
        texts.addAll(other.texts());
        boolean known = !one.texts().isEmpty() && !other.texts().isEmpty() && texts.size() <= MOST;
        return known ? new Datum(Value.UNKNOWN, texts::contains, texts, Names.CASELESS) : UNKNOWN;
    }

    /** The texts of which it is one; none where that is not known. */
    Set<String> texts() {
        return value instanceof Value.Text(String text) ? Set.of(text) : either;
    }

    static Datum number(long number) {
        return of(new Value.Number(BigDecimal.valueOf(number)));
    }

    static Datum truth(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    /** The same, compared with regard to case. */
    Datum exactly() {
        return new Datum(value, mayBe, either, names == Names.CASELESS ? Names.OF_TABLES : names);
    }

    boolean isUnknown() {
        return value instanceof Value.Unknown;
    }

    boolean isNull() {
        return value instanceof Value.Null;
    }

    /** Whether it surely holds. */
    boolean isTrue() {
        return Comparison.truth(this).value().equals(TRUE.value());
    }

    /** Whether it surely does not hold, or is NULL. */
    boolean isRejected() {
        Value truth = Comparison.truth(this).value();
        return truth instanceof Value.Null || truth.equals(FALSE.value());
    }
}
