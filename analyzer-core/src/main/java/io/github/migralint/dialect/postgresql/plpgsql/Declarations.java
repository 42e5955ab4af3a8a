package io.github.migralint.dialect.postgresql.plpgsql;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ProceduralStatement.Declaration;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.TypeName;
import io.github.migralint.dialect.procedural.BodyTokens;
import io.github.migralint.dialect.procedural.Refusal;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one line of DECLARE. */
final class Declarations {
    private static final Set<String> AFTER_TYPE = Set.of("collate", "not", "default");
    private static final Set<String> ASSIGN = Set.of(":=", "=");

    private final Reading reading;
    private final BodyTokens tokens;

    Declarations(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    Declaration declaration() {
        int from = tokens.index();
        Identifier name = reading.name("a variable or BEGIN");
        if (tokens.isWord("alias") && tokens.peek(1).isWord("for")) {
            return alias(name, from);
        }
        boolean scroll = tokens.isWord("scroll") && tokens.peek(1).isWord("cursor");
        boolean noScroll = tokens.isWord("no") && tokens.peek(1).isWord("scroll");
        if (tokens.isWord("cursor") || scroll || noScroll) {
            return cursor(name, from);
        }
        return variable(name, from);
    }

    private Declaration alias(Identifier name, int from) {
        tokens.next();
        tokens.next();
        reading.target();
        return declared(name, Optional.empty(), Optional.empty(), Optional.empty(), from);
    }

    private Declaration cursor(Identifier name, int from) {
        while (!tokens.accept("cursor")) {
            tokens.next();
        }
        if (tokens.isSymbol("(")) {
            tokens.until(Set.of("for", "is"), Set.of(), "the arguments of the cursor");
        }
        if (!tokens.accept("for")) {
            tokens.expect("is");
        }
        Query query = reading.query(Set.of());
        return declared(name, Optional.empty(), Optional.empty(), Optional.of(query), from);
    }

    private Declaration variable(Identifier name, int from) {
        tokens.accept("constant");
        List<Token> type = tokens.until(AFTER_TYPE, ASSIGN, "a type");
        Optional<TypeName> read = type(type);
        if (tokens.accept("collate")) {
            reading.target();
        }
        boolean filled = tokens.accept("not");
        if (filled) {
            tokens.expect("null");
        }
        Optional<Expression> value = Optional.empty();
        if (tokens.accept("default") || tokens.acceptSymbol(":=") || tokens.acceptSymbol("=")) {
            value = Optional.of(reading.expression(Set.of()));
        } else if (filled) {
            throw tokens.expected("a value, since it may not be NULL");
        }
        return declared(name, read, value, Optional.empty(), from);
    }

    private Optional<TypeName> type(List<Token> type) {
        boolean copied = type.stream().anyMatch(token -> token.isSymbol("%"));
        boolean row = type.size() == 1 && type.getFirst().isWord("record");
        if (copied || row) {
            checkCopied(type, row);
            return Optional.empty();
        }
        return Optional.of(
                reading.sql().type(type).orElseThrow(() -> new Refusal("this is no type", Reading.span(type))));
    }

    /** {@code table.column%TYPE}, {@code table%ROWTYPE}, perhaps an array of them. */
    private void checkCopied(List<Token> type, boolean row) {
        int i = 0;
        while (!row && !type.get(i).isSymbol("%")) {
            boolean fits = i % 2 == 0 ? Words.isLabel(type.get(i)) : type.get(i).isSymbol(".");
            if (!fits) {
                throw new Refusal("this is no type", Reading.span(type));
            }
            i++;
        }
        boolean known = row
                || (i > 0
                        && i + 1 < type.size()
                        && (type.get(i + 1).isWord("type") || type.get(i + 1).isWord("rowtype")));
        if (!known) {
            throw new Refusal("expected TYPE or ROWTYPE", type.get(i).span());
        }
    }

    private Declaration declared(
            Identifier name, Optional<TypeName> type, Optional<Expression> value, Optional<Query> query, int from) {
        reading.semicolon();
        return new Declaration(name, type, value, query, reading.spanFrom(from));
    }
}
