package io.github.migralint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migralint.fixtures.LabelledCase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measure itself: what counts as found, missed, wrong and neither. */
class LabelledScoreTest {
    @TempDir
    Path folder;

    @Test
    void countsADangerThatIsReportedOnItsLine() throws IOException {
        LabelledScore score = scored("DROP TABLE coupons; -- danger: immediate-table-drop HIGH");
        assertThat(score.recall()).isEqualTo(100);
        assertThat(score.precision()).isEqualTo(100);
    }

    @Test
    void takesAnyOfTheNamesThatAreRight() throws IOException {
        LabelledScore score = scored("DROP TABLE coupons; -- danger: delete-without-where | immediate-table-drop HIGH");
        assertThat(score.recall()).isEqualTo(100);
    }

    @Test
    void missesADangerThatIsReportedElsewhereOrTooMildly() throws IOException {
        assertThat(scored("SELECT 1; -- danger: immediate-table-drop HIGH\nDROP TABLE coupons;")
                        .recall())
                .isZero();
        assertThat(scored("DROP TABLE coupons; -- danger: immediate-table-drop CRITICAL")
                        .recall())
                .isZero();
    }

    @Test
    void callsAReportWrongThatNobodyAskedFor() throws IOException {
        LabelledScore score = scored("DROP TABLE coupons;\nDROP TABLE sessions; -- danger: immediate-table-drop HIGH");
        assertThat(score.recall()).isEqualTo(100);
        assertThat(score.precision()).isEqualTo(50);
    }

    @Test
    void countsNeitherWhatMayBeReported() throws IOException {
        LabelledScore score = scored("DROP TABLE coupons; -- maybe: immediate-table-drop\n"
                + "DROP TABLE sessions; -- danger: immediate-table-drop HIGH");
        assertThat(score.precision()).isEqualTo(100);
        assertThat(scored("SELECT 1; -- maybe: immediate-table-drop").recall()).isEqualTo(100);
    }

    @Test
    void refusesLabelsThatItCannotRead() {
        assertThatThrownBy(() -> labelled("DROP TABLE coupons; -- danger: immediate-table-drop"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a label");
    }

    private LabelledScore scored(String sql) throws IOException {
        LabelledCase labelled = labelled(sql);
        Path here = folder.resolve(Integer.toHexString(sql.hashCode()));
        var score = new LabelledScore();
        score.add(labelled, new LabelledBench(here, labelled).report().findings());
        return score;
    }

    private static LabelledCase labelled(String sql) {
        return LabelledCase.of("page", "## Name\nWhy.\n\n```sql on=shop\n" + sql + "\n```\n")
                .getFirst();
    }
}
