package io.github.migralint.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.ast.Unparsed;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.Vocabulary;
import org.antlr.v4.runtime.atn.DecisionState;
import org.antlr.v4.runtime.atn.LL1Analyzer;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.junit.jupiter.api.Test;

/** Keeps the grammar what it is meant to be: decided by one token nearly everywhere, and agreeing with the keywords. */
final class GrammarTest {
    /** The places where one token does not decide; each costs a prediction when it is met. */
    private static final int MOST_PREDICTIONS = 12;

    private static final String OTHER_TOKENS = " BIT_STRING COLON COMMA DOT EQUALS IDENTIFIER INVALID LBRACKET LPAREN"
            + " NUMBER OPERATOR_SYMBOL POSITIONAL_PARAMETER RBRACKET RPAREN SEMICOLON SIGN STAR STRING_LITERAL TYPECAST ";

    @Test
    void decidesByOneTokenNearlyEverywhere() {
        Map<String, Integer> undecided = new TreeMap<>();
        var analyzer = new LL1Analyzer(PostgresqlParser._ATN);
        for (DecisionState decision : PostgresqlParser._ATN.decisionToState) {
            if (overlaps(analyzer.getDecisionLookahead(decision))) {
                undecided.merge(PostgresqlParser.ruleNames[decision.ruleIndex], 1, Integer::sum);
            }
        }
        assertThat(undecided.values().stream().mapToInt(Integer::intValue).sum())
                .as("predictions by rule: %s", undecided)
                .isBetween(1, MOST_PREDICTIONS);
    }

    private static boolean overlaps(IntervalSet[] alternatives) {
        var seen = new IntervalSet();
        for (IntervalSet alternative : alternatives) {
            if (alternative == null || !seen.and(alternative).isNil()) {
                return true;
            }
            seen.addAll(alternative);
        }
        return false;
    }

    @Test
    void knowsEveryKeywordThatItUses() {
        Vocabulary vocabulary = PostgresqlParser.VOCABULARY;
        for (int type = Token.MIN_USER_TOKEN_TYPE; type <= vocabulary.getMaxTokenType(); type++) {
            String name = vocabulary.getSymbolicName(type);
            boolean keyword = Keywords.category(name.toLowerCase(Locale.ROOT)).isPresent();
            boolean other = name.contains("_WORD") || OTHER_TOKENS.contains(" " + name + " ");
            assertThat(keyword || other).as(name).isTrue();
        }
    }

    /** A name must be possible exactly where the category of the keyword allows it. */
    @Test
    void takesKeywordsForNamesByTheirCategory() {
        Keywords.all().forEach((word, category) -> {
            boolean column = category == Keywords.Category.UNRESERVED || category == Keywords.Category.COLUMN_NAME;
            assertThat(isRead("ALTER TABLE t DROP COLUMN " + word))
                    .as("column " + word)
                    .isEqualTo(column);
            boolean function =
                    category == Keywords.Category.UNRESERVED || category == Keywords.Category.TYPE_OR_FUNCTION;
            if (function) {
                assertThat(isRead("DROP FUNCTION " + word))
                        .as("function " + word)
                        .isTrue();
            }
            assertThat(isRead("ALTER TABLE t ADD COLUMN x s." + word))
                    .as("label " + word)
                    .isTrue();
        });
    }

    private static boolean isRead(String sql) {
        return !(Sql.statements(sql).get(0) instanceof Unparsed);
    }
}
