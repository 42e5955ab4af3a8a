package io.github.migralint.report.html;

import io.github.migralint.effect.Blocking;
import io.github.migralint.trace.Trace;
import io.github.migralint.trace.TracedLock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Writes what a migration locks while it runs: drawn, in sentences, and as a table. */
final class LockTimeline {
    private static final int MOST_ROWS = 12;
    static final int MOST_SENTENCES = 8;
    private static final int MOST_NAMES = 8;

    private final Trace trace;
    private final String file;
    private final Markup page;

    /** A timeline of a migration in a file of that name. */
    LockTimeline(Trace trace, String file, Markup page) {
        this.trace = trace;
        this.file = file;
        this.page = page;
    }

    void write() throws IOException {
        List<LockRow> all = LockRow.inUse(trace).stream()
                .filter(row -> row.blocking() != Blocking.NOTHING || isWorkedOn(row))
                .toList();
        List<LockRow> tables = all.stream().filter(row -> !row.isIndex()).toList();
        List<LockRow> rows = all.stream()
                .filter(row -> !row.isIndex() || tables.stream().noneMatch(row::isNoWorseThan))
                .limit(MOST_ROWS)
                .toList();
        String frame = trace.frame().reason();
        if (!frame.isEmpty()) {
            page.leaf("p", Character.toUpperCase(frame.charAt(0)) + frame.substring(1) + ".", "class", "frame")
                    .own("\n");
        }
        if (!rows.isEmpty()) {
            figure(rows);
        }
        sentences(rows, all.size() - rows.size());
        new StatementTable(trace, file, page).write();
    }

    private boolean isWorkedOn(LockRow row) {
        return trace.statements().stream()
                .flatMap(statement -> statement.work().stream())
                .anyMatch(work -> work.grows() && work.relation().equals(row.relation()));
    }

    private void figure(List<LockRow> rows) throws IOException {
        page.open("figure", "class", "timeline").own("\n");
        String name = "Timeline of locks of " + file;
        page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", name);
        new TimelineDrawing(trace, rows, page).write();
        page.closeLine();
        page.open("figcaption");
        TimelineKey.write(rows, rows.stream().anyMatch(this::isWorkedOn), page);
        page.close().closeLine();
    }

    private void sentences(List<LockRow> rows, int moreRows) throws IOException {
        var items = new ArrayList<String[]>();
        for (LockRow row : rows) {
            for (String sentence : Waits.sentences(row, trace)) {
                items.add(new String[] {row.relation(), ": " + sentence});
            }
        }
        page.open("ul", "class", "waits").own("\n");
        for (String[] item : items.subList(0, Math.min(MOST_SENTENCES, items.size()))) {
            page.open("li").leaf("b", item[0]).text(item[1]).closeLine();
        }
        if (items.isEmpty()) {
            page.leaf("li", "No reads or writes of clients wait for it.").own("\n");
        } else if (items.size() > MOST_SENTENCES) {
            page.leaf("li", "… and " + (items.size() - MOST_SENTENCES) + " more; the table has all.")
                    .own("\n");
        }
        if (moreRows > 0) {
            page.leaf("li", Words.plural(moreRows, "relation") + " more, locked no worse than these, not drawn.")
                    .own("\n");
        }
        madeHere();
        page.closeLine();
    }

    private void madeHere() throws IOException {
        var names = new LinkedHashSet<String>();
        trace.locks().stream()
                .filter(lock -> !lock.inUse()
                        && !lock.kind().endsWith("index")
                        && !lock.kind().equals("sequence"))
                .map(TracedLock::relation)
                .forEach(names::add);
        if (!names.isEmpty()) {
            List<String> first = names.stream().limit(MOST_NAMES).toList();
            int more = names.size() - first.size();
            String listed = more > 0 ? String.join(", ", first) + " and " + more + " more" : Words.list(first);
            page.leaf("li", "New in this release, so nobody waits: " + listed + ".")
                    .own("\n");
        }
    }
}
