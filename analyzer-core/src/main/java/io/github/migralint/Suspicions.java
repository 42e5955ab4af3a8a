package io.github.migralint;

import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.Suspicion;
import io.github.migralint.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps what rules suspect until the end of the migration, and again until the end of the history, shows that it is so. */
final class Suspicions {
    private record Entry(Rule rule, Suspicion suspicion) {}

    private final Guard guard;
    private final List<Entry> fresh = new ArrayList<>();
    private final List<Entry> confirmed = new ArrayList<>();

    Suspicions(Guard guard) {
        this.guard = guard;
    }

    /** Where a rule reports what it suspects. */
    Consumer<Suspicion> of(Rule rule) {
        return suspicion -> fresh.add(new Entry(rule, suspicion));
    }

    /** A migration ends: what it mended itself is forgotten. */
    void endOfMigration(Schema now) {
        fresh.forEach(entry -> ask(entry, now, () -> confirmed.add(entry)));
        fresh.clear();
    }

    /** The history ends: what is still wrong is told. */
    void endOfHistory(Schema now, List<Finding> findings) {
        confirmed.forEach(entry -> ask(entry, now, () -> findings.add(entry.suspicion.finding())));
    }

    private void ask(Entry entry, Schema now, Runnable confirmed) {
        guard.rule(entry.rule, () -> {
            if (entry.suspicion.holds().test(now)) {
                confirmed.run();
            }
        });
    }
}
