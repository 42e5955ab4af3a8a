package io.github.migralint.dialect.postgresql;

import io.github.migralint.dialect.grammar.SyntaxProblem;
import java.util.Set;

/** The words that conditions put between and after operands: {@code IS NOT NULL}, {@code NOT LIKE}, {@code BETWEEN}, …. */
final class Conditions {
    private final StatementTokens tokens;

    private Conditions(StatementTokens tokens) {
        this.tokens = tokens;
    }

    /** The index after a test that begins with IS; that of IS itself when the test asks for another operand. */
    static int testEnd(StatementTokens tokens, int is) {
        return new Conditions(tokens).test(is);
    }

    /** The index after {@code IS [NOT] DISTINCT FROM}. */
    static int distinctFromEnd(StatementTokens tokens, int is) {
        return new Conditions(tokens).distinctFrom(is);
    }

    /** The index after words that stand between two operands; {@code i} itself when none do. */
    static int operatorEnd(StatementTokens tokens, int i) {
        return new Conditions(tokens).condition(i);
    }

    /** {@code IS NULL}, {@code IS NOT TRUE}, {@code IS JSON OBJECT}, …; {@code IS DISTINCT FROM} asks for an operand. */
    private int test(int is) {
        int i = tokens.type(is + 1) == PostgresqlParser.NOT ? is + 2 : is + 1;
        return switch (tokens.word(i)) {
            case "distinct" -> is;
            case "null", "true", "false", "unknown", "document", "normalized" -> i + 1;
            case "nfc", "nfd", "nfkc", "nfkd" -> i + 2;
            case "of" -> tokens.closing(i + 1) + 1;
            case "json" -> jsonTest(i + 1);
            default -> throw new SyntaxProblem(i, "expected NULL, TRUE, FALSE or another test");
        };
    }

    private int jsonTest(int from) {
        int i = from;
        if (Set.of("value", "array", "object", "scalar").contains(tokens.word(i))) {
            i++;
        }
        boolean unique = tokens.word(i).equals("with") || tokens.word(i).equals("without");
        if (unique && tokens.word(i + 1).equals("unique")) {
            i = tokens.word(i + 2).equals("keys") ? i + 3 : i + 2;
        }
        return i;
    }

    private int distinctFrom(int is) {
        int i = tokens.type(is + 1) == PostgresqlParser.NOT ? is + 2 : is + 1;
        if (tokens.type(i + 1) != PostgresqlParser.FROM) {
            throw new SyntaxProblem(i + 1, "expected FROM");
        }
        return i + 2;
    }

    private int condition(int i) {
        return switch (tokens.type(i)) {
            case PostgresqlParser.AND, PostgresqlParser.OR, PostgresqlParser.OVERLAPS -> i + 1;
            case PostgresqlParser.ESCAPE -> i + 1;
            case PostgresqlParser.LIKE, PostgresqlParser.ILIKE, PostgresqlParser.IN -> i + 1;
            case PostgresqlParser.SIMILAR -> tokens.type(i + 1) == PostgresqlParser.TO ? i + 2 : i;
            case PostgresqlParser.BETWEEN -> between(i + 1);
            case PostgresqlParser.AT ->
                tokens.type(i + 1) == PostgresqlParser.TIME && tokens.type(i + 2) == PostgresqlParser.ZONE ? i + 3 : i;
            case PostgresqlParser.NOT -> {
                int next = switch (tokens.type(i + 1)) {
                    case PostgresqlParser.LIKE,
                            PostgresqlParser.ILIKE,
                            PostgresqlParser.IN,
                            PostgresqlParser.SIMILAR,
                            PostgresqlParser.BETWEEN -> condition(i + 1);
                    default -> i;
                };
                yield next;
            }
            default -> i;
        };
    }

    private int between(int i) {
        String word = tokens.word(i);
        return word.equals("symmetric") || word.equals("asymmetric") ? i + 1 : i;
    }
}
