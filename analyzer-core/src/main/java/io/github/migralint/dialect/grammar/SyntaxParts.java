package io.github.migralint.dialect.grammar;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/**
 * Builds what the trees of all dialects are made of: names and expressions, each with its place.
 *
 * @param <T> the tokens of a statement
 */
public class SyntaxParts<T extends GrammarTokens> {
    private final T tokens;
    private final Grammar grammar;

    /** The parts of one statement. */
    public SyntaxParts(T tokens, Grammar grammar) {
        this.tokens = tokens;
        this.grammar = grammar;
    }

    /** The tokens of the statement. */
    public final T tokens() {
        return tokens;
    }

    /** The index of the first token of a part. */
    public static int from(ParserRuleContext part) {
        return part.getStart().getTokenIndex();
    }

    /** The index after the last token of a part. */
    public static int to(ParserRuleContext part) {
        var stop = part.getStop();
        return stop == null ? from(part) : Math.max(from(part), stop.getTokenIndex() + 1);
    }

    /** Where a part stands. */
    public final Span span(ParserRuleContext part) {
        return tokens.span(from(part), to(part));
    }

    /** The tokens of a part. */
    public final List<Token> run(ParserRuleContext part) {
        return tokens.run(from(part), to(part));
    }

    /** The words of a part in upper case, joined by blanks. */
    public final String words(ParserRuleContext part) {
        var text = new StringBuilder();
        for (Token token : run(part)) {
            text.append(text.isEmpty() ? "" : " ").append(token.text().toUpperCase(Locale.ROOT));
        }
        return text.toString();
    }

    /** The name that a token spells. */
    public final Identifier identifier(int i) {
        return grammar.identifier().apply(tokens.token(i));
    }

    /** The name that the first token of a part spells. */
    public final Identifier identifier(ParserRuleContext part) {
        return identifier(from(part));
    }

    /** The same where the part may be missing. */
    public final Optional<Identifier> optional(@Nullable ParserRuleContext part) {
        return part == null ? Optional.empty() : Optional.of(identifier(part));
    }

    /** The names that several parts spell. */
    public final List<Identifier> identifiers(List<? extends ParserRuleContext> parts) {
        return parts.stream().map(this::identifier).toList();
    }

    /** A name of several parts: all words of the part, the dots between them left out. */
    public final QualifiedName name(ParserRuleContext part) {
        return name(from(part), to(part));
    }

    /** A name of several parts in a range of tokens. */
    public final QualifiedName name(int from, int to) {
        List<Identifier> parts = new ArrayList<>(2);
        for (int i = from; i < to; i += 2) {
            parts.add(identifier(i));
        }
        return new QualifiedName(parts, tokens.span(from, to));
    }

    /** The same where the part may be missing. */
    public final Optional<QualifiedName> optionalName(@Nullable ParserRuleContext part) {
        return part == null ? Optional.empty() : Optional.of(name(part));
    }

    /** A part as an expression. */
    public final Expression expression(ParserRuleContext part) {
        return new Expression(run(part), span(part));
    }

    /** The same where the part may be missing. */
    public final Optional<Expression> optionalExpression(@Nullable ParserRuleContext part) {
        return part == null ? Optional.empty() : Optional.of(expression(part));
    }
}
