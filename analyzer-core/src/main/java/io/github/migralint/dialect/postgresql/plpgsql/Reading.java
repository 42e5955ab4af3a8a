package io.github.migralint.dialect.postgresql.plpgsql;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ProceduralStatement.Unread;
import io.github.migralint.ast.Query;
import io.github.migralint.dialect.procedural.BodyTokens;
import io.github.migralint.dialect.procedural.Refusal;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What all parts of the parser share: the tokens, the reader of SQL, and the small things that statements are made of. */
record Reading(BodyTokens tokens, SqlReader sql) {
    private static final Set<String> NONE = Set.of();

    /** The expression up to the semicolon or one of these words outside of brackets. */
    Expression expression(Set<String> words) {
        return expression(words, NONE);
    }

    Expression expression(Set<String> words, Set<String> symbols) {
        List<Token> run = tokens.until(words, symbols, "an expression");
        refuse(sql.flawOfExpression(run));
        return expression(run);
    }

    private static void refuse(Optional<SqlReader.Flaw> flaw) {
        if (flaw.isPresent()) {
            throw new Refusal(flaw.get().problem(), flaw.get().span());
        }
    }

    static Expression expression(List<Token> run) {
        return new Expression(run, span(run));
    }

    static Span span(List<Token> run) {
        return new Span(run.getFirst().start(), run.getLast().end());
    }

    /** The query up to the semicolon or one of these words outside of brackets. */
    Query query(Set<String> words) {
        List<Token> run = tokens.until(words, NONE, "a query");
        refuse(sql.flawOfQuery(run));
        return sql.query(run);
    }

    /** The expressions of {@code USING}, up to the semicolon or one of these words. */
    List<Expression> list(Set<String> words) {
        List<Expression> values = new ArrayList<>();
        do {
            values.add(expression(words, Set.of(",")));
        } while (tokens.acceptSymbol(","));
        return values;
    }

    Identifier name(String what) {
        if (!Words.isName(tokens.peek())) {
            throw tokens.expected(what);
        }
        return sql.name(tokens.next());
    }

    Optional<Identifier> optionalName() {
        return Words.isName(tokens.peek()) ? Optional.of(name("a name")) : Optional.empty();
    }

    /** Variables that take values: {@code a, new.b}. */
    List<Identifier> targets() {
        List<Identifier> targets = new ArrayList<>();
        do {
            targets.add(target());
        } while (tokens.acceptSymbol(","));
        return targets;
    }

    /** A variable, or a field of one with the dots in its name. */
    Identifier target() {
        int from = tokens.index();
        Token first = tokens.peek();
        if (!Words.isName(first) && first.kind() != TokenKind.PARAMETER) {
            throw tokens.expected("a variable");
        }
        var name = new StringBuilder(sql.name(tokens.next()).value());
        while (tokens.isSymbol(".") && Words.isLabel(tokens.peek(1))) {
            tokens.next();
            name.append('.').append(sql.name(tokens.next()).value());
        }
        boolean quoted = first.kind() == TokenKind.QUOTED_IDENTIFIER;
        return new Identifier(name.toString(), quoted, tokens.span(from, tokens.index()));
    }

    void semicolon() {
        tokens.expectSymbol(";");
    }

    /** Where the statement that began at {@code from} stands, without its semicolon. */
    Span spanFrom(int from) {
        int to = tokens.index();
        boolean ended = to > from + 1 && tokens.run(to - 1, to).getFirst().isSymbol(";");
        return tokens.span(from, ended ? to - 1 : to);
    }

    /** A mark where something is wrong in what is read nevertheless. */
    static Unread mark(Refusal refusal) {
        return new Unread(List.of(), refusal.problem(), refusal.span(), refusal.span());
    }
}
