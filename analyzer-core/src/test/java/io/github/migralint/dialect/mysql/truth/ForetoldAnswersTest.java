package io.github.migralint.dialect.mysql.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.fixtures.AgreementTable;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** No statement is said to fail that a server accepts, and most errors of servers are foreseen with their number. */
class ForetoldAnswersTest {
    @Test
    void agreeWithWhatServersAnswered() {
        var agreement = new AgreementTable("Errors of servers, foretold and answered", "server");
        Answers answers = Answers.recorded();
        for (Tried tried : Tried.all()) {
            for (String column : Answers.columns()) {
                answers.of(tried, column).ifPresent(answer -> compare(tried, column, answer, agreement));
            }
        }
        agreement.publish("mysql-answers");
        assertThat(agreement.differences().stream().filter(difference -> difference.startsWith("false alarm")))
                .isEmpty();
        assertThat(agreement.total("errors").compared()).isGreaterThan(900);
        assertThat(agreement.total("errors").percent()).isGreaterThan(60);
    }

    private static void compare(Tried tried, String column, String answer, AgreementTable agreement) {
        Foretold foretold = Foretold.of(tried.preparation() + tried.sql() + ";", Form.COLUMNS.get(column));
        Optional<String> refusal = foretold.refusal();
        if (refusal.isPresent()) {
            agreement.count(column, "alarms", refusal.get().equals(answer));
        }
        if (refusal.isPresent() && !refusal.get().equals(answer)) {
            agreement.difference("false alarm %s, answered %s: %s".formatted(refusal.get(), answer, tried.key()), column);
        }
        if (answer.equals(Answers.OK)) {
            return;
        }
        boolean foreseen = foretold.errors().contains(answer) || (answer.equals("1064") && !foretold.isRead());
        agreement.count(column, "errors", foreseen);
        if (!foreseen && refusal.isEmpty()) {
            agreement.difference("not foreseen %s, foretold %s: %s".formatted(answer, foretold.errors(), tried.key()), column);
        }
    }
}
