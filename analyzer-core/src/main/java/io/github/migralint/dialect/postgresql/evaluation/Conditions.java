package io.github.migralint.dialect.postgresql.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The conditions of WHERE and ON that wait for the sources they speak of. */
final class Conditions {
    private final Evaluation evaluation;
    private final Frame frame;
    private final Set<String> expected;
    private final List<Term> pending = new ArrayList<>();

    /**
     * No conditions yet.
     *
     * @param expected aliases and columns of all sources that will ever be there
     */
    Conditions(Evaluation evaluation, Frame frame, Set<String> expected) {
        this.evaluation = evaluation;
        this.frame = frame;
        this.expected = expected;
    }

    /** No conditions, about the same sources. */
    Conditions fresh() {
        return new Conditions(evaluation, frame, expected);
    }

    Conditions add(List<Term> terms) {
        pending.addAll(terms);
        return this;
    }

    /** The conditions that need no more than the sources so far; they no longer wait. */
    List<Term> takeReady() {
        List<Term> ready = pending.stream().filter(this::isReady).toList();
        pending.removeAll(ready);
        return ready;
    }

    /** All conditions that wait. */
    List<Term> takeAll() {
        List<Term> all = List.copyOf(pending);
        pending.clear();
        return all;
    }

    private boolean isReady(Term term) {
        return !TermWalk.hasSubquery(term)
                && !TermWalk.any(term, part -> part instanceof Term.Name name && isExpected(name.parts()));
    }

    /** Whether a name belongs to a source that is still to come. */
    private boolean isExpected(List<String> parts) {
        String decisive = parts.size() > 1 ? parts.get(parts.size() - 2) : parts.get(0);
        return frame.slot(parts) < 0 && expected.contains(decisive);
    }

    /** The row, if it may pass; uncertain where that is. */
    Optional<Frame.Partial> passed(Frame.Partial partial, List<Term> conditions) {
        Frame.Partial result = partial;
        for (Term condition : conditions) {
            Datum holds = evaluation.truth(condition, frame.at(partial));
            if (holds.isNotTrue()) {
                return Optional.empty();
            }
            if (holds.isUnknown()) {
                result = result.uncertain();
            }
        }
        return Optional.of(result);
    }

    /** The rows that may pass. */
    List<Frame.Partial> passed(List<Frame.Partial> partials, List<Term> conditions) {
        return conditions.isEmpty()
                ? partials
                : partials.stream()
                        .flatMap(partial -> passed(partial, conditions).stream())
                        .toList();
    }
}
