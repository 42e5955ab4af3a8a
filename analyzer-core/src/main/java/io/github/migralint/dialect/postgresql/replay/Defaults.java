package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Volatility;
import io.github.migralint.schema.DefaultValue;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.Schema;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a default depends on: how volatile it is, and which sequences and functions it uses. */
final class Defaults {
    private static final Set<String> STABLE_KEYWORDS = Set.of(
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "current_role",
            "current_user",
            "session_user",
            "system_user",
            "user",
            "current_catalog",
            "current_schema");
    private static final Set<String> SYNTAX_CALLS = Set.of(
            "coalesce",
            "greatest",
            "least",
            "nullif",
            "xmlelement",
            "xmlforest",
            "xmlconcat",
            "json_array",
            "json_object",
            "json_scalar",
            "json_serialize",
            "grouping",
            "treat",
            "collation");

    private Defaults() {}

    /** The default that an expression makes; none for a bare NULL, which is no default. */
    static Optional<DefaultValue> of(Expression expression, Schema schema) {
        return isNull(expression.tokens()) ? Optional.empty() : Optional.of(analyse(expression, schema));
    }

    private static boolean isNull(List<Token> tokens) {
        return tokens.get(0).isWord("null")
                && (tokens.size() == 1 || tokens.get(1).isSymbol("::"));
    }

    private static DefaultValue analyse(Expression expression, Schema schema) {
        List<Token> tokens = expression.tokens();
        boolean certain = true;
        var uses = new LinkedHashSet<ObjectId>();
        for (Mentions.CallSite call : Mentions.calls(tokens)) {
            certain &= volatilityOf(call.function(), schema).isPresent();
            schema.routines(call.function()).forEach(routine -> uses.add(routine.id()));
            sequenceOf(call, tokens, schema).ifPresent(sequence -> uses.add(sequence.id()));
        }
        return new DefaultValue(expression, volatilityOf(tokens, schema), certain, List.copyOf(uses));
    }

    /** The most volatile thing that an expression calls; what nobody knows is volatile. */
    static Volatility volatilityOf(List<Token> tokens, Schema schema) {
        Volatility worst = keywordVolatility(tokens);
        for (Mentions.CallSite call : Mentions.calls(tokens)) {
            worst = worse(worst, volatilityOf(call.function(), schema).orElse(Volatility.VOLATILE));
        }
        return worst;
    }

    private static Volatility keywordVolatility(List<Token> tokens) {
        boolean stable = tokens.stream()
                .anyMatch(token -> token.kind() == TokenKind.WORD && STABLE_KEYWORDS.contains(Words.name(token)));
        return stable ? Volatility.STABLE : Volatility.IMMUTABLE;
    }

    private static Volatility worse(Volatility one, Volatility other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** The most volatile function of that name; none when nobody knows it. */
    static Optional<Volatility> volatilityOf(QualifiedName function, Schema schema) {
        List<Routine> known = schema.routines(function);
        if (!known.isEmpty()) {
            return known.stream().map(Defaults::effective).reduce(Defaults::worse);
        }
        if (SYNTAX_CALLS.contains(function.name()) || STABLE_KEYWORDS.contains(function.name())) {
            return Optional.of(Volatility.IMMUTABLE);
        }
        return FunctionVolatility.of(function.name());
    }

    private static Volatility effective(Routine routine) {
        return routine.inlinedConstant() ? Volatility.STABLE : routine.volatility();
    }

    /** The sequence whose name a call of {@code nextval} gives as a literal. */
    private static Optional<Relation> sequenceOf(Mentions.CallSite call, List<Token> tokens, Schema schema) {
        boolean literal = call.function().name().equals("nextval")
                && call.open() + 1 < tokens.size()
                && tokens.get(call.open() + 1).kind() == TokenKind.STRING;
        if (!literal) {
            return Optional.empty();
        }
        Token argument = tokens.get(call.open() + 1);
        return Words.qualifiedName(Words.string(argument.text()), argument.span())
                .flatMap(name -> schema.relation(name).found());
    }

    /** The default that a serial column gets. */
    static DefaultValue nextValue(ObjectName sequence, ObjectId id, Span span) {
        String text = "nextval('" + sequence + "'::regclass)";
        return new DefaultValue(new Expression(Words.tokens(text), span), Volatility.VOLATILE, true, List.of(id));
    }
}
