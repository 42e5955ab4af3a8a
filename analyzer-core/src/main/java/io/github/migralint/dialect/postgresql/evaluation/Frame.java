package io.github.migralint.dialect.postgresql.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sources of a SELECT, and the row of each that is looked at. */
final class Frame implements Scope {
    /** A source under its alias. */
    record Source(String alias, Rowset rowset) {}

    /**
     * A row put together from the sources so far.
     *
     * @param tuples the row of each source
     * @param certain whether it is there exactly once
     */
    record Partial(List<Rowset.Tuple> tuples, boolean certain) {
        Partial with(Rowset.Entry entry) {
            var longer = new ArrayList<>(tuples);
            longer.add(entry.tuple());
            return new Partial(longer, certain && entry.certain());
        }

        Partial uncertain() {
            return new Partial(tuples, false);
        }
    }

    private final List<Source> sources = new ArrayList<>();
    private final Scope parent;
    private List<Rowset.Tuple> current = List.of();

    Frame(Scope parent) {
        this.parent = parent;
    }

    void add(Source source) {
        sources.add(source);
    }

    List<Source> sources() {
        return sources;
    }

    /** Looks at a row. */
    Frame at(Partial partial) {
        current = partial.tuples();
        return this;
    }

    @Override
    public Optional<Datum> column(List<String> parts) {
        int slot = slot(parts);
        if (slot < 0) {
            // What is not known of a source may be a column of that name.
            boolean open = parts.size() == 1
                    && sources.stream().anyMatch(source -> source.rowset().open());
            return open ? Optional.of(Datum.UNKNOWN) : parent.column(parts);
        }
        Source source = sources.get(slot);
        boolean wholeRow = parts.size() == 1
                && source.alias().equals(parts.get(0))
                && !source.rowset().columns().contains(parts.get(0));
        if (slot >= current.size() || wholeRow) {
            return Optional.of(Datum.UNKNOWN);
        }
        return Optional.of(current.get(slot).get(parts.get(parts.size() - 1)));
    }

    /** The source that a name belongs to; -1 for one of elsewhere. */
    int slot(List<String> parts) {
        String last = parts.get(parts.size() - 1);
        if (parts.size() > 1) {
            return alias(parts.get(parts.size() - 2));
        }
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).rowset().columns().contains(last)) {
                return i;
            }
        }
        return alias(last);
    }

    private int alias(String name) {
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).alias().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
