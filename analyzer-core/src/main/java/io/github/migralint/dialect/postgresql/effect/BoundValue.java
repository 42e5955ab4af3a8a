package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A constant of a partition bound or a condition, as far as constants can be compared without the server.
 *
 * @param kind what it is
 * @param number its value, if it is a number
 * @param text its text, if it is a string
 */
record BoundValue(BoundValue.Kind kind, Optional<BigDecimal> number, String text) {
    /** What a constant is. */
    enum Kind {
        LOWEST,
        NUMBER,
        STRING,
        NULL,
        HIGHEST,
        OTHER
    }

    static BoundValue of(List<Token> tokens) {
        List<Token> bare = withoutType(Predicates.unwrap(tokens));
        if (bare.size() == 1) {
            return of(bare.get(0));
        }
        boolean negative =
                bare.size() == 2 && bare.get(0).isSymbol("-") && bare.get(1).kind() == TokenKind.NUMBER;
        if (negative) {
            return number(bare.get(1).text()).map(n -> number(n.negate())).orElseGet(() -> other(bare));
        }
        boolean typed = bare.size() == 2
                && bare.get(0).kind() == TokenKind.WORD
                && bare.get(1).kind() == TokenKind.STRING;
        return typed ? of(bare.get(1)) : other(bare);
    }

    private static List<Token> withoutType(List<Token> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).isSymbol("::")) {
                return Predicates.unwrap(tokens.subList(0, i));
            }
        }
        return tokens;
    }

    private static BoundValue of(Token token) {
        if (token.isWord("minvalue")) {
            return new BoundValue(Kind.LOWEST, Optional.empty(), "");
        }
        if (token.isWord("maxvalue")) {
            return new BoundValue(Kind.HIGHEST, Optional.empty(), "");
        }
        if (token.isWord("null")) {
            return new BoundValue(Kind.NULL, Optional.empty(), "");
        }
        return switch (token.kind()) {
            case NUMBER -> number(token.text()).map(BoundValue::number).orElseGet(() -> other(List.of(token)));
            case STRING -> new BoundValue(Kind.STRING, Optional.empty(), Predicates.string(token));
            default -> other(List.of(token));
        };
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text.replace("_", "")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static BoundValue number(BigDecimal value) {
        return new BoundValue(Kind.NUMBER, Optional.of(value), "");
    }

    private static BoundValue other(List<Token> tokens) {
        return new BoundValue(
                Kind.OTHER,
                Optional.empty(),
                String.join(" ", tokens.stream().map(Token::text).toList()));
    }

    /** How two constants of one type compare, if that can be told: numbers do, and texts of the same length. */
    OptionalInt compare(BoundValue that) {
        if (kind == Kind.LOWEST || kind == Kind.HIGHEST || that.kind == Kind.LOWEST || that.kind == Kind.HIGHEST) {
            return OptionalInt.of(Integer.compare(end(), that.end()));
        }
        if (number.isPresent() && that.number.isPresent()) {
            return OptionalInt.of(number.get().compareTo(that.number.get()));
        }
        boolean texts = kind == Kind.STRING && that.kind == Kind.STRING;
        if (texts && (text.equals(that.text) || text.length() == that.text.length())) {
            return OptionalInt.of(text.compareTo(that.text));
        }
        return OptionalInt.empty();
    }

    private int end() {
        return kind == Kind.LOWEST ? -1 : kind == Kind.HIGHEST ? 1 : 0;
    }
}
