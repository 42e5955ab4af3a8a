package io.github.migralint.dialect.postgresql;

import java.util.ArrayDeque;
import java.util.Set;

/**
 * Finds where an expression ends: operands and operators take turns, whatever is in brackets is one operand. Nothing here
 * recurses, so neither depth nor length of an expression costs more than one pass.
 */
final class ExpressionReader {
    private static final Set<String> VALUE_WORDS = Set.of(
            "current_catalog",
            "current_date",
            "current_role",
            "current_schema",
            "current_time",
            "current_timestamp",
            "current_user",
            "default",
            "false",
            "localtime",
            "localtimestamp",
            "null",
            "session_user",
            "system_user",
            "true",
            "user");
    private static final Set<String> MULTIWORD_TYPES =
            Set.of("double", "national", "character", "char", "nchar", "bit", "time", "timestamp", "interval");

    private static final Set<String> PLAIN_CALLS = Set.of("coalesce", "greatest", "least", "nullif", "row");

    private final StatementTokens tokens;
    /** Groups whose inside is a list of expressions and is still to be read. */
    private final ArrayDeque<Integer> pending = new ArrayDeque<>();

    private boolean simple;
    private boolean nested;

    private ExpressionReader(StatementTokens tokens, boolean simple) {
        this.tokens = tokens;
        this.simple = simple;
    }

    /** The index after the expression that begins at {@code from}. */
    static int end(StatementTokens tokens, int from) {
        var reader = new ExpressionReader(tokens, false);
        return reader.finish(reader.read(from));
    }

    /** The same for a column's DEFAULT, where the words of conditions ({@code NOT}, {@code IN}, …) end the expression. */
    static int simpleEnd(StatementTokens tokens, int from) {
        var reader = new ExpressionReader(tokens, true);
        return reader.finish(reader.read(from));
    }

    /** The index after an index key: a column, a function call, or an expression in parentheses. */
    static int indexKeyEnd(StatementTokens tokens, int from) {
        var reader = new ExpressionReader(tokens, true);
        if (tokens.type(from) == PostgresqlParser.LPAREN) {
            return reader.finish(reader.operand(from));
        }
        if (!WordTypes.isWord(tokens.type(from))) {
            throw new SyntaxProblem(from, "expected a column or an expression in parentheses");
        }
        boolean column = WordTypes.isColumn(tokens.type(from)) && tokens.type(from + 1) != PostgresqlParser.DOT;
        return column && tokens.type(from + 1) != PostgresqlParser.LPAREN
                ? from + 1
                : reader.finish(reader.operand(from));
    }

    /** The index after a list in parentheses, such as a row of VALUES. */
    static int listEnd(StatementTokens tokens, int open) {
        var reader = new ExpressionReader(tokens, false);
        return reader.finish(reader.list(open));
    }

    private int read(int from) {
        int i = operand(prefixes(from));
        while (true) {
            int next = suffix(i);
            if (next > i) {
                i = next;
                continue;
            }
            next = infix(i);
            if (next == i) {
                return i;
            }
            i = operand(prefixes(next));
        }
    }

    /** Reads what the groups on the way hold, one after the other instead of one inside the other. */
    private int finish(int end) {
        nested = true;
        simple = false;
        for (Integer open = pending.poll(); open != null; open = pending.poll()) {
            readList(open);
        }
        return end;
    }

    private void readList(int open) {
        int close = tokens.closing(open);
        int i = open + 1;
        boolean star = tokens.type(i) == PostgresqlParser.STAR && i + 1 == close;
        if (i == close || star || beginsQuery(i)) {
            return;
        }
        while (true) {
            i = element(argumentStart(i), open);
            if (i == close || endsList(i, open)) {
                return;
            }
            if (tokens.type(i) != PostgresqlParser.COMMA) {
                throw new SyntaxProblem(i, "expected \",\" or \")\"");
            }
            i++;
        }
    }

    private int element(int i, int open) {
        boolean row = tokens.type(i) == PostgresqlParser.LBRACKET && tokens.type(open) == PostgresqlParser.LBRACKET;
        return row ? list(i) : read(i);
    }

    /** {@code DISTINCT x}, {@code VARIADIC x}, {@code name => x}. */
    private int argumentStart(int from) {
        int i = from;
        int type = tokens.type(i);
        if (type == PostgresqlParser.DISTINCT
                || (type == PostgresqlParser.ALL && tokens.type(i + 1) != PostgresqlParser.LPAREN)
                || tokens.word(i).equals("variadic")) {
            i++;
        }
        boolean named = tokens.type(i + 1) == PostgresqlParser.COLON && WordTypes.isName(tokens.type(i));
        return named ? i + 2 : i;
    }

