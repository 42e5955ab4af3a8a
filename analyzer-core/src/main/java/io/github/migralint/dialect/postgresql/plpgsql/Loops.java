package io.github.migralint.dialect.postgresql.plpgsql;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.ProceduralStatement.Loop;
import io.github.migralint.ast.ProceduralStatement.LoopHeader;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.dialect.postgresql.plpgsql.StatementParser.Construct;
import io.github.migralint.dialect.procedural.BodyTokens;
import io.github.migralint.dialect.procedural.Refusal;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code LOOP}, {@code WHILE}, {@code FOR} and {@code FOREACH}. */
final class Loops {
    private static final Set<String> LOOP = Set.of("loop");

    private final StatementParser statements;
    private final Reading reading;
    private final BodyTokens tokens;

    Loops(StatementParser statements) {
        this.statements = statements;
        this.reading = statements.reading();
        this.tokens = reading.tokens();
    }

    void loop(Optional<Identifier> label, int from, List<ProceduralStatement> into) {
        List<ProceduralStatement> body = new ArrayList<>();
        LoopHeader header = header(body);
        body.addAll(statements.list(Construct.LOOP));
        List<ProceduralStatement> after = new ArrayList<>();
        statements.close(Construct.LOOP, after);
        statements.closeLabel(label, after);
        into.add(new Loop(label, header, body, reading.spanFrom(from)));
        into.addAll(after);
    }

    private LoopHeader header(List<ProceduralStatement> problems) {
        int from = tokens.index();
        try {
            LoopHeader header = readHeader();
            tokens.expect("loop");
            return header;
        } catch (Refusal refusal) {
            problems.add(Reading.mark(refusal));
            int first = Math.min(from + 1, tokens.index());
            while (!tokens.atEnd() && !tokens.isSymbol(";") && !tokens.isWord("loop")) {
                tokens.next();
            }
            List<Token> run = tokens.run(tokens.index() > first ? first : from, tokens.index());
            tokens.next();
            return new LoopHeader.While(Reading.expression(run));
        }
    }

    private LoopHeader readHeader() {
        if (tokens.isWord("loop")) {
            return new LoopHeader.Endless();
        }
        if (tokens.accept("while")) {
            return new LoopHeader.While(reading.expression(LOOP));
        }
        if (tokens.accept("foreach")) {
            return elements();
        }
        tokens.next();
        List<Identifier> variables = reading.targets();
        tokens.expect("in");
        if (tokens.accept("execute")) {
            return command(variables);
        }
        return isCursor() ? cursor(variables) : rowsOrRange(variables);
    }

    private LoopHeader elements() {
        List<Identifier> variables = reading.targets();
        if (tokens.accept("slice")) {
            if (tokens.peek().kind() != TokenKind.NUMBER) {
                throw tokens.expected("a number of dimensions");
            }
            tokens.next();
        }
        tokens.expect("in");
        tokens.expect("array");
        return new LoopHeader.Elements(variables, reading.expression(LOOP));
    }

    private LoopHeader command(List<Identifier> variables) {
        Expression command = reading.expression(Set.of("loop", "using"));
        List<Expression> using = tokens.accept("using") ? reading.list(LOOP) : List.of();
        return new LoopHeader.CommandRows(variables, command, using);
    }

    /** A name alone, perhaps with arguments, is a cursor. */
    private boolean isCursor() {
        if (!Words.isName(tokens.peek())) {
            return false;
        }
        return tokens.peek(tokens.afterBrackets(1)).isWord("loop");
    }

    private LoopHeader cursor(List<Identifier> variables) {
        if (variables.size() > 1) {
            throw new Refusal(
                    "a loop over a cursor has one variable", variables.get(1).span());
        }
        Identifier cursor = reading.name("a cursor");
        while (!tokens.isWord("loop")) {
            tokens.next();
        }
        return new LoopHeader.CursorRows(variables.getFirst(), cursor);
    }

    private LoopHeader rowsOrRange(List<Identifier> variables) {
        int from = tokens.index();
        tokens.until(LOOP, Set.of(".."), "a query or a range");
        boolean range = tokens.isSymbol("..");
        tokens.moveTo(from);
        if (range) {
            return range(variables);
        }
        List<Token> run = tokens.until(LOOP, Set.of(), "a query");
        Statement statement = reading.sql().statement(run);
        if (statement instanceof Unparsed unparsed) {
            throw new Refusal(unparsed.problem(), unparsed.problemSpan());
        }
        return new LoopHeader.Rows(variables, reading.sql().query(run), statement);
    }

    private LoopHeader range(List<Identifier> variables) {
        if (variables.size() > 1) {
            throw new Refusal(
                    "a loop over numbers has one variable", variables.get(1).span());
        }
        boolean reverse = tokens.accept("reverse");
        Expression from = reading.expression(LOOP, Set.of(".."));
        tokens.expectSymbol("..");
        Expression to = reading.expression(Set.of("loop", "by"));
        Optional<Expression> step = tokens.accept("by") ? Optional.of(reading.expression(LOOP)) : Optional.empty();
        return new LoopHeader.Range(variables.getFirst(), from, to, step, reverse);
    }
}
