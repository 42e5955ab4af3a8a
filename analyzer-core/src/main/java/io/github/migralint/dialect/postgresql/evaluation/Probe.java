package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the rows of a source that can match, by an equality among the conditions instead of by looking at all. */
final class Probe {
    private static final int WORTHWHILE = 8;

    private final Evaluation evaluation;
    private final Frame frame;
    private final List<Rowset.Entry> all;
    private final Optional<Term> key;
    private final Map<String, List<Rowset.Entry>> byKey = new HashMap<>();
    private final List<Rowset.Entry> others = new ArrayList<>();

    private Probe(Evaluation evaluation, Frame frame, List<Rowset.Entry> all, Optional<Term> key) {
        this.evaluation = evaluation;
        this.frame = frame;
        this.all = all;
        this.key = key;
    }

    /** A probe into the source that was added last. */
    static Probe of(Evaluation evaluation, Frame frame, List<Term> conditions, int expectedUses) {
        int slot = frame.sources().size() - 1;
        List<Rowset.Entry> entries = frame.sources().get(slot).rowset().entries();
        if (expectedUses < WORTHWHILE || entries.size() < WORTHWHILE) {
            return new Probe(evaluation, frame, entries, Optional.empty());
        }
        for (Term condition : conditions) {
            if (condition instanceof Term.Infix equality && equality.operator().equals("=")) {
                Optional<Probe> probe = of(evaluation, frame, slot, equality.left(), equality.right())
                        .or(() -> of(evaluation, frame, slot, equality.right(), equality.left()));
                if (probe.isPresent()) {
                    return probe.get();
                }
            }
        }
        return new Probe(evaluation, frame, entries, Optional.empty());
    }

    private static Optional<Probe> of(Evaluation evaluation, Frame frame, int slot, Term mine, Term key) {
        boolean ofSlot = mine instanceof Term.Name name && frame.slot(name.parts()) == slot;
        boolean ofOthers =
                !TermWalk.any(key, part -> part instanceof Term.Name name && frame.slot(name.parts()) == slot);
        if (!ofSlot || !ofOthers || !(mine instanceof Term.Name column)) {
            return Optional.empty();
        }
        Rowset rowset = frame.sources().get(slot).rowset();
        var probe = new Probe(evaluation, frame, rowset.entries(), Optional.of(key));
        String name = column.parts().get(column.parts().size() - 1);
        for (Rowset.Entry entry : rowset.entries()) {
            evaluation.budget().spend(1);
            Optional<String> text = keyOf(entry.tuple().get(name));
            if (text.isPresent()) {
                probe.byKey.computeIfAbsent(text.get(), k -> new ArrayList<>()).add(entry);
            } else {
                probe.others.add(entry);
            }
        }
        return Optional.of(probe);
    }

    /** What is the same for equal values; none where that is not so simple. */
    private static Optional<String> keyOf(Datum datum) {
        return switch (datum.value()) {
            case Value.Text(String text) when Casts.isText(datum) && !datum.isLiteral() -> Optional.of("t" + text);
            case Value.Reference reference
            when !Places.isPlace(reference) -> Optional.of("r" + reference.catalog() + " " + reference.key());
            case Value.Number(BigDecimal number) when number.signum() == 0 -> Optional.of("r0");
            default -> Optional.empty();
        };
    }

    /** The rows of the source that may go with a row of the sources before it. */
    List<Rowset.Entry> candidates(Frame.Partial partial) {
        if (key.isEmpty()) {
            return all;
        }
        Optional<String> wanted = keyOf(evaluation.value(key.get(), frame.at(partial)));
        if (wanted.isEmpty()) {
            return all;
        }
        var found = new ArrayList<>(byKey.getOrDefault(wanted.get(), List.of()));
        found.addAll(others);
        return found;
    }
}
