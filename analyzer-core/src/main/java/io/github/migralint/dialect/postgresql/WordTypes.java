package io.github.migralint.dialect.postgresql;

import io.github.migralint.dialect.grammar.Grammar;
import java.util.BitSet;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Which token types are words, and which of those may be names without quotes. */
final class WordTypes {
    private static final WordTypes ALL = new WordTypes();

    /** What the parts that all dialects share are told. */
    static final Grammar GRAMMAR = new Grammar(
            PostgresqlParser.VOCABULARY,
            new Grammar.Marks(
                    PostgresqlParser.IDENTIFIER,
                    PostgresqlParser.STRING_LITERAL,
                    PostgresqlParser.NUMBER,
                    PostgresqlParser.OPERATOR_SYMBOL,
                    PostgresqlParser.SIGN,
                    PostgresqlParser.LPAREN,
                    PostgresqlParser.RPAREN,
                    PostgresqlParser.LBRACKET,
                    PostgresqlParser.RBRACKET,
                    PostgresqlParser.DOT,
                    PostgresqlParser.COMMA,
                    PostgresqlParser.EQUALS,
                    PostgresqlParser.STAR),
            WordTypes::isWord,
            WordTypes::isName,
            WordTypes::isColumn,
            Set.of(PostgresqlParser.IDENTIFIER, PostgresqlParser.COLUMN_WORD),
            word -> Keywords.category(word).isPresent(),
            Names::identifier);

    private final BitSet words = new BitSet();
    private final BitSet names = new BitSet();
    private final BitSet columns = new BitSet();

    private WordTypes() {
        for (int type = Token.MIN_USER_TOKEN_TYPE; type <= PostgresqlParser.VOCABULARY.getMaxTokenType(); type++) {
            int of = type;
            String word = PostgresqlParser.VOCABULARY.getSymbolicName(type).toLowerCase(Locale.ROOT);
            Keywords.category(word).ifPresent(category -> add(of, category));
        }
        add(PostgresqlParser.IDENTIFIER, Keywords.Category.UNRESERVED);
        add(PostgresqlParser.COLUMN_WORD, Keywords.Category.COLUMN_NAME);
        add(PostgresqlParser.TYPE_FUNCTION_WORD, Keywords.Category.TYPE_OR_FUNCTION);
        add(PostgresqlParser.RESERVED_WORD, Keywords.Category.RESERVED);
    }

    private void add(int type, Keywords.Category category) {
        words.set(type);
        names.set(type, category != Keywords.Category.RESERVED);
        columns.set(type, category == Keywords.Category.UNRESERVED || category == Keywords.Category.COLUMN_NAME);
    }

    /** Whether tokens of this type are words, reserved ones included. */
    static boolean isWord(int type) {
        return type > 0 && ALL.words.get(type);
    }

    /** Whether tokens of this type may be a name of any object. */
    static boolean isName(int type) {
        return type > 0 && ALL.names.get(type);
    }

    /** Whether tokens of this type may be the name of a column or table. */
    static boolean isColumn(int type) {
        return type > 0 && ALL.columns.get(type);
    }
}
