package io.github.migralint.dialect.mysql;

import io.github.migralint.dialect.grammar.Folding;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Vocabulary;

/**
 * Gives tokens their types in the grammar. A few words are keywords only where the next token says so; elsewhere they are
 * names, which saves the grammar a second token of lookahead.
 */
final class TokenTypes {
    /** Reserved words that name types and nothing else. */
    private static final Set<String> TYPES = Set.of(
            "bigint",
            "blob",
            "char",
            "dec",
            "decimal",
            "double",
            "float",
            "float4",
            "float8",
            "int",
            "int1",
            "int2",
            "int3",
            "int4",
            "int8",
            "integer",
            "long",
            "longblob",
            "longtext",
            "mediumblob",
            "mediumint",
            "mediumtext",
            "middleint",
            "numeric",
            "real",
            "smallint",
            "tinyblob",
            "tinyint",
            "tinytext",
            "varbinary",
            "varchar",
            "varcharacter");
    /** Reserved words for the present moment. */
    private static final Set<String> NOW = Set.of("current_timestamp", "localtime", "localtimestamp");

    private static final Map<String, Integer> WORDS = words();

    private TokenTypes() {}

    /** Whether a word in small letters means something. */
    static boolean isKeyword(String word) {
        return WORDS.containsKey(word);
    }

    /** The types of all tokens of a statement. */
    static int[] of(List<Token> tokens) {
        int[] types = new int[tokens.size()];
        for (int i = 0; i < types.length; i++) {
            types[i] = typeOf(tokens.get(i));
        }
        for (int i = 0; i < types.length; i++) {
            boolean label = i > 0 && types[i - 1] == MysqlParser.DOT && WordTypes.isWord(types[i]);
            if (label || !isKeywordHere(types, i)) {
                types[i] = MysqlParser.IDENTIFIER;
            }
        }
        return types;
    }

    private static boolean isKeywordHere(int[] types, int i) {
        int next = i + 1 < types.length ? types[i + 1] : MysqlParser.EOF;
        return switch (types[i]) {
            case MysqlParser.SYSTEM -> next == MysqlParser.VERSIONING;
            case MysqlParser.PERIOD -> next == MysqlParser.FOR;
            case MysqlParser.VECTOR -> next == MysqlParser.INDEX || next == MysqlParser.KEY;
            case MysqlParser.IMMEDIATE -> next != MysqlParser.USING && next != MysqlParser.EOF;
            default -> true;
        };
    }

    private static int typeOf(Token token) {
        return switch (token.kind()) {
            case WORD -> WORDS.getOrDefault(Folding.fold(token.text()), MysqlParser.IDENTIFIER);
            case QUOTED_IDENTIFIER, PLACEHOLDER -> MysqlParser.IDENTIFIER;
            case STRING -> MysqlParser.STRING_LITERAL;
            case BIT_STRING -> MysqlParser.BIT_STRING;
            case NUMBER -> MysqlParser.NUMBER;
            case PARAMETER -> MysqlParser.PARAMETER;
            case VARIABLE -> MysqlParser.VARIABLE;
            case OPERATOR, PUNCTUATION -> symbol(token);
            case INVALID -> MysqlParser.INVALID;
        };
    }

    private static int symbol(Token token) {
        return switch (token.text()) {
            case "(" -> MysqlParser.LPAREN;
            case ")" -> MysqlParser.RPAREN;
            case "," -> MysqlParser.COMMA;
            case "." -> MysqlParser.DOT;
            case ";" -> MysqlParser.SEMICOLON;
            case ":=" -> MysqlParser.ASSIGN;
            case "=" -> MysqlParser.EQUALS;
            case "*" -> MysqlParser.STAR;
            case "+", "-" -> MysqlParser.SIGN;
            case "@" -> MysqlParser.AT;
            case "?" -> MysqlParser.PARAMETER;
            default -> token.kind() == TokenKind.OPERATOR ? MysqlParser.OPERATOR_SYMBOL : MysqlParser.INVALID;
        };
    }

    private static Map<String, Integer> words() {
        Map<String, Integer> words = new HashMap<>(1024);
        Keywords.reserved().forEach(word -> words.put(word, MysqlParser.RESERVED_WORD));
        TYPES.forEach(word -> words.put(word, MysqlParser.TYPE_WORD));
        NOW.forEach(word -> words.put(word, MysqlParser.NOW_WORD));
        Vocabulary vocabulary = MysqlParser.VOCABULARY;
        for (int type = 1; type <= vocabulary.getMaxTokenType(); type++) {
            String name = vocabulary.getSymbolicName(type);
            // a column may be called number or comma
            if (WordTypes.isWord(type) && !name.endsWith("_WORD")) {
                words.put(name.toLowerCase(Locale.ROOT), type);
            }
        }
        return Map.copyOf(words);
    }
}
