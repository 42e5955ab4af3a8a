package io.github.migralint.dialect.postgresql.plpgsql;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.ProceduralStatement.Block;
import io.github.migralint.ast.ProceduralStatement.Declaration;
import io.github.migralint.ast.ProceduralStatement.Handler;
import io.github.migralint.dialect.postgresql.plpgsql.StatementParser.Construct;
import io.github.migralint.dialect.procedural.BodyTokens;
import io.github.migralint.dialect.procedural.Refusal;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code [DECLARE …] BEGIN … [EXCEPTION …] END}. */
final class Blocks {
    private static final int SQLSTATE_LENGTH = 5;

    private final StatementParser statements;
    private final Reading reading;
    private final BodyTokens tokens;

    Blocks(StatementParser statements) {
        this.statements = statements;
        this.reading = statements.reading();
        this.tokens = reading.tokens();
    }

    void block(Optional<Identifier> label, int from, List<ProceduralStatement> into) {
        List<Declaration> declarations = new ArrayList<>();
        List<ProceduralStatement> body = new ArrayList<>();
        if (tokens.isWord("declare")) {
            declarations(declarations, body);
        }
        if (!tokens.accept("begin")) {
            body.add(Reading.mark(tokens.expected("BEGIN")));
        }
        body.addAll(statements.list(Construct.BLOCK));
        List<Handler> handlers = handlers(body);
        statements.close(Construct.BLOCK, body);
        statements.closeLabel(label, body);
        into.add(new Block(label, declarations, body, handlers, tokens.span(from, tokens.index())));
    }

    private void declarations(List<Declaration> into, List<ProceduralStatement> body) {
        var reader = new Declarations(reading);
        while (!tokens.atEnd() && !tokens.isWord("begin")) {
            if (tokens.accept("declare")) {
                continue;
            }
            int from = tokens.index();
            try {
                into.add(reader.declaration());
            } catch (Refusal refusal) {
                tokens.skipStatement(from + 1);
                body.add(statements.unread(from, refusal));
            }
        }
    }

    private List<Handler> handlers(List<ProceduralStatement> body) {
        List<Handler> handlers = new ArrayList<>();
        if (!tokens.accept("exception")) {
            return handlers;
        }
        if (!tokens.isWord("when")) {
            body.add(Reading.mark(tokens.expected("WHEN")));
        }
        while (tokens.isWord("when")) {
            handlers.add(handler());
        }
        return handlers;
    }

    private Handler handler() {
        int from = tokens.index();
        tokens.next();
        List<String> conditions = new ArrayList<>();
        List<ProceduralStatement> body = new ArrayList<>();
        try {
            do {
                conditions.add(condition());
            } while (tokens.accept("or"));
            tokens.expect("then");
        } catch (Refusal refusal) {
            body.add(Reading.mark(refusal));
            tokens.until(Set.of("then"), Set.of(), "THEN");
            tokens.accept("then");
        }
        body.addAll(statements.handler());
        return new Handler(conditions, body, reading.spanFrom(from));
    }

    private String condition() {
        if (tokens.accept("sqlstate")) {
            return state(reading);
        }
        return reading.name("a condition").value();
    }

    /** The five characters of an SQLSTATE. */
    static String state(Reading reading) {
        Token literal = reading.tokens().peek();
        String state = literal.kind() == TokenKind.STRING ? reading.sql().text(literal) : "";
        if (state.length() != SQLSTATE_LENGTH) {
            throw reading.tokens().expected("a SQLSTATE of five characters");
        }
        reading.tokens().next();
        return state;
    }
}
