package io.github.migralint.dialect.mysql.evaluation;

import io.github.migralint.dialect.mysql.Literals;
import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what stands between operators: literals, names, variables, calls, CASE, and what is in parentheses. */
final class OperandParser {
    private final Tokens tokens;
    private final Context context;
    private final TermParser terms;

    OperandParser(Tokens tokens, Context context, TermParser terms) {
        this.tokens = tokens;
        this.context = context;
        this.terms = terms;
    }

    static boolean holdsQuery(Token first) {
        return first.isWord("select") || first.isWord("with") || first.isWord("values") || first.isWord("table");
    }

    Term operand() {
        Term operand = bare();
        while (tokens.accept("collate")) {
            tokens.next();
        }
        return operand;
    }

    private Term bare() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case STRING -> {
                tokens.next();
                yield Term.constant(new Value.Text(Literals.text(token.text())));
            }
            case NUMBER -> {
                tokens.next();
                yield number(token.text());
            }
            case VARIABLE -> {
                tokens.next();
                yield context.variable(token);
            }
            case WORD -> word(Tokens.fold(token));
            case QUOTED_IDENTIFIER -> name();
            case OPERATOR, PUNCTUATION -> symbol(token);
            default -> throw new Unreadable("what is worth only what a tool puts there");
        };
    }

    private static Term number(String text) {
        boolean plain = text.chars().allMatch(c -> Character.isDigit(c) || c == '.') && !text.equals(".");
        return plain ? Term.constant(new Value.Number(new BigDecimal(text))) : Term.unknown();
    }

    private Term symbol(Token token) {
        if (token.isSymbol("(")) {
            if (holdsQuery(tokens.peek(1))) {
                List<Token> query = tokens.group();
                return scope -> context.queries().scalar(query, scope);
            }
            tokens.next();
            Term inside = terms.term();
            tokens.expectSymbol(")");
            return inside;
        }
        if (tokens.acceptSymbol("-")) {
            Term term = operand();
            return scope -> Functions.arithmetic('-', Datum.number(0), term.in(scope));
        }
        if (tokens.acceptSymbol("+")) {
            return operand();
        }
        if (tokens.acceptSymbol("!")) {
            Term term = operand();
            return scope -> Comparison.not(term.in(scope));
        }
        throw new Unreadable("an operator that is not understood");
    }

    private Term word(String word) {
        return switch (word) {
            case "null" -> constant(Value.NULL);
            case "true", "false" -> constant(new Value.Truth(word.equals("true")));
            case "case" -> {
                tokens.next();
                yield choice();
            }
            case "exists" -> {
                tokens.next();
                List<Token> query = tokens.group();
                yield scope -> context.queries().exists(query, scope);
            }
            case "binary" -> {
                tokens.next();
                yield exactly(operand());
            }
            case "interval" -> throw new Unreadable("an interval");
            default -> tokens.peek(1).isSymbol("(") ? call(word) : name();
        };
    }

    private Term constant(Value value) {
        tokens.next();
        return Term.constant(value);
    }

    private static Term exactly(Term term) {
        return scope -> term.in(scope).exactly();
    }

    private Term call(String function) {
        tokens.next();
        List<Token> inside = tokens.group();
        if (tokens.isWord("over")) {
            throw new Unreadable("a window function");
        }
        if (Aggregates.isAggregate(function)) {
            return Aggregates.term(function, isStar(inside) ? List.of() : arguments(inside));
        }
        if (!Functions.isKnown(function)) {
            return Term.unknown();
        }
        return context.call(function, arguments(inside));
    }

    private static boolean isStar(List<Token> inside) {
        return inside.size() == 1 && inside.getFirst().isSymbol("*");
    }

    private List<Term> arguments(List<Token> inside) {
        var arguments = new ArrayList<Term>();
        if (inside.isEmpty()) {
            return arguments;
        }
        var tokensInside = new Tokens(inside);
        var parser = new TermParser(tokensInside, context);
        do {
            arguments.add(parser.term());
        } while (tokensInside.acceptSymbol(","));
        // CAST(x AS CHAR), CONVERT(x USING utf8), TRIM(x FROM y): only what leaves the value alone is understood
        boolean text = tokensInside.accept("as") && (tokensInside.accept("char") || tokensInside.accept("nchar"));
        if (!text && !tokensInside.atEnd()) {
            throw new Unreadable("arguments of another form");
        }
        return arguments;
    }

    private Term name() {
        var parts = new ArrayList<String>();
        do {
            Token token = tokens.next();
            boolean name = token.kind() == TokenKind.WORD || token.kind() == TokenKind.QUOTED_IDENTIFIER;
            if (!name) {
                throw new Unreadable("a name that is none");
            }
            parts.add(Literals.text(token.text()).toLowerCase(Locale.ROOT));
        } while (tokens.acceptSymbol("."));
        return scope -> scope.column(parts).orElseGet(() -> context.local(parts));
    }

    private Term choice() {
        boolean searched = tokens.isWord("when");
        Term subject = searched ? Term.constant(new Value.Truth(true)) : terms.term();
        var conditions = new ArrayList<Term>();
        var results = new ArrayList<Term>();
        while (tokens.accept("when")) {
            Term condition = terms.term();
            conditions.add(
                    searched ? condition : scope -> Comparison.compare("=", subject.in(scope), condition.in(scope)));
            tokens.expect("then");
            results.add(terms.term());
        }
        Term otherwise = tokens.accept("else") ? terms.term() : Term.constant(Value.NULL);
        tokens.expect("end");
        return scope -> chosen(conditions, results, otherwise, scope);
    }

    private static Datum chosen(List<Term> conditions, List<Term> results, Term otherwise, Term.Scope scope) {
        for (int i = 0; i < conditions.size(); i++) {
            Datum condition = conditions.get(i).in(scope);
            if (condition.isTrue()) {
                return results.get(i).in(scope);
            }
            if (!condition.isRejected()) {
                Datum rest = chosen(
                        conditions.subList(i + 1, conditions.size()),
                        results.subList(i + 1, results.size()),
                        otherwise,
                        scope);
                return Datum.either(results.get(i).in(scope), rest);
            }
        }
        return otherwise.in(scope);
    }
}
