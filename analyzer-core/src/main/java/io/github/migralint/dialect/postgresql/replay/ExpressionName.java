package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.dialect.query.SelectItem;
import io.github.migralint.dialect.query.SelectList;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The name that PostgreSQL gives to an expression: an output column, or a part of a generated index name. */
final class ExpressionName {
    private static final Set<String> VALUE_KEYWORDS = Set.of(
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "current_role",
            "current_user",
            "session_user",
            "user",
            "current_catalog",
            "current_schema");
    private static final Set<String> NAMELESS = Set.of("null", "true", "false", "not");

    private ExpressionName() {}

    /** The name of an expression; none when the server would write {@code ?column?} or {@code expr}. */
    static Optional<String> of(List<Token> expression) {
        return naming(expression).map(Naming::name);
    }

    /** A name, and whether it is only that of a type, which a better one inside a cast replaces. */
    private record Naming(String name, boolean weak) {}

    private static Optional<Naming> naming(List<Token> expression) {
        List<Token> tokens = withoutParentheses(expression);
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        if (tokens.get(0).isWord("select") || tokens.get(0).isWord("with")) {
            return subquery(tokens);
        }
        if (tokens.get(0).isWord("case")) {
            return Optional.of(caseNaming(tokens));
        }
        int timeZone = timeZone(tokens);
        if (timeZone > 0 && !hasOperator(tokens.subList(0, timeZone))) {
            return strong("timezone");
        }
        int cast = lastCast(tokens);
        if (hasOperator(tokens)) {
            return Optional.empty();
        }
        if (cast > 0) {
            Optional<Naming> inner = naming(tokens.subList(0, cast)).filter(naming -> !naming.weak());
            return inner.isPresent() ? inner : weak(typeName(tokens.subList(cast + 1, tokens.size())));
        }
        return plain(tokens);
    }

    /** A subquery is called as its one column is. */
    private static Optional<Naming> subquery(List<Token> tokens) {
        return SelectList.of(tokens)
                .map(list -> SelectItem.of(list.items().getFirst(), PostgresqlSpelling.SPELLING)
                        .name())
                .filter(name -> !name.equals("?column?"))
                .map(name -> new Naming(name, false));
    }

    private static Optional<Naming> strong(String name) {
        return Optional.of(new Naming(name, false));
    }

    private static Optional<Naming> weak(Optional<String> name) {
        return name.map(n -> new Naming(n, true));
    }

    private static List<Token> withoutParentheses(List<Token> expression) {
        List<Token> tokens = expression;
        while (tokens.size() >= 2
                && tokens.get(0).isSymbol("(")
                && Words.closing(tokens, 0) == tokens.size() - 1
                && tokens.get(tokens.size() - 1).isSymbol(")")) {
            tokens = tokens.subList(1, tokens.size() - 1);
        }
        return tokens;
    }

    private static Naming caseNaming(List<Token> tokens) {
        int otherwise = -1;
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isWord("case")) {
                depth++;
            } else if (tokens.get(i).isWord("end")) {
                depth--;
            } else if (depth == 1 && tokens.get(i).isWord("else")) {
                otherwise = i;
            }
        }
        Optional<Naming> inner =
                otherwise < 0 ? Optional.empty() : naming(tokens.subList(otherwise + 1, tokens.size() - 1));
        return inner.filter(naming -> !naming.weak()).orElse(new Naming("case", true));
    }

    private static int timeZone(List<Token> tokens) {
        int depth = 0;
        for (int i = 0; i + 2 < tokens.size(); i++) {
            depth += depthChange(tokens.get(i));
            if (depth == 0
                    && tokens.get(i).isWord("at")
                    && tokens.get(i + 1).isWord("time")
                    && tokens.get(i + 2).isWord("zone")) {
                return i;
            }
        }
        return -1;
    }

    private static int lastCast(List<Token> tokens) {
        int depth = 0;
        int cast = -1;
        for (int i = 0; i < tokens.size(); i++) {
            depth += depthChange(tokens.get(i));
            if (depth == 0 && tokens.get(i).isSymbol("::")) {
                cast = i;
            }
        }
        return cast;
    }

    private static int depthChange(Token token) {
        if (token.isSymbol("(") || token.isSymbol("[")) {
            return 1;
        }
        return token.isSymbol(")") || token.isSymbol("]") ? -1 : 0;
    }

    private static final Set<String> WORD_OPERATORS =
            Set.of("and", "or", "not", "is", "isnull", "notnull", "in", "between", "like", "ilike", "similar", "at");

    private static boolean hasOperator(List<Token> tokens) {
        int depth = 0;
        for (Token token : tokens) {
            depth += depthChange(token);
            boolean symbol = token.kind() == TokenKind.OPERATOR && !token.isSymbol("::") && !token.isSymbol(".");
            boolean word = token.kind() == TokenKind.WORD
                    && WORD_OPERATORS.contains(token.text().toLowerCase(Locale.ROOT));
            if (depth == 0 && (symbol || word)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> typeName(List<Token> tokens) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            if (Words.isName(token)) {
                return Optional.of(TypeSpellings.internal(Words.name(token)));
            }
            if (token.isSymbol(")")) {
                while (i > 0 && !tokens.get(i).isSymbol("(")) {
                    i--;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Naming> plain(List<Token> tokens) {
        Token first = tokens.get(0);
        if (!Words.isName(first)) {
            return Optional.empty();
        }
        String word = Words.name(first);
        if (first.kind() == TokenKind.WORD) {
            if (NAMELESS.contains(word)) {
                return Optional.empty();
            }
            if (VALUE_KEYWORDS.contains(word)) {
                return strong(word);
            }
            boolean call = tokens.size() > 1 && tokens.get(1).isSymbol("(");
            if (word.equals("cast") && call) {
                return castCall(tokens.subList(2, tokens.size() - 1));
            }
            if (tokens.size() > 1 && tokens.get(1).kind() == TokenKind.STRING) {
                return weak(Optional.of(TypeSpellings.internal(word)));
            }
        }
        return strong(lastPart(tokens));
    }

    private static Optional<Naming> castCall(List<Token> inside) {
        for (int i = inside.size() - 1; i > 0; i--) {
            if (inside.get(i).isWord("as")) {
                Optional<Naming> inner = naming(inside.subList(0, i)).filter(naming -> !naming.weak());
                return inner.isPresent() ? inner : weak(typeName(inside.subList(i + 1, inside.size())));
            }
        }
        return Optional.empty();
    }

    /** The last part of the name that the tokens begin with. */
    private static String lastPart(List<Token> tokens) {
        return Words.nameAt(tokens, 0).orElseThrow().name();
    }
}
