package io.github.migralint.dialect.grammar;

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

    private final Grammar grammar;

    ExpectationStrategy(Grammar grammar) {
        this.grammar = grammar;
    }

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

    private GrammarProblem problem(Parser recognizer, Token token) {
        return new GrammarProblem(token.getTokenIndex(), expectation(recognizer.getExpectedTokens()));
    }

    private String expectation(IntervalSet types) {
        List<String> choices = new ArrayList<>();
        // Words that are no keywords stand in a few places where a name may not.
        boolean name = grammar.nameTypes().stream().allMatch(types::contains);
        if (name) {
            choices.add("a name");
        }
        for (int type : types.toArray()) {
            if (type == Token.EOF) {
                choices.add("the end");
            } else if (!(name && grammar.isName().test(type))) {
                choices.add(inWords(type));
            }
        }
        if (choices.isEmpty() || choices.size() > MOST) {
            return "";
        }
        String last = choices.remove(choices.size() - 1);
        return "expected " + (choices.isEmpty() ? last : String.join(", ", choices) + " or " + last);
    }

    private String inWords(int type) {
        Grammar.Marks marks = grammar.marks();
        if (type == marks.identifier()) {
            return "a word";
        }
        if (type == marks.string()) {
            return "a string";
        }
        if (type == marks.number()) {
            return "a number";
        }
        if (type == marks.operator()) {
            return "an operator";
        }
        if (type == marks.sign()) {
            return "a sign";
        }
        String mark = mark(type, marks);
        return mark.isEmpty() ? grammar.vocabulary().getSymbolicName(type) : "\"" + mark + "\"";
    }

    private static String mark(int type, Grammar.Marks marks) {
        if (type == marks.openParen()) {
            return "(";
        }
        if (type == marks.closeParen()) {
            return ")";
        }
        if (type == marks.openBracket()) {
            return "[";
        }
        if (type == marks.comma()) {
            return ",";
        }
        if (type == marks.dot()) {
            return ".";
        }
        if (type == marks.equal()) {
            return "=";
        }
        return type == marks.star() ? "*" : "";
    }
}
