package io.github.migralint.report.html;

import io.github.migralint.trace.Trace;
import io.github.migralint.trace.TracedLock;
import io.github.migralint.trace.TracedTransaction;
import io.github.migralint.trace.TracedWork;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Draws statements from left to right, relations from top to bottom, and locks as bars over the statements under them. */
final class TimelineDrawing {
    private static final int CHARACTER = 7;
    private static final int LONGEST_NAME = 26;
    private static final int TOP = 66;
    private static final int ROW = 46;
    private static final int BAR = 14;
    private static final int ABOVE_BAR = 18;

    private final Trace trace;
    private final List<LockRow> rows;
    private final Columns columns;
    private final int height;
    private final Markup page;

    TimelineDrawing(Trace trace, List<LockRow> rows, Markup page) {
        this.trace = trace;
        this.rows = rows;
        int longest = rows.stream()
                .mapToInt(row -> Math.min(LONGEST_NAME, row.relation().length()))
                .max()
                .orElse(0);
        this.columns = Columns.of(trace, rows, Math.max(96, longest * CHARACTER + 18));
        this.height = TOP + ROW * rows.size() + 8;
        this.page = page;
    }

    void write() throws IOException {
        int width = columns.end() + 12;
        page.open(
                        "svg",
                        "role",
                        "img",
                        "width",
                        n(width),
                        "height",
                        n(height),
                        "viewBox",
                        "0 0 " + width + " " + height)
                .own("\n");
        page.leaf("title", "Locks while the statements run, in their order; not to the scale of time");
        page.leaf("desc", description()).own("\n");
        statements();
        for (TracedTransaction transaction : trace.transactions()) {
            transaction(transaction);
        }
        for (int i = 0; i < rows.size(); i++) {
            row(rows.get(i), TOP + i * ROW);
        }
        page.closeLine();
    }

    private String description() {
        return rows.stream()
                .flatMap(row -> Waits.sentences(row, trace).stream().map(said -> row.relation() + ": " + said))
                .limit(LockTimeline.MOST_SENTENCES)
                .collect(Collectors.joining(" "));
    }

    private void statements() throws IOException {
        List<Columns.Column> all = columns.all();
        for (int i = 0; i < all.size(); i++) {
            Columns.Column column = all.get(i);
            int middle = columns.x(i) + columns.width() / 2;
            page.empty("path", "d", "M" + columns.x(i) + ",36 V" + (height - 6), "class", "grid");
            if (column.statements() == 1) {
                boolean refused =
                        trace.statements().get(column.from()).refusal().isPresent();
                text(n(column.from() + 1) + (refused ? " refused" : ""), middle, 14, "number middle");
                text("line " + trace.line(column.from()), middle, 29, "small middle");
            } else {
                text("⋯", middle, 14, "number middle");
                text(column.statements() + " more", middle, 29, "small middle");
            }
        }
        page.empty("path", "d", "M" + columns.end() + ",36 V" + (height - 6), "class", "grid");
        page.own("\n");
    }

    private void transaction(TracedTransaction transaction) throws IOException {
        int from = columns.begin(transaction.from()) + 3;
        int to = columns.end(transaction.to()) - 3;
        String ends = transaction.ending() == TracedTransaction.Ending.GOES_ON ? "" : " V60";
        page.empty("path", "d", "M" + from + ",60 V52 H" + to + ends, "class", "bracket");
        String words = words(transaction);
        fitting(List.of(words, "transaction", "tx"), from + 4, 48, to - from - 4, "small");
        page.own("\n");
    }

    private static String words(TracedTransaction transaction) {
        String end = switch (transaction.ending()) {
            case COMMIT -> ", COMMIT";
            case ROLLBACK -> ", ROLLBACK";
            case IMPLICIT_COMMIT -> ", committed by the next statement";
            case GOES_ON -> ", goes on";
            case NEVER -> ", never committed";
            case AT_END -> "";
        };
        return switch (transaction.beginning()) {
            case TOOL -> "transaction of the tool" + end;
            case SERVER -> "one query, one transaction" + end;
            case BLOCK -> "transaction of the block" + end;
            case SCRIPT -> "transaction of the script" + end;
        };
    }

