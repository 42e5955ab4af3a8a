package io.github.migralint.dialect.postgresql.plpgsql;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.ProceduralStatement.Branch;
import io.github.migralint.ast.ProceduralStatement.Choice;
import io.github.migralint.dialect.postgresql.plpgsql.StatementParser.Construct;
import io.github.migralint.dialect.procedural.BodyTokens;
import io.github.migralint.dialect.procedural.Refusal;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code IF} and {@code CASE}. */
final class Choices {
    /** The most tokens that the comparisons of a CASE are written out with. */
    private static final int LONGEST = 100_000;

    private final StatementParser statements;
    private final Reading reading;
    private final BodyTokens tokens;
    private int written;

    Choices(StatementParser statements) {
        this.statements = statements;
        this.reading = statements.reading();
        this.tokens = reading.tokens();
    }

    void choice(int from, List<ProceduralStatement> into) {
        List<Branch> branches = new ArrayList<>();
        branches.add(branch(Construct.CHOICE, Optional.empty()));
        while (tokens.isWord("elsif") || tokens.isWord("elseif")) {
            branches.add(branch(Construct.CHOICE, Optional.empty()));
        }
        List<ProceduralStatement> otherwise = new ArrayList<>();
        if (tokens.accept("else")) {
            otherwise.addAll(statements.list(Construct.CHOICE));
        }
        List<ProceduralStatement> after = new ArrayList<>();
        statements.close(Construct.CHOICE, after);
        into.add(new Choice(branches, otherwise, false, reading.spanFrom(from)));
        into.addAll(after);
    }

    void cases(int from, List<ProceduralStatement> into) {
        List<ProceduralStatement> problems = new ArrayList<>();
        tokens.next();
        Optional<Expression> operand = operand(problems);
        List<Branch> branches = new ArrayList<>();
        while (tokens.isWord("when")) {
            branches.add(branch(Construct.CASE, operand));
        }
        if (branches.isEmpty()) {
            problems.add(Reading.mark(tokens.expected("WHEN")));
        }
        boolean exhaustive = !tokens.accept("else");
        List<ProceduralStatement> otherwise = exhaustive ? List.of() : statements.list(Construct.CASE);
        statements.close(Construct.CASE, problems);
        into.add(new Choice(branches, otherwise, exhaustive, reading.spanFrom(from)));
        into.addAll(problems);
    }

    private Optional<Expression> operand(List<ProceduralStatement> problems) {
        if (tokens.isWord("when")) {
            return Optional.empty();
        }
        int from = tokens.index();
        try {
            return Optional.of(reading.expression(Set.of("when")));
        } catch (Refusal refusal) {
            problems.add(Reading.mark(refusal));
            return tokens.index() > from
                    ? Optional.of(Reading.expression(tokens.run(from, tokens.index())))
                    : Optional.empty();
        }
    }

    /** Reads {@code IF condition THEN …}, the same with ELSIF, or {@code WHEN values THEN …}. */
    private Branch branch(Construct construct, Optional<Expression> operand) {
        int from = tokens.index();
        tokens.next();
        List<ProceduralStatement> body = new ArrayList<>();
        Expression condition = condition(from, operand, body);
        body.addAll(statements.list(construct));
        return new Branch(condition, body, reading.spanFrom(from));
    }

    private Expression condition(int from, Optional<Expression> operand, List<ProceduralStatement> problems) {
        Expression condition;
        try {
            condition = operand.isPresent() ? comparison(operand.get()) : reading.expression(Set.of("then"));
        } catch (Refusal refusal) {
            problems.add(Reading.mark(refusal));
            int first = tokens.index() > from + 1 ? from + 1 : from;
            condition = Reading.expression(tokens.run(first, tokens.index()));
        }
        if (!tokens.accept("then")) {
            if (problems.isEmpty()) {
                problems.add(Reading.mark(tokens.expected("THEN")));
            }
            tokens.acceptSymbol(";");
        }
        return condition;
    }

    /** {@code x = a OR x = b} for the values {@code a, b} of a WHEN. */
    private Expression comparison(Expression operand) {
        int from = tokens.index();
        List<Token> all = new ArrayList<>();
        do {
            List<Token> value = reading.expression(Set.of("then"), Set.of(",")).tokens();
            Span place = value.getFirst().span();
            if (!all.isEmpty()) {
                all.add(word("OR", place));
            }
            addOperand(operand.tokens(), all, place);
            all.add(symbol("=", TokenKind.OPERATOR, place));
            addOperand(value, all, place);
        } while (tokens.acceptSymbol(","));
        return new Expression(all, tokens.span(from, tokens.index()));
    }

    private void addOperand(List<Token> operand, List<Token> into, Span place) {
        written += operand.size();
        if (written > LONGEST) {
            throw new Refusal("this CASE compares too much", place);
        }
        boolean grouped = operand.size() > 1;
        if (grouped) {
            into.add(symbol("(", TokenKind.PUNCTUATION, place));
        }
        into.addAll(operand);
        if (grouped) {
            into.add(symbol(")", TokenKind.PUNCTUATION, place));
        }
    }

    private static Token word(String word, Span place) {
        return new Token(TokenKind.WORD, word, place.start(), place.start());
    }

    private static Token symbol(String symbol, TokenKind kind, Span place) {
        return new Token(kind, symbol, place.start(), place.start());
    }
}