    /** An ORDER BY in a call, or the rest of a query that begins with a query in parentheses. */
    private boolean endsList(int i, int open) {
        if (tokens.type(i) == PostgresqlParser.ORDER) {
            return true;
        }
        return tokens.type(open + 1) == PostgresqlParser.LPAREN
                && Set.of("union", "intersect", "except", "limit", "offset", "fetch", "for")
                        .contains(tokens.word(i));
    }

    private boolean beginsQuery(int i) {
        return switch (tokens.type(i)) {
            case PostgresqlParser.SELECT, PostgresqlParser.WITH, PostgresqlParser.TABLE -> true;
            case PostgresqlParser.VALUES -> tokens.type(i + 1) == PostgresqlParser.LPAREN;
            default -> false;
        };
    }

    /** Steps over a group that holds a list of expressions, to be read later. */
    private int list(int open) {
        int end = skip(open);
        pending.add(open);
        return end;
    }

    /** Steps over a group with a syntax of its own. */
    private int skip(int open) {
        return nested ? tokens.closing(open) + 1 : Groups.end(tokens, open);
    }

    private int prefixes(int from) {
        int i = from;
        while (true) {
            switch (tokens.type(i)) {
                case PostgresqlParser.SIGN, PostgresqlParser.OPERATOR_SYMBOL -> i++;
                case PostgresqlParser.NOT -> {
                    if (simple) {
                        return i;
                    }
                    i++;
                }
                case PostgresqlParser.OPERATOR -> {
                    if (tokens.type(i + 1) != PostgresqlParser.LPAREN) {
                        return i;
                    }
                    i = tokens.closing(i + 1) + 1;
                }
                default -> {
                    return i;
                }
            }
        }
    }

    private int operand(int i) {
        return switch (tokens.type(i)) {
            case PostgresqlParser.STRING_LITERAL,
                    PostgresqlParser.BIT_STRING,
                    PostgresqlParser.NUMBER,
                    PostgresqlParser.POSITIONAL_PARAMETER -> i + 1;
            case PostgresqlParser.LPAREN -> parenthesized(i);
            case PostgresqlParser.CASE -> caseEnd(i);
            case PostgresqlParser.CAST, PostgresqlParser.EXISTS -> group(i + 1);
            case PostgresqlParser.ARRAY, PostgresqlParser.ANY, PostgresqlParser.ALL, PostgresqlParser.SOME -> {
                group(i + 1);
                yield list(i + 1);
            }
            default -> wordOperand(i);
        };
    }

    private int group(int i) {
        int type = tokens.type(i);
        if (type != PostgresqlParser.LPAREN && type != PostgresqlParser.LBRACKET) {
            throw new SyntaxProblem(i, "expected \"(\"");
        }
        return skip(i);
    }

    private int parenthesized(int open) {
        if (tokens.type(open + 1) == PostgresqlParser.RPAREN) {
            throw new SyntaxProblem(open + 1, "expected an expression");
        }
        return list(open);
    }

    private int wordOperand(int i) {
        String word = tokens.word(i);
        if (VALUE_WORDS.contains(word)) {
            boolean precision = word.contains("time") && tokens.type(i + 1) == PostgresqlParser.LPAREN;
            return precision || (word.equals("current_schema") && tokens.type(i + 1) == PostgresqlParser.LPAREN)
                    ? skip(i + 1)
                    : i + 1;
        }
        if (!WordTypes.isName(tokens.type(i))) {
            throw new SyntaxProblem(i, "expected an expression");
        }
        if (word.equals("collation") && tokens.type(i + 1) == PostgresqlParser.FOR) {
            return group(i + 2);
        }
        if (word.equals("current") && tokens.type(i + 1) == PostgresqlParser.OF) {
            return i + 3;
        }
        return MULTIWORD_TYPES.contains(word) ? typedLiteral(i) : named(i);
    }

    /** {@code timestamp with time zone '…'}, or a column that is called like a type. */
    private int typedLiteral(int i) {
        int end = TypeNames.end(tokens, i);
        if (tokens.type(end) != PostgresqlParser.STRING_LITERAL) {
            return named(i);
        }
        return tokens.word(i).equals("interval") ? intervalFields(end + 1) : end + 1;
    }

    private int intervalFields(int from) {
        int i = from;
        while (true) {
            switch (tokens.word(i)) {
                case "year", "month", "day", "hour", "minute", "to" -> i++;
                case "second" -> i = tokens.type(i + 1) == PostgresqlParser.LPAREN ? tokens.closing(i + 1) + 1 : i + 1;
                default -> {
                    return i;
                }
            }
        }
    }

