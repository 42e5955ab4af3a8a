package io.github.migralint.dialect.mysql.program;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ProceduralStatement.Unread;
import io.github.migralint.dialect.mysql.Literals;
import io.github.migralint.dialect.procedural.BodyTokens;
import io.github.migralint.dialect.procedural.Refusal;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What all parts of the parser share: the tokens, the reader of SQL, the names, and the small things of statements. */
record Reading(BodyTokens tokens, SqlReader sql, Locals locals) {
    /** The expression up to the semicolon or one of these words outside of brackets; words of a CASE belong to it. */
    Expression expression(Set<String> words) {
        int from = tokens.index();
        int open = 0;
        int cases = 0;
        while (!tokens.atEnd() && !tokens.isSymbol(";")) {
            Token token = tokens.peek();
            if (open == 0 && cases == 0 && token.kind() == TokenKind.WORD && words.contains(fold(token))) {
                break;
            }
            open += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            cases += token.isWord("case") ? 1 : token.isWord("end") && cases > 0 ? -1 : 0;
            tokens.next();
        }
        if (tokens.index() == from) {
            throw tokens.expected("an expression");
        }
        return expression(tokens.run(from, tokens.index()));
    }

    static Expression expression(List<Token> run) {
        return new Expression(
                run, new Span(run.getFirst().start(), run.getLast().end()));
    }

    /** A name, folded: those of variables, labels and cursors are without case. */
    Identifier name(String what) {
        Token token = tokens.peek();
        if (token.kind() != TokenKind.WORD && token.kind() != TokenKind.QUOTED_IDENTIFIER) {
            throw tokens.expected(what);
        }
        return identifier(tokens.next());
    }

    static Identifier identifier(Token token) {
        boolean quoted = token.kind() == TokenKind.QUOTED_IDENTIFIER;
        return new Identifier(Literals.text(token.text()).toLowerCase(Locale.ROOT), quoted, token.span());
    }

    /** Names that take values, variables of the session among them. */
    List<Identifier> targets() {
        List<Identifier> targets = new ArrayList<>();
        do {
            Token token = tokens.peek();
            boolean session = token.kind() == TokenKind.VARIABLE;
            targets.add(
                    session
                            ? new Identifier(tokens.next().text().toLowerCase(Locale.ROOT), false, token.span())
                            : name("a variable"));
        } while (tokens.acceptSymbol(","));
        return targets;
    }

    Span spanFrom(int from) {
        return tokens.span(from, tokens.index());
    }

    void semicolon() {
        if (!tokens.atEnd()) {
            tokens.expectSymbol(";");
        }
    }

    static Unread mark(Refusal refusal) {
        return new Unread(List.of(), refusal.problem(), refusal.span(), refusal.span());
    }

    static String fold(Token token) {
        return token.kind() == TokenKind.WORD ? token.text().toLowerCase(Locale.ROOT) : "";
    }
}
