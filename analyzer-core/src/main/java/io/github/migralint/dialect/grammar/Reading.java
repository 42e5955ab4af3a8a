package io.github.migralint.dialect.grammar;

import java.util.function.Consumer;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Runs a generated parser over tokens: first with the fast prediction, which gives up on a few statements that the full
 * one can read.
 *
 * @param <P> the parser
 */
public final class Reading<P extends Parser> {
    private final Grammar grammar;
    private final Function<GrammarTokens, P> parsers;

    /** Of a grammar, by new parsers. */
    public Reading(Grammar grammar, Function<GrammarTokens, P> parsers) {
        this.grammar = grammar;
        this.parsers = parsers;
    }

    /**
     * Reads tokens from where they stand.
     *
     * @param rule what is read, and built from it
     * @param rewind takes back what a failed try left behind
     * @throws GrammarProblem at a token that the grammar did not expect
     * @throws SyntaxProblem at a token that a reader by hand did not expect
     */
    public <T extends GrammarTokens, R> R read(T tokens, Function<P, R> rule, Consumer<T> rewind) {
        try {
            return rule.apply(parser(tokens, PredictionMode.SLL));
        } catch (GrammarProblem problem) {
            throw problem;
        } catch (ParseCancellationException fast) {
            rewind.accept(tokens);
            return rule.apply(parser(tokens, PredictionMode.LL));
        }
    }

    private P parser(GrammarTokens tokens, PredictionMode mode) {
        P parser = parsers.apply(tokens);
        parser.removeErrorListeners();
        parser.setErrorHandler(mode == PredictionMode.SLL ? new BailErrorStrategy() : new ExpectationStrategy(grammar));
        parser.getInterpreter().setPredictionMode(mode);
        return parser;
    }
}
