package io.github.migralint.dialect.postgresql.plpgsql;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ProceduralStatement.Other;
import io.github.migralint.ast.Query;
import io.github.migralint.dialect.procedural.BodyTokens;
import java.util.List;
import java.util.Set;

/** Reads {@code OPEN}, {@code FETCH}, {@code MOVE} and {@code CLOSE}. */
final class Cursors {
    private static final Set<String> NONE = Set.of();

    private final Reading reading;
    private final BodyTokens tokens;

    Cursors(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    Other open() {
        int from = tokens.index();
        tokens.next();
        Identifier cursor = reading.target();
        if (tokens.isSymbol("(")) {
            tokens.until(NONE, NONE, "the arguments of the cursor");
        }
        if (tokens.accept("no")) {
            tokens.expect("scroll");
        } else {
            tokens.accept("scroll");
        }
        List<Query> queries = tokens.accept("for") ? List.of(rows()) : List.of();
        reading.semicolon();
        return new Other("OPEN", queries, List.of(cursor.value()), reading.spanFrom(from));
    }

    private Query rows() {
        if (!tokens.accept("execute")) {
            return reading.query(NONE);
        }
        Query command = reading.query(Set.of("using"));
        if (tokens.accept("using")) {
            reading.list(NONE);
        }
        return command;
    }

    Other fetch() {
        int from = tokens.index();
        tokens.next();
        direction(Set.of("into"));
        tokens.expect("into");
        tokens.accept("strict");
        List<String> targets = reading.targets().stream().map(Identifier::value).toList();
        reading.semicolon();
        return new Other("FETCH", List.of(), targets, reading.spanFrom(from));
    }

    Other move() {
        int from = tokens.index();
        tokens.next();
        direction(NONE);
        reading.semicolon();
        return new Other("MOVE", List.of(), List.of(), reading.spanFrom(from));
    }

    /** {@code [direction {FROM | IN}] cursor}. */
    private void direction(Set<String> end) {
        int from = tokens.index();
        tokens.until(Set.of("from", "in", "into"), NONE, "a cursor");
        if (!tokens.accept("from") && !tokens.accept("in")) {
            tokens.moveTo(from);
        }
        reading.target();
        if (end.isEmpty() && !tokens.isSymbol(";")) {
            throw tokens.expected("\";\"");
        }
    }

    Other close() {
        int from = tokens.index();
        tokens.next();
        reading.target();
        reading.semicolon();
        return new Other("CLOSE", List.of(), List.of(), reading.spanFrom(from));
    }
}
