package io.github.migralint.dialect.mysql.program;

import io.github.migralint.dialect.mysql.Literals;
import io.github.migralint.dialect.procedural.BodyTokens;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Reads the conditions of handlers and signals: error numbers, SQLSTATEs, classes, and names for them. */
final class Conditions {
    private final Reading reading;
    private final BodyTokens tokens;

    Conditions(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    List<String> list() {
        List<String> conditions = new ArrayList<>();
        do {
            conditions.add(condition());
        } while (tokens.acceptSymbol(","));
        return conditions;
    }

    /** One condition: {@code 1061}, {@code 42s21}, {@code sqlexception}, {@code not found}. */
    String condition() {
        Token token = tokens.peek();
        if (token.kind() == TokenKind.NUMBER) {
            return tokens.next().text();
        }
        if (tokens.accept("sqlstate")) {
            tokens.accept("value");
            if (tokens.peek().kind() != TokenKind.STRING) {
                throw tokens.expected("a SQLSTATE");
            }
            return Literals.text(tokens.next().text());
        }
        if (token.isWord("not") && tokens.peek(1).isWord("found")) {
            tokens.next();
            tokens.next();
            return "not found";
        }
        String name = reading.name("a condition").value();
        return reading.locals().error(name).orElse(name);
    }
}
