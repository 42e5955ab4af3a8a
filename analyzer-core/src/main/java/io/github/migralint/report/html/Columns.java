package io.github.migralint.report.html;

import io.github.migralint.trace.Trace;
import io.github.migralint.trace.TracedLock;
import io.github.migralint.trace.TracedTransaction;
import io.github.migralint.trace.TracedWork;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The columns of a timeline. Of a long migration only statements have one at which something begins, ends or is done; those
 * between share one.
 */
final class Columns {
    private static final int MOST = 60;
    private static final int ALL_OF = 24;
    private static final int ROOM = 820;
    private static final int NARROWEST = 46;
    private static final int WIDEST = 300;

    /**
     * A column.
     *
     * @param from its first statement, from 0
     * @param to its last one
     */
    record Column(int from, int to) {
        int statements() {
            return to - from + 1;
        }
    }

    private final List<Column> columns;
    private final int left;
    private final int width;

    private Columns(List<Column> columns, int left) {
        this.columns = columns;
        this.left = left;
        this.width = Math.clamp(ROOM / Math.max(1, columns.size()), NARROWEST, WIDEST);
    }

    /** Those for some rows of a trace, beginning at an x. */
    static Columns of(Trace trace, List<LockRow> rows, int left) {
        BitSet telling = telling(trace, rows);
        int statements = trace.statements().size();
        var columns = new ArrayList<Column>();
        int i = 0;
        while (i < statements) {
            int next = telling.get(i) ? i + 1 : telling.nextSetBit(i);
            int end = next < 0 ? statements : next;
            if (columns.size() == MOST - 1) {
                end = statements;
            }
            columns.add(new Column(i, end - 1));
            i = end;
        }
        return new Columns(List.copyOf(columns), left);
    }

    private static BitSet telling(Trace trace, List<LockRow> rows) {
        int statements = trace.statements().size();
        var telling = new BitSet(statements);
        if (statements <= ALL_OF) {
            telling.set(0, statements);
            return telling;
        }
        for (LockRow row : rows) {
            for (LockRow.Bar bar : row.bars()) {
                telling.set(bar.from());
                telling.set(bar.to());
            }
            for (TracedLock moment : row.moments()) {
                telling.set(moment.from());
            }
        }
        for (TracedTransaction transaction : trace.transactions()) {
            telling.set(transaction.from());
            telling.set(transaction.to());
        }
        for (int i = 0; i < statements; i++) {
            if (trace.statements().get(i).work().stream().anyMatch(TracedWork::grows)) {
                telling.set(i);
            }
        }
        return telling;
    }

    List<Column> all() {
        return columns;
    }

    int width() {
        return width;
    }

    /** Where a column begins. */
    int x(int column) {
        return left + column * width;
    }

    /** Where the last one ends. */
    int end() {
        return x(columns.size());
    }

    /** The column of a statement. */
    int of(int statement) {
        int low = 0;
        int high = columns.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (columns.get(middle).to() < statement) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Where the column of a statement begins. */
    int begin(int statement) {
        return x(of(statement));
    }

    /** Where it ends. */
    int end(int statement) {
        return x(of(statement) + 1);
    }
}
