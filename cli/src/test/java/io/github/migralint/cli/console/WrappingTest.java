package io.github.migralint.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappingTest {
    @Test
    void breaksSqlAtBlanks() {
        assertThat(Wrapping.sql("  UPDATE orders SET total = price WHERE id > 5;", 30))
                .containsExactly("  UPDATE orders SET total =", "      price WHERE id > 5;");
    }

    @Test
    void keepsQuotesAndCommentsInBracketsTogether() {
        assertThat(Wrapping.sql("SELECT 'a b  c''d e', \"x y\" /* some value */ FROM t;", 20))
                .containsExactly("SELECT", "    'a b  c''d e',", "    \"x y\"", "    /* some value */", "    FROM t;");
    }

    @Test
    void leavesALineThatEndsInACommentOrHasDollarQuotes() {
        assertThat(Wrapping.sql("DELETE FROM orders; -- all of them", 20))
                .containsExactly("DELETE FROM orders; -- all of them");
        assertThat(Wrapping.sql("DO $$ BEGIN PERFORM 1; END $$;", 20))
                .containsExactly("DO $$ BEGIN PERFORM 1; END $$;");
    }

    @Test
    void aCommentStaysAComment() {
        assertThat(Wrapping.sql("-- until no row is changed", 16)).containsExactly("-- until no row", "-- is changed");
    }

    @Test
    void anUnclosedQuoteIsAWordLikeOthers() {
        assertThat(Wrapping.sql("SELECT 'open and on", 12)).containsExactly("SELECT 'open", "    and on");
    }
}
