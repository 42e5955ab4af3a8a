package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import java.util.function.Predicate;

/** What is known of a value that is not known: which values it may be. */
interface Possibility {
    /** It may be anything. */
    Possibility ANYTHING = value -> true;

    /** Whether it may be this value. */
    boolean may(Value value);

    /** It may be anything but NULL. */
    Possibility PRESENT = new Possibility() {
        @Override
        public boolean may(Value value) {
            return true;
        }

        @Override
        public boolean isPresent() {
            return true;
        }
    };

    /** Whether it surely is not NULL. */
    default boolean isPresent() {
        return false;
    }

    /** Whether it may be a text that begins so. */
    default boolean mayBegin(String prefix) {
        return true;
    }

    /** What it surely begins with, if it is a text. */
    default String prefix() {
        return "";
    }

    /** A name that begins so, of which a test tells whether it may be it. */
    static Possibility namesWith(String prefix, Predicate<String> test) {
        return new Possibility() {
            @Override
            public boolean may(Value value) {
                return !(value instanceof Value.Text(String text)) || (text.startsWith(prefix) && test.test(text));
            }

            @Override
            public boolean mayBegin(String beginning) {
                return prefix.startsWith(beginning) || beginning.startsWith(prefix);
            }

            @Override
            public boolean isPresent() {
                return true;
            }

            @Override
            public String prefix() {
                return prefix;
            }
        };
    }

    /** A name of which a test tells whether it may be it, and another whether it may begin so. */
    static Possibility names(Predicate<String> test, Predicate<String> prefixTest) {
        return new Possibility() {
            @Override
            public boolean may(Value value) {
                return !(value instanceof Value.Text(String text)) || test.test(text);
            }

            @Override
            public boolean mayBegin(String prefix) {
                return prefixTest.test(prefix);
            }

            @Override
            public boolean isPresent() {
                return true;
            }
        };
    }

    /** A name of which a test tells whether it may be it. */
    static Possibility names(Predicate<String> test) {
        return names(test, prefix -> true);
    }

    /** An object of which a test tells whether it may be it. */
    static Possibility objects(Predicate<Value.Reference> test) {
        return new Possibility() {
            @Override
            public boolean may(Value value) {
                return value instanceof Value.Reference reference && test.test(reference);
            }

            @Override
            public boolean isPresent() {
                return true;
            }
        };
    }
}
