package io.github.migralint.dialect.mysql.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.dialect.mysql.live.LiveServer;
import io.github.migralint.dialect.mysql.live.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is recorded of each form is what a live server does. */
class RecordedOperationsTest {
    @ParameterizedTest
    @EnumSource(Release.class)
    void areTrue(Release release) throws Exception {
        LiveServer live = LiveServer.of(release);
        Optional<String> column = Form.column(live.server());
        Assumptions.assumeTrue(column.isPresent(), () -> "nothing is recorded of " + live);
        var measurement = new Measurement(live);
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (Form form : Form.all()) {
            Optional<String> recorded = form.code(column.get());
            Optional<String> measured = recorded.isEmpty() ? Optional.empty() : measurement.of(form);
            if (recorded.isPresent()) {
                compared++;
                if (!measured.orElse("-").equals(recorded.get())) {
                    wrong.add(form.name() + ": recorded " + recorded.get() + ", seen " + measured.orElse("no table"));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThan(150);
    }
}
