package io.github.migralint.dialect.mysql;

import io.github.migralint.dialect.grammar.SyntaxProblem;
import java.util.BitSet;
import java.util.Set;

/** Reads expressions: operands with operators between them, in one pass without recursion. */
final class ExpressionReader {
    private static final Set<String> SYMBOLS = Set.of(
            "/", "%", "||", "&&", "|", "&", "^", "<<", ">>", "<=>", "<", ">", "<=", ">=", "<>", "!=", "->", "->>");
    private static final Set<String> WORDS = Set.of(
            "and", "or", "xor", "div", "mod", "between", "like", "regexp", "rlike", "escape", "in", "collate", "is",
            "not", "sounds", "member");
    private static final Set<String> TRUTHS = Set.of("null", "true", "false", "unknown", "json");

    private final Cursor cursor;
    /** Which of the CASE around here, counted from the outermost, have a THEN. */
    private final BitSet complete = new BitSet();

    private int cases;
    private int intervals;

    private ExpressionReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads an expression. */
    static void read(Cursor cursor) {
        new ExpressionReader(cursor).read();
    }

    /** Reads expressions with commas between them. */
    static void readList(Cursor cursor) {
        do {
            read(cursor);
        } while (cursor.take(MysqlParser.COMMA));
    }

    /** Reads expressions to sort or group by. */
    static void readSortList(Cursor cursor) {
        do {
            read(cursor);
            if (!cursor.take(MysqlParser.ASC)) {
                cursor.take(MysqlParser.DESC);
            }
        } while (cursor.take(MysqlParser.COMMA));
    }

    private void read() {
        boolean more = true;
        while (more) {
            prefixes();
            more = operand() || after();
        }
        if (cases > 0) {
            throw cursor.expected("END");
        }
    }

    private void prefixes() {
        while (cursor.take(MysqlParser.SIGN)
                || cursor.take(MysqlParser.NOT)
                || cursor.take(MysqlParser.BINARY)
                || takeInterval()
                || takeSymbol()) {}
    }

    private boolean takeInterval() {
        boolean found = cursor.take(MysqlParser.INTERVAL);
        intervals += found ? 1 : 0;
        return found;
    }

    private boolean takeSymbol() {
        boolean found = cursor.is(MysqlParser.OPERATOR_SYMBOL)
                && cursor.text().chars().allMatch(c -> c == '!' || c == '~' || c == '-' || c == '+');
        if (found) {
            cursor.skip();
        }
        return found;
    }

    /** Reads an operand; true if another must follow at once: that of a CASE which has just begun. */
    private boolean operand() {
        if (!cursor.take(MysqlParser.CASE)) {
            OperandReader.read(cursor);
            return false;
        }
        cases++;
        complete.clear(cases);
        cursor.takeWord("when");
        return true;
    }

    /** Reads what follows an operand; true if another operand must come. */
    private boolean after() {
        while (cases > 0 || intervals > 0) {
            String word = cursor.word();
            if (intervals > 0 && Units.has(word)) {
                intervals--;
            } else if (cases > 0 && word.equals("end") && complete.get(cases)) {
                cases--;
            } else if (cases > 0 && (word.equals("when") || word.equals("then") || word.equals("else"))) {
                complete.set(cases, complete.get(cases) || word.equals("then"));
                cursor.skip();
                return true;
            } else {
                break;
            }
            cursor.skip();
        }
        return operator();
    }

    private boolean operator() {
        switch (cursor.type()) {
            case MysqlParser.STAR, MysqlParser.SIGN, MysqlParser.EQUALS, MysqlParser.ASSIGN -> cursor.skip();
            case MysqlParser.OPERATOR_SYMBOL -> symbol();
            default -> {
                return WORDS.contains(cursor.word()) && word();
            }
        }
        quantifier();
        return true;
    }

    private void symbol() {
        if (!SYMBOLS.contains(cursor.text())) {
            throw new SyntaxProblem(cursor.at(), "expected an operator of MySQL");
        }
        cursor.skip();
    }

    /** {@code = ANY (SELECT …)}. */
    private void quantifier() {
        boolean quantifier = cursor.isWord("any") || cursor.isWord("all") || cursor.isWord("some");
        if (quantifier && cursor.type(1) == MysqlParser.LPAREN) {
            cursor.skip();
        }
    }

    /** Reads an operator that is a word, with what belongs to it; true if an operand must come. */
    private boolean word() {
        String word = cursor.word();
        if (word.equals("not") && !isNegatable(cursor.word(1))) {
            return false;
        }
        if (word.equals("in")
                && (cursor.word(1).equals("boolean") || cursor.word(1).equals("natural"))) {
            return false;
        }
        if (word.equals("sounds") || word.equals("member")) {
            return pair(word);
        }
        cursor.skip();
        return switch (word) {
            case "not" -> word();
            case "is" -> {
                cursor.take(MysqlParser.NOT);
                truth();
                yield after();
            }
            case "collate" -> {
                cursor.charset();
                yield after();
            }
            case "in" -> {
                if (!cursor.is(MysqlParser.LPAREN)) {
                    yield true;
                }
                cursor.group(Inside.OPERANDS);
                yield after();
            }
            default -> true;
        };
    }

    private static boolean isNegatable(String word) {
        return switch (word) {
            case "in", "like", "between", "regexp", "rlike" -> true;
            default -> false;
        };
    }

    /** {@code SOUNDS LIKE}, {@code MEMBER OF (…)}; else the word is an alias. */
    private boolean pair(String first) {
        String second = cursor.word(1);
        boolean operator = first.equals("sounds") ? second.equals("like") : second.equals("of");
        if (operator) {
            cursor.skip();
            cursor.skip();
        }
        return operator;
    }

    private void truth() {
        if (!TRUTHS.contains(cursor.word())) {
            throw cursor.expected("NULL, TRUE, FALSE or UNKNOWN");
        }
        boolean json = cursor.isWord("json");
        cursor.skip();
        if (json && (cursor.isWord("value") || cursor.isWord("array") || cursor.isWord("object"))) {
            cursor.skip();
        }
    }
}
