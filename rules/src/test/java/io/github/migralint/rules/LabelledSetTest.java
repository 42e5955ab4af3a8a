package io.github.migralint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.fixtures.LabelledCase;
import io.github.migralint.fixtures.LabelledSet;
import io.github.migralint.report.Problem;
import io.github.migralint.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All rules against a set that was labelled before they were run; the floors may only rise. */
class LabelledSetTest {
    /** Of a hundred dangers that a reviewer would report, how many are reported at least. */
    private static final double RECALL_FLOOR = 97.5;

    /** Of a hundred reports of MEDIUM and more, how many are right at least. */
    private static final double PRECISION_FLOOR = 97.5;

    @Test
    void findsWhatAReviewerWouldReportAndLittleElse(@TempDir Path folder) throws IOException {
        var score = new LabelledScore();
        List<LabelledCase> cases = LabelledSet.cases();
        for (int i = 0; i < cases.size(); i++) {
            Report report = new LabelledBench(folder.resolve("case" + i), cases.get(i)).report();
            assertThat(report.problems())
                    .as(cases.get(i).toString())
                    .noneMatch(problem -> problem.kind() == Problem.Kind.INTERNAL);
            score.add(cases.get(i), report.findings());
        }
        score.publish();
        assertThat(score.recall()).as("recall").isGreaterThanOrEqualTo(RECALL_FLOOR);
        assertThat(score.precision()).as("precision").isGreaterThanOrEqualTo(PRECISION_FLOOR);
    }

    @Test
    void isLargeAndDangerousInTwoCasesOfThree() {
        List<LabelledCase> cases = LabelledSet.cases();
        assertThat(cases)
                .hasSizeGreaterThanOrEqualTo(350)
                .noneMatch(labelled -> labelled.why().isEmpty());
        assertThat(cases).extracting(LabelledCase::name).doesNotHaveDuplicates();
        assertThat(cases.stream().filter(LabelledCase::dangerous).count() * 100 / cases.size())
                .isBetween(55L, 75L);
    }
}
