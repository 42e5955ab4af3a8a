package io.github.migralint.dialect.postgresql;

import io.github.migralint.dialect.grammar.Folding;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.antlr.v4.runtime.Vocabulary;

/**
 * Gives tokens their types in the grammar. A few words are keywords only where the next or the last token says so; elsewhere
 * they are names, which saves the grammar a second token of lookahead.
 */
final class TokenTypes {
    private static final Map<String, Integer> WORDS = words();

    private TokenTypes() {}

    /** The types of all tokens of a statement. */
    static int[] of(List<Token> tokens) {
        int[] types = new int[tokens.size()];
        for (int i = 0; i < types.length; i++) {
            boolean junk = i > 0 && isJunk(tokens.get(i - 1), tokens.get(i));
            types[i] = junk ? PostgresqlParser.INVALID : typeOf(tokens.get(i));
        }
        for (int i = 0; i < types.length; i++) {
            if (!isKeywordHere(types, i)) {
                types[i] = PostgresqlParser.IDENTIFIER;
            }
        }
        return types;
    }

    /** A word may not follow a number without a blank: {@code 12ab}. */
    private static boolean isJunk(Token before, Token token) {
        return before.kind() == TokenKind.NUMBER && token.kind() == TokenKind.WORD && before.end() == token.start();
    }

    private static boolean isBroken(Token token) {
        return token.text().equals("\"\"") || UnicodeEscapes.areBroken(token.text());
    }

    private static boolean isKeywordHere(int[] types, int i) {
        int next = i + 1 < types.length ? types[i + 1] : PostgresqlParser.EOF;
        int last = i > 0 ? types[i - 1] : PostgresqlParser.EOF;
        return switch (types[i]) {
            case PostgresqlParser.IF -> next == PostgresqlParser.NOT || next == PostgresqlParser.EXISTS;
            case PostgresqlParser.EXCLUDE -> next == PostgresqlParser.LPAREN || next == PostgresqlParser.USING;
            case PostgresqlParser.NULLS ->
                next == PostgresqlParser.NOT
                        || next == PostgresqlParser.DISTINCT
                        || next == PostgresqlParser.FIRST
                        || next == PostgresqlParser.LAST;
            case PostgresqlParser.MAPPING ->
                next == PostgresqlParser.FOR || next == PostgresqlParser.IF || next == PostgresqlParser.REPLACE;
            case PostgresqlParser.SAVEPOINT ->
                last == PostgresqlParser.EOF
                        || ((last == PostgresqlParser.TO || last == PostgresqlParser.RELEASE)
                                && next != PostgresqlParser.EOF);
            default -> true;
        };
    }

    private static int typeOf(Token token) {
        return switch (token.kind()) {
            case WORD -> WORDS.getOrDefault(Folding.fold(token.text()), PostgresqlParser.IDENTIFIER);
            case QUOTED_IDENTIFIER -> isBroken(token) ? PostgresqlParser.INVALID : PostgresqlParser.IDENTIFIER;
            // psql's :'name' becomes a string; what any other placeholder becomes is not known.
            case PLACEHOLDER ->
                token.text().startsWith(":'") ? PostgresqlParser.STRING_LITERAL : PostgresqlParser.IDENTIFIER;
            case STRING -> isBroken(token) ? PostgresqlParser.INVALID : PostgresqlParser.STRING_LITERAL;
            case BIT_STRING -> PostgresqlParser.BIT_STRING;
            case NUMBER -> PostgresqlParser.NUMBER;
            case PARAMETER, VARIABLE -> PostgresqlParser.POSITIONAL_PARAMETER;
            case OPERATOR, PUNCTUATION -> symbol(token);
            case INVALID -> PostgresqlParser.INVALID;
        };
    }

    private static int symbol(Token token) {
        return switch (token.text()) {
            case "(" -> PostgresqlParser.LPAREN;
            case ")" -> PostgresqlParser.RPAREN;
            case "[" -> PostgresqlParser.LBRACKET;
            case "]" -> PostgresqlParser.RBRACKET;
            case "," -> PostgresqlParser.COMMA;
            case "." -> PostgresqlParser.DOT;
            case ";" -> PostgresqlParser.SEMICOLON;
            case ":", ":=", "=>", ".." -> PostgresqlParser.COLON;
            case "::" -> PostgresqlParser.TYPECAST;
            case "=" -> PostgresqlParser.EQUALS;
            case "*" -> PostgresqlParser.STAR;
            case "+", "-" -> PostgresqlParser.SIGN;
            default -> token.kind() == TokenKind.OPERATOR ? PostgresqlParser.OPERATOR_SYMBOL : PostgresqlParser.INVALID;
        };
    }

    private static Map<String, Integer> words() {
        Map<String, Integer> own = new HashMap<>(1024);
        Vocabulary vocabulary = PostgresqlParser.VOCABULARY;
        for (int type = 1; type <= vocabulary.getMaxTokenType(); type++) {
            own.put(vocabulary.getSymbolicName(type).toLowerCase(Locale.ROOT), type);
        }
        Map<String, Integer> words = new HashMap<>(1024);
        Keywords.all().forEach((word, category) -> words.put(word, own.getOrDefault(word, generic(category))));
        return words;
    }

    private static int generic(Keywords.Category category) {
        return switch (category) {
            case UNRESERVED -> PostgresqlParser.IDENTIFIER;
            case COLUMN_NAME -> PostgresqlParser.COLUMN_WORD;
            case TYPE_OR_FUNCTION -> PostgresqlParser.TYPE_FUNCTION_WORD;
            case RESERVED -> PostgresqlParser.RESERVED_WORD;
        };
    }
}