    private void row(LockRow row, int y) throws IOException {
        String name = row.relation();
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name;
        page.empty("path", "d", "M0," + y + " H" + columns.end(), "class", "grid");
        text(shown, 0, y + ABOVE_BAR + 11, "relation");
        if (!row.kind().equals("table")) {
            text(row.kind(), 0, y + ABOVE_BAR + 24, "small");
        }
        for (int i = 0; i < row.bars().size(); i++) {
            boolean last = i == row.bars().size() - 1;
            int room =
                    last ? columns.end() : columns.begin(row.bars().get(i + 1).from());
            bar(row.bars().get(i), y, room);
        }
        for (TracedLock moment : row.moments()) {
            moment(moment, y);
        }
        for (int i = 0; i < columns.all().size(); i++) {
            work(row, i, y);
        }
        page.own("\n");
    }

    private void bar(LockRow.Bar bar, int y, int room) throws IOException {
        int from = columns.begin(bar.from()) + 3;
        int to = columns.end(bar.to()) - 3;
        TracedLock lock = bar.lock();
        String mode = lock.mode().words();
        String waits = Words.waiting(lock.mode().blocking());
        page.open("g").leaf("title", mode + " on " + lock.relation() + ": " + waits);
        page.empty(
                "rect",
                "x",
                n(from),
                "y",
                n(y + ABOVE_BAR),
                "width",
                n(to - from),
                "height",
                n(BAR),
                "rx",
                "2",
                "class",
                TimelineKey.bar(lock.mode().blocking()));
        fitting(List.of(mode + ": " + waits, mode, initials(mode)), from, y + ABOVE_BAR - 4, room - from, "mode");
        page.close();
    }

    private void moment(TracedLock lock, int y) throws IOException {
        int x = columns.begin(lock.from()) + columns.width() - 9;
        int top = y + ABOVE_BAR - 2;
        int bottom = y + ABOVE_BAR + BAR + 2;
        page.open("g").leaf("title", lock.mode().words() + " on " + lock.relation() + " for a moment");
        page.empty(
                "path",
                "d",
                "M" + x + "," + top + " V" + bottom + " M" + (x - 4) + "," + top + " h8 M" + (x - 4) + "," + bottom
                        + " h8",
                "class",
                "moment");
        page.close();
    }

    private void work(LockRow row, int column, int y) throws IOException {
        Columns.Column statements = columns.all().get(column);
        if (statements.statements() > 1) {
            return;
        }
        List<TracedWork> all = trace.statements().get(statements.from()).work().stream()
                .filter(work -> work.grows() && work.relation().equals(row.relation()))
                .toList();
        if (all.isEmpty()) {
            return;
        }
        int x = columns.x(column) + 8;
        int width = columns.width() - 24;
        page.open("g").leaf("title", all.stream().map(Waits::words).collect(Collectors.joining(", ")));
        page.empty(
                "rect", "x", n(x), "y", n(y + ABOVE_BAR + 4), "width", n(width), "height", n(BAR - 8), "class", "work");
        String words =
                all.stream().map(work -> Words.work(work.kind())).distinct().collect(Collectors.joining(" + "));
        fitting(
                List.of(words, Words.work(all.getFirst().kind()) + " +…", "…"),
                x,
                y + ABOVE_BAR + BAR + 11,
                width + 14,
                "small");
        page.close();
    }

    /** The longest of some texts that has room. */
    private void fitting(List<String> texts, int x, int y, int room, String style) throws IOException {
        for (String text : texts) {
            if (text.length() * CHARACTER <= room) {
                text(text, x, y, style);
                return;
            }
        }
    }

    private void text(String text, int x, int y, String style) throws IOException {
        page.leaf("text", text, "x", n(x), "y", n(y), "class", style);
    }

    /** {@code AE} for {@code ACCESS EXCLUSIVE}. */
    private static String initials(String mode) {
        return mode.chars()
                .filter(c -> Character.isUpperCase(c) || c == ' ' || c == '_')
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .replaceAll("(\\p{Lu})\\p{Lu}*[ _]*", "$1");
    }

    private static String n(int number) {
        return Integer.toString(number);
    }
}
