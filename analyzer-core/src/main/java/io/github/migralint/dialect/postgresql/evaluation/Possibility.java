package io.github.migralint.dialect.postgresql.evaluation;

import java.util.function.Predicate;

/** What is known of a value that is not known: which values it may be. */
interface Possibility {
    /** It may be anything. */
    Possibility ANYTHING = value -> true;

    /** Whether it may be this value. */
    boolean may(Value value);

    /** Whether it may be a text that begins so. */
    default boolean mayBegin(String prefix) {
        return true;
    }

    /** A name of which a test tells whether it may be it. */
    static Possibility names(Predicate<String> test) {
        return value -> !(value instanceof Value.Text(String text)) || test.test(text);
    }
}
