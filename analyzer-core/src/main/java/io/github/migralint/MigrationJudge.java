package io.github.migralint;

import io.github.migralint.history.Migration;
import io.github.migralint.history.Replay;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Rule;
import io.github.migralint.source.SourceText;
import io.github.migralint.trace.Recorder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Plays the migrations of a history one after the other, and shows the rules what those under review do.
 *
 * @param rules those that run
 * @param replay plays them
 * @param back which of them undo which
 * @param older files that went live in an earlier release and were changed since
 * @param suspicions what only the end of a migration or of the history can confirm
 * @param guard keeps a failure from ending all
 * @param findings takes what the rules find
 * @param recorder takes what migrations that go forward do
 */
record MigrationJudge(
        List<Rule> rules,
        Replay replay,
        WaysBack back,
        Set<SourceText> older,
        Suspicions suspicions,
        Guard guard,
        Consumer<Finding> findings,
        Recorder recorder) {
    /** What goes back is judged as soon as what it undoes was played, wherever its file stands. */
    void play(Migration migration) {
        switch (migration.direction()) {
            case UP -> {
                guard.migration(migration, () -> playForward(migration));
                back.of(migration).forEach(down -> playBack(down, Optional.of(migration)));
            }
            case DOWN -> {
                if (back.isAlone(migration)) {
                    playBack(migration, Optional.empty());
                }
            }
            case NONE -> {}
        }
    }

    private void playForward(Migration migration) {
        if (!migration.underReview()) {
            replay.apply(migration);
            return;
        }
        List<Step> played = older.contains(migration.text()) ? replay.stepsAgain(migration) : replay.steps(migration);
        List<Step> steps = played.stream().flatMap(Step::innermost).toList();
        steps.forEach(step -> {
            boolean refused = step.refused();
            rules.stream().filter(rule -> !refused || rule.judgesRefused()).forEach(rule -> {
                check(rule, step);
                guard.rule(rule, step, () -> rule.suspect(step, suspicions.of(rule)));
            });
        });
        rules.forEach(rule -> guard.rule(rule, () -> rule.compare(steps, findings)));
        suspicions.endOfMigration(replay.schema());
        recorder.record(migration, steps);
    }

    private void playBack(Migration migration, Optional<Migration> undone) {
        guard.migration(
                migration,
                () -> replay.stepsBack(migration, undone).stream()
                        .flatMap(Step::innermost)
                        .forEach(step -> rules.stream()
                                .filter(Rule::judgesBack)
                                .filter(rule -> !step.refused() || rule.judgesRefused())
                                .forEach(rule -> check(rule, step))));
    }

    /** A statement that the engine refuses does nothing, and only rules about that are asked. */
    private void check(Rule rule, Step step) {
        guard.rule(rule, step, () -> rule.check(step, findings));
    }
}
