package io.github.migralint.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Stops at the first unexpected token and says in words what could have stood there. */
final class ExpectationStrategy extends DefaultErrorStrategy {
    private static final int MOST = 4;

    @Override
    public void recover(Parser recognizer, RecognitionException e) {
        throw problem(recognizer, e.getOffendingToken());
    }

    @Override
    public Token recoverInline(Parser recognizer) {
        throw problem(recognizer, recognizer.getCurrentToken());
    }

    @Override
    public void sync(Parser recognizer) {}

    private static GrammarProblem problem(Parser recognizer, Token token) {
        return new GrammarProblem(token.getTokenIndex(), expectation(recognizer.getExpectedTokens()));
    }

    private static String expectation(IntervalSet types) {
        List<String> choices = new ArrayList<>();
        // Words that are no keywords stand in a few places where a name may not.
        boolean name = types.contains(PostgresqlParser.IDENTIFIER) && types.contains(PostgresqlParser.COLUMN_WORD);
        if (name) {
            choices.add("a name");
        }
        for (int type : types.toArray()) {
            if (type == Token.EOF) {
                choices.add("the end");
            } else if (!(name && WordTypes.isName(type))) {
                choices.add(inWords(type));
            }
        }
        if (choices.isEmpty() || choices.size() > MOST) {
            return "";
        }
        String last = choices.remove(choices.size() - 1);
        return "expected " + (choices.isEmpty() ? last : String.join(", ", choices) + " or " + last);
    }

    private static String inWords(int type) {
        return switch (type) {
            case PostgresqlParser.IDENTIFIER -> "a word";
            case PostgresqlParser.LPAREN -> "\"(\"";
            case PostgresqlParser.RPAREN -> "\")\"";
            case PostgresqlParser.LBRACKET -> "\"[\"";
            case PostgresqlParser.COMMA -> "\",\"";
            case PostgresqlParser.DOT -> "\".\"";
            case PostgresqlParser.EQUALS -> "\"=\"";
            case PostgresqlParser.STAR -> "\"*\"";
            case PostgresqlParser.SIGN -> "a sign";
            case PostgresqlParser.NUMBER -> "a number";
            case PostgresqlParser.STRING_LITERAL -> "a string";
            case PostgresqlParser.OPERATOR_SYMBOL -> "an operator";
            default -> PostgresqlParser.VOCABULARY.getSymbolicName(type);
        };
    }
}
