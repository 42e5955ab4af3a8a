package io.github.migralint.report.html;

import io.github.migralint.trace.Trace;
import io.github.migralint.trace.TracedLock;
import io.github.migralint.trace.TracedStatement;
import io.github.migralint.trace.TracedWork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the statements of a migration with the locks that each takes and the work it does, for those who read tables. */
final class StatementTable {
    private static final int MOST_ROWS = 100;
    private static final int MOST_LOCKS = 6;
    private static final int LONGEST_SQL = 90;

    private final Trace trace;
    private final String file;
    private final Markup page;

    StatementTable(Trace trace, String file, Markup page) {
        this.trace = trace;
        this.file = file;
        this.page = page;
    }

    void write() throws IOException {
        List<TracedStatement> all = trace.statements();
        List<TracedStatement> shown = all.subList(0, Math.min(MOST_ROWS, all.size()));
        page.open("details", "class", "table");
        page.leaf("summary", "Statement by statement").own("\n");
        String name = "Statements of " + file;
        page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", name);
        page.open("table", "class", "statements").open("thead").open("tr");
        for (String head : List.of("#", "Line", "Statement", "Takes", "Work")) {
            page.leaf("th", head, "scope", "col");
        }
        page.close().close().open("tbody").own("\n");
        int lock = 0;
        for (int i = 0; i < shown.size(); i++) {
            var taken = new ArrayList<TracedLock>();
            while (lock < trace.locks().size() && trace.locks().get(lock).from() == i) {
                taken.add(trace.locks().get(lock++));
            }
            row(i, shown.get(i), taken);
        }
        page.close().close().closeLine();
        if (shown.size() < all.size()) {
            page.leaf("p", "and " + (all.size() - shown.size()) + " statements more, left out here", "class", "rest")
                    .own("\n");
        }
        page.closeLine();
    }

    private void row(int index, TracedStatement statement, List<TracedLock> locks) throws IOException {
        page.open("tr").leaf("td", Integer.toString(index + 1), "class", "number");
        page.leaf("td", Integer.toString(trace.line(index)), "class", "number").open("td");
        page.leaf("code", Words.cut(statement.source().slice(statement.span()), LONGEST_SQL));
        for (String remark : remarks(statement)) {
            page.leaf("p", remark, "class", "remark");
        }
        page.close().open("td");
        for (TracedLock lock : locks.subList(0, Math.min(MOST_LOCKS, locks.size()))) {
            page.leaf("p", words(lock));
        }
        if (locks.size() > MOST_LOCKS) {
            page.leaf("p", "and " + (locks.size() - MOST_LOCKS) + " locks more");
        }
        page.close().open("td");
        page.text(
                statement.work().stream().map(StatementTable::words).distinct().collect(Collectors.joining("; ")));
        page.close().closeLine();
    }

    private static List<String> remarks(TracedStatement statement) {
        var remarks = new ArrayList<String>();
        statement.refusal().ifPresent(reason -> remarks.add("Refused: " + reason));
        statement.condition().ifPresent(condition -> remarks.add("Runs only if " + condition + "."));
        if (!statement.understood()) {
            remarks.add("Not understood: what it does is not known.");
        }
        return remarks;
    }

    private String words(TracedLock lock) {
        String who = lock.inUse() ? Words.waiting(lock.mode().blocking()) : "new here, nobody waits";
        return lock.mode().words() + " on " + lock.relation() + " " + Waits.until(lock, trace) + ": " + who;
    }

    private static String words(TracedWork work) {
        return Waits.words(work) + (work.grows() ? ", grows with the table" : "");
    }
}
