package io.github.migralint.dialect.postgresql.plpgsql;

import io.github.migralint.ast.ProceduralStatement.Other;
import io.github.migralint.ast.ProceduralStatement.Raise;
import io.github.migralint.ast.Query;
import io.github.migralint.dialect.procedural.BodyTokens;
import io.github.migralint.dialect.procedural.Refusal;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code RAISE} and {@code ASSERT}. */
final class Raises {
    private static final Set<String> LEVELS = Set.of("exception", "warning", "notice", "info", "log", "debug");
    private static final Set<String> OPTIONS =
            Set.of("errcode", "message", "detail", "hint", "column", "constraint", "datatype", "table", "schema");
    private static final Set<String> USING = Set.of("using");
    private static final Set<String> COMMA = Set.of(",");

    private final Reading reading;
    private final BodyTokens tokens;

    Raises(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    Raise raise() {
        int from = tokens.index();
        tokens.next();
        boolean again = tokens.isSymbol(";");
        String level = level();
        if (!again && tokens.isSymbol(";")) {
            throw tokens.expected("a message or a condition");
        }
        Optional<String> condition = Optional.empty();
        if (tokens.peek().kind() == TokenKind.STRING) {
            message();
        } else if (tokens.accept("sqlstate")) {
            condition = Optional.of(Blocks.state(reading));
        } else if (Words.isName(tokens.peek())) {
            condition = Optional.of(reading.name("a condition").value());
        }
        if (tokens.accept("using")) {
            Optional<String> said = options();
            condition = condition.or(() -> said);
        }
        reading.semicolon();
        return new Raise(level, condition, reading.spanFrom(from));
    }

    private String level() {
        String level = Words.fold(tokens.peek());
        if (!LEVELS.contains(level)) {
            return "exception";
        }
        tokens.next();
        return level;
    }

    /** The text, and a value for each {@code %} in it. */
    private void message() {
        Token text = tokens.next();
        int values = 0;
        while (tokens.acceptSymbol(",")) {
            reading.expression(USING, COMMA);
            values++;
        }
        int asked = reading.sql()
                .text(text)
                .replace("%%", "")
                .replaceAll("[^%]", "")
                .length();
        if (asked != values) {
            throw new Refusal(
                    values < asked
                            ? "RAISE has too few values for its message"
                            : "RAISE has too many values for its message",
                    text.span());
        }
    }

    /** The condition that {@code ERRCODE} names. */
    private Optional<String> options() {
        Optional<String> condition = Optional.empty();
        do {
            if (!OPTIONS.contains(Words.fold(tokens.peek()))) {
                throw tokens.expected("an option of RAISE");
            }
            boolean code = tokens.next().isWord("errcode");
            if (!tokens.acceptSymbol("=") && !tokens.acceptSymbol(":=")) {
                throw tokens.expected("\"=\"");
            }
            List<Token> value = reading.expression(Set.of(), COMMA).tokens();
            if (code && value.size() == 1 && value.getFirst().kind() == TokenKind.STRING) {
                condition = Optional.of(reading.sql().text(value.getFirst()));
            }
        } while (tokens.acceptSymbol(","));
        return condition;
    }

    Other assertion() {
        int from = tokens.index();
        tokens.next();
        List<Query> queries = new ArrayList<>();
        do {
            queries.add(reading.sql().query(reading.expression(Set.of(), COMMA).tokens()));
        } while (queries.size() < 2 && tokens.acceptSymbol(","));
        reading.semicolon();
        return new Other("ASSERT", queries, List.of(), reading.spanFrom(from));
    }
}
