package io.github.migralint.dialect.mysql;

import io.github.migralint.dialect.grammar.Grammar;
import java.util.BitSet;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Which token types are words, and which of those may be names without quotes. */
final class WordTypes {
    private static final Set<String> MARKS = Set.of(
            "ASSIGN",
            "AT",
            "BIT_STRING",
            "COMMA",
            "DOT",
            "EQUALS",
            "INVALID",
            "LPAREN",
            "NUMBER",
            "OPERATOR_SYMBOL",
            "PARAMETER",
            "RPAREN",
            "SEMICOLON",
            "SIGN",
            "STAR",
            "STRING_LITERAL",
            "VARIABLE");

    private static final WordTypes ALL = new WordTypes();

    /** What the parts that all dialects share are told. */
    static final Grammar GRAMMAR = new Grammar(
            MysqlParser.VOCABULARY,
            new Grammar.Marks(
                    MysqlParser.IDENTIFIER,
                    MysqlParser.STRING_LITERAL,
                    MysqlParser.NUMBER,
                    MysqlParser.OPERATOR_SYMBOL,
                    MysqlParser.SIGN,
                    MysqlParser.LPAREN,
                    MysqlParser.RPAREN,
                    -1,
                    -1,
                    MysqlParser.DOT,
                    MysqlParser.COMMA,
                    MysqlParser.EQUALS,
                    MysqlParser.STAR),
            WordTypes::isWord,
            WordTypes::isName,
            WordTypes::isName,
            Set.of(MysqlParser.IDENTIFIER, MysqlParser.COMMENT, MysqlParser.VISIBLE),
            TokenTypes::isKeyword,
            Names::identifier);

    private final BitSet words = new BitSet();
    private final BitSet names = new BitSet();

    private WordTypes() {
        for (int type = Token.MIN_USER_TOKEN_TYPE; type <= MysqlParser.VOCABULARY.getMaxTokenType(); type++) {
            String name = MysqlParser.VOCABULARY.getSymbolicName(type);
            if (!MARKS.contains(name)) {
                words.set(type);
                names.set(type, !name.endsWith("_WORD") && !Keywords.isReserved(name.toLowerCase(Locale.ROOT)));
            }
        }
    }

    /** Whether tokens of this type are words, reserved ones included. */
    static boolean isWord(int type) {
        return type > 0 && ALL.words.get(type);
    }

    /** Whether tokens of this type may be a name. */
    static boolean isName(int type) {
        return type > 0 && ALL.names.get(type);
    }
}
