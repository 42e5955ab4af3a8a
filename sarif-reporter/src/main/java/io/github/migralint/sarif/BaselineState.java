package io.github.migralint.sarif;

import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Suppression;
import io.github.migralint.triage.Triaged;
import java.util.Set;

/** Says of each result whether it was there when the baseline was written; of none where no baseline is in use. */
final class BaselineState {
    private static final String REASON = "It was there when the baseline was written.";

    private final boolean used;

    BaselineState(Triaged triaged) {
        this.used = !triaged.baselined().isEmpty() || !triaged.stale().isEmpty();
    }

    /** A result that the baseline does not know. */
    Result fresh(Result result) {
        return used ? result.withBaselineState(Result.BaselineState.NEW) : result;
    }

    /** A result that the baseline knows. */
    Result known(Result result) {
        var suppression = new Suppression().withKind(Suppression.Kind.EXTERNAL).withJustification(REASON);
        return result.withBaselineState(Result.BaselineState.UNCHANGED).withSuppressions(Set.of(suppression));
    }
}
