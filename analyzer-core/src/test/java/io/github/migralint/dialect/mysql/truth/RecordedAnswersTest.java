package io.github.migralint.dialect.mysql.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.dialect.mysql.live.LiveServer;
import io.github.migralint.dialect.mysql.live.Release;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is recorded of each statement is what a live server answers; {@code -Dmigralint.update=true} records it. */
class RecordedAnswersTest {
    @ParameterizedTest
    @EnumSource(Release.class)
    void areTrue(Release release) throws Exception {
        LiveServer live = LiveServer.of(release);
        Optional<String> column = Form.column(live.server()).filter(Answers.columns()::contains);
        Assumptions.assumeTrue(column.isPresent(), () -> "nothing is recorded of " + live);
        Map<String, String> answers = Answers.live(live);
        if (Boolean.getBoolean("migralint.update")) {
            Answers.record(column.get(), answers);
            return;
        }
        Map<String, String> recorded = new LinkedHashMap<>();
        Answers all = Answers.recorded();
        Tried.all()
                .forEach(tried -> all.of(tried, column.get()).ifPresent(answer -> recorded.put(tried.key(), answer)));
        assertThat(answers).isEqualTo(recorded).hasSizeGreaterThan(380);
    }
}
