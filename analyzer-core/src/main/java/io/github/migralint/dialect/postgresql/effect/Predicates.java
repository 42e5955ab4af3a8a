package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the server concludes from conditions by their form alone. */
final class Predicates {
    private Predicates() {}

    /** The parts of a condition that all have to hold. */
    static List<List<Token>> conjuncts(List<Token> condition) {
        List<Token> bare = unwrap(condition);
        var parts = new ArrayList<List<Token>>();
        int depth = 0;
        int start = 0;
        boolean between = false;
        for (int i = 0; i < bare.size(); i++) {
            Token token = bare.get(i);
            depth += depthChange(token);
            if (depth == 0 && token.isWord("or")) {
                return List.of(bare);
            }
            if (depth == 0 && token.isWord("between")) {
                between = true;
            } else if (depth == 0 && token.isWord("and")) {
                if (between) {
                    between = false;
                } else {
                    parts.addAll(part(bare.subList(start, i)));
                    start = i + 1;
                }
            }
        }
        if (start == 0) {
            return List.of(bare);
        }
        parts.addAll(part(bare.subList(start, bare.size())));
        return parts;
    }

    private static List<List<Token>> part(List<Token> tokens) {
        return tokens.isEmpty() ? List.of() : conjuncts(tokens);
    }

    static int depthChange(Token token) {
        if (token.isSymbol("(") || token.isSymbol("[") || token.isWord("case")) {
            return 1;
        }
        return token.isSymbol(")") || token.isSymbol("]") || token.isWord("end") ? -1 : 0;
    }

    /** The tokens without parentheses around the whole. */
    static List<Token> unwrap(List<Token> tokens) {
        List<Token> bare = tokens;
        while (bare.size() >= 2 && bare.get(0).isSymbol("(") && closing(bare, 0) == bare.size() - 1) {
            bare = bare.subList(1, bare.size() - 1);
        }
        return bare;
    }

    /** The index of the parenthesis that closes the one at {@code open}, or -1. */
    static int closing(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a condition that holds for every row proves that the column is never NULL. */
    static boolean excludesNull(List<Token> condition, String column) {
        return conjuncts(condition).stream().anyMatch(part -> isNotNullTest(part, column));
    }

    private static boolean isNotNullTest(List<Token> part, String column) {
        List<Token> bare = unwrap(part);
        if (!bare.isEmpty() && bare.get(0).isWord("not")) {
            return disjuncts(bare.subList(1, bare.size())).stream().anyMatch(test -> isNullTest(test, column));
        }
        int size = bare.size();
        boolean distinct = size >= 5
                && bare.get(size - 1).isWord("null")
                && bare.get(size - 2).isWord("from")
                && bare.get(size - 3).isWord("distinct")
                && bare.get(size - 4).isWord("is");
        if (distinct) {
            return isColumn(bare.subList(0, size - 4), column);
        }
        return size >= 4
                && bare.get(size - 1).isWord("null")
                && bare.get(size - 2).isWord("not")
                && bare.get(size - 3).isWord("is")
                && (isColumn(bare.subList(0, size - 3), column) || isRowWith(bare.subList(0, size - 3), column));
    }

    /** {@code (a, b) IS NOT NULL} holds if none of them is NULL. */
    private static boolean isRowWith(List<Token> row, String column) {
        boolean spelled = !row.isEmpty() && row.get(0).isWord("row");
        List<Token> inside = unwrap(spelled ? row.subList(1, row.size()) : row);
        boolean plain = inside.size() >= 3 && inside.get(1).isSymbol(",");
        return plain
                && inside.stream().allMatch(token -> token.isSymbol(",") || isName(token))
                && inside.stream().anyMatch(token -> name(token).equals(column));
    }

    /** The parts of a condition one of which has to hold. */
    static List<List<Token>> disjuncts(List<Token> condition) {
        List<Token> bare = unwrap(condition);
        var parts = new ArrayList<List<Token>>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < bare.size(); i++) {
            depth += depthChange(bare.get(i));
            if (depth == 0 && bare.get(i).isWord("and")) {
                return List.of(bare);
            }
            if (depth == 0 && bare.get(i).isWord("or")) {
                parts.addAll(disjuncts(bare.subList(start, i)));
                start = i + 1;
            }
        }
        parts.add(unwrap(bare.subList(start, bare.size())));
        return parts;
    }

    static boolean isNullTest(List<Token> tokens, String column) {
        int size = tokens.size();
        return size >= 3
                && tokens.get(size - 1).isWord("null")
                && tokens.get(size - 2).isWord("is")
                && isColumn(tokens.subList(0, size - 2), column);
    }

    /** Whether the tokens are the column and nothing else, qualified or in parentheses or not. */
    static boolean isColumn(List<Token> tokens, String column) {
        List<Token> bare = unwrap(tokens);
        boolean plain = bare.size() == 1 || (bare.size() == 3 && bare.get(1).isSymbol("."));
        return plain && name(bare.get(bare.size() - 1)).equals(column);
    }

    /** The name that a token spells, folded unless quoted; empty for what is no name. */
    static String name(Token token) {
        return switch (token.kind()) {
            case WORD -> token.text().toLowerCase(Locale.ROOT);
            case QUOTED_IDENTIFIER -> {
                String text = token.text();
                int open = text.indexOf('"');
                yield text.substring(open + 1, text.length() - 1).replace("\"\"", "\"");
            }
            default -> "";
        };
    }

    static boolean isName(Token token) {
        return token.kind() == TokenKind.WORD || token.kind() == TokenKind.QUOTED_IDENTIFIER;
    }

    /** The contents of a plain string literal. */
    static String string(Token literal) {
        String text = literal.text();
        int open = text.indexOf('\'');
        return open < 0 || text.length() < open + 2
                ? text
                : text.substring(open + 1, text.length() - 1).replace("''", "'");
    }
}