    private int named(int from) {
        int i = from + 1;
        while (tokens.type(i) == PostgresqlParser.DOT) {
            if (!WordTypes.isWord(tokens.type(i + 1)) && tokens.type(i + 1) != PostgresqlParser.STAR) {
                throw new SyntaxProblem(i + 1, "expected a name");
            }
            i += 2;
        }
        if (tokens.type(i) == PostgresqlParser.LPAREN) {
            i = callSuffixes(isPlainCall(from, i) ? list(i) : skip(i));
        }
        return tokens.type(i) == PostgresqlParser.STRING_LITERAL ? i + 1 : i;
    }

    /** Functions that are keywords, such as EXTRACT, have arguments in a syntax of their own. */
    private boolean isPlainCall(int from, int open) {
        if (open > from + 1 || PLAIN_CALLS.contains(tokens.word(from))) {
            return true;
        }
        return Keywords.category(tokens.word(from)).orElse(Keywords.Category.UNRESERVED)
                != Keywords.Category.COLUMN_NAME;
    }

    /** {@code WITHIN GROUP (…)}, {@code FILTER (…)}, {@code OVER …}. */
    private int callSuffixes(int from) {
        int i = from;
        if (tokens.word(i).equals("within") && tokens.type(i + 1) == PostgresqlParser.GROUP) {
            i = group(i + 2);
        }
        if (tokens.word(i).equals("filter") && tokens.type(i + 1) == PostgresqlParser.LPAREN) {
            i = group(i + 1);
        }
        if (tokens.word(i).equals("over")) {
            i = tokens.type(i + 1) == PostgresqlParser.LPAREN ? group(i + 1) : i + 2;
        }
        return i;
    }

    private int caseEnd(int from) {
        int depth = 0;
        int i = from;
        boolean when = false;
        while (i < tokens.count()) {
            switch (tokens.type(i)) {
                case PostgresqlParser.CASE -> depth++;
                case PostgresqlParser.WHEN -> when = true;
                case PostgresqlParser.END -> depth--;
                default -> {}
            }
            if (tokens.type(i) == PostgresqlParser.LPAREN || tokens.type(i) == PostgresqlParser.LBRACKET) {
                i = tokens.closing(i);
            } else if (tokens.type(i) == PostgresqlParser.RPAREN || tokens.type(i) == PostgresqlParser.COMMA) {
                break;
            }
            i++;
            if (depth == 0) {
                if (!when) {
                    throw new SyntaxProblem(i - 1, "expected WHEN");
                }
                if (!nested) {
                    Neighbours.check(tokens, from, i);
                }
                return i;
            }
        }
        throw new SyntaxProblem(i, "expected END");
    }

    /** What may follow a complete operand without asking for another one. */
    private int suffix(int i) {
        return switch (tokens.type(i)) {
            case PostgresqlParser.TYPECAST -> TypeNames.end(tokens, i + 1);
            case PostgresqlParser.LBRACKET -> skip(i);
            case PostgresqlParser.DOT -> {
                if (!WordTypes.isWord(tokens.type(i + 1)) && tokens.type(i + 1) != PostgresqlParser.STAR) {
                    throw new SyntaxProblem(i + 1, "expected a name");
                }
                yield i + 2;
            }
            case PostgresqlParser.IS -> Conditions.testEnd(tokens, i);
            case PostgresqlParser.ISNULL, PostgresqlParser.NOTNULL -> simple ? i : i + 1;
            case PostgresqlParser.COLLATE -> simple ? i : collation(i + 1);
            case PostgresqlParser.AT -> !simple && tokens.word(i + 1).equals("local") ? i + 2 : i;
            default -> i;
        };
    }

    private int collation(int from) {
        int i = from;
        if (!WordTypes.isName(tokens.type(i))) {
            throw new SyntaxProblem(i, "expected a collation");
        }
        i++;
        while (tokens.type(i) == PostgresqlParser.DOT) {
            i += 2;
        }
        return i;
    }

    /** What may stand between two operands; {@code i} itself when nothing does. */
    private int infix(int i) {
        return switch (tokens.type(i)) {
            case PostgresqlParser.SIGN,
                    PostgresqlParser.STAR,
                    PostgresqlParser.EQUALS,
                    PostgresqlParser.OPERATOR_SYMBOL -> i + 1;
            case PostgresqlParser.OPERATOR ->
                tokens.type(i + 1) == PostgresqlParser.LPAREN ? tokens.closing(i + 1) + 1 : i;
            case PostgresqlParser.IS -> Conditions.distinctFromEnd(tokens, i);
            default -> simple ? i : Conditions.operatorEnd(tokens, i);
        };
    }
}
