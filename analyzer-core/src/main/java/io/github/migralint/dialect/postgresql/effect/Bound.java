package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.PartitionBound;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The rows that a partition takes. */
sealed interface Bound {
    /**
     * From one key to another, that left out.
     *
     * @param from the lowest key
     * @param to the key after the highest
     */
    record Range(List<BoundValue> from, List<BoundValue> to) implements Bound {
        public Range {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }

    /**
     * One of some values.
     *
     * @param values the values
     */
    record OneOf(List<BoundValue> values) implements Bound {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /**
     * By the remainder of a hash.
     *
     * @param modulus what the hash is divided by; 0 when it cannot be read
     * @param remainder what is left over
     */
    record Hash(int modulus, int remainder) implements Bound {
        /** Whether a row can belong to both. */
        boolean meets(Hash other) {
            int common = java.math.BigInteger.valueOf(modulus)
                    .gcd(java.math.BigInteger.valueOf(other.modulus))
                    .intValue();
            return common > 0 && remainder % common == other.remainder % common;
        }

        /** Whether one modulus divides the other, as the server asks of siblings. */
        boolean fits(Hash other) {
            boolean unknown = modulus <= 0 || other.modulus <= 0;
            return unknown || modulus % other.modulus == 0 || other.modulus % modulus == 0;
        }
    }

    /** What no other partition takes. */
    record Rest() implements Bound {}

    /** A bound that cannot be read. */
    record Other() implements Bound {}

    static Bound of(PartitionBound bound) {
        if (bound.isDefault()) {
            return new Rest();
        }
        List<Token> tokens = bound.values().map(e -> e.tokens()).orElse(List.of());
        if (tokens.isEmpty()) {
            return new Other();
        }
        if (tokens.get(0).isWord("in")) {
            return new OneOf(values(tokens, 1));
        }
        if (tokens.get(0).isWord("with")) {
            return new Hash(after(tokens, "modulus"), after(tokens, "remainder"));
        }
        int close = Predicates.closing(tokens, 1);
        boolean range = tokens.get(0).isWord("from")
                && close > 0
                && close + 2 < tokens.size()
                && tokens.get(close + 1).isWord("to");
        return range ? new Range(values(tokens, 1), values(tokens, close + 2)) : new Other();
    }

    /** The number behind a word; 0 when there is none. */
    private static int after(List<Token> tokens, String word) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            String number = tokens.get(i + 1).text();
            if (tokens.get(i).isWord(word) && number.matches("[0-9]{1,9}")) {
                return Integer.parseInt(number);
            }
        }
        return 0;
    }

    private static List<BoundValue> values(List<Token> tokens, int open) {
        int close = Predicates.closing(tokens, open);
        return close < 0 ? List.of() : list(tokens.subList(open + 1, close));
    }

    /** The constants of a list that commas divide. */
    static List<BoundValue> list(List<Token> tokens) {
        var values = new ArrayList<BoundValue>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += Predicates.depthChange(tokens.get(i));
            if (depth == 0 && tokens.get(i).isSymbol(",")) {
                values.add(BoundValue.of(tokens.subList(start, i)));
                start = i + 1;
            }
        }
        values.add(BoundValue.of(tokens.subList(start, tokens.size())));
        return values;
    }

    /** The strategy of a table that can have such a partition; empty for any. */
    default String strategy() {
        return switch (this) {
            case Range ignored -> "range";
            case OneOf ignored -> "list";
            case Hash ignored -> "hash";
            case Rest ignored -> "";
            case Other ignored -> "";
        };
    }

    /** Whether both surely take a row in common. */
    default boolean surelyOverlaps(Bound that) {
        return switch (this) {
            case Range one
            when that instanceof Range other -> before(one.from(), other.to()) && before(other.from(), one.to());
            case OneOf one
            when that instanceof OneOf other -> one.values().stream().anyMatch(other.values()::contains);
            case Hash one when that instanceof Hash other -> one.modulus() > 0 && one.meets(other);
            default -> false;
        };
    }

    /** Whether no row can surely belong to it. */
    default boolean surelyEmpty() {
        return this instanceof Range range
                && range.from().size() == 1
                && range.to().size() == 1
                && range.from().get(0).compare(range.to().get(0)).orElse(-1) >= 0;
    }

    private static boolean before(List<BoundValue> one, List<BoundValue> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            OptionalInt order = one.get(i).compare(other.get(i));
            if (order.isEmpty()) {
                return false;
            }
            if (order.getAsInt() != 0) {
                return order.getAsInt() < 0;
            }
        }
        return false;
    }
}
