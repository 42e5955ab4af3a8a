package io.github.migralint.framework;

import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The comments by which tools tell the parts of a file apart, up from down and one changeset from the next. */
public final class SectionMarkers {
    private static final Transaction NO_TRANSACTION_COMMENT =
            new Transaction(TransactionMode.NONE, "the file says NO TRANSACTION");
    private static final Pattern NO_TRANSACTION =
            Pattern.compile("(?im)^[ \\t]*--[ \\t]*\\+goose[ \\t]+NO TRANSACTION\\b");
    private static final Pattern DBMS = Pattern.compile("(?i)\\bdbms:(\"[^\"]*\"|\\S+)");

    /**
     * The markers of one tool.
     *
     * @param sign text without which a file has none of them, in lower case
     * @param pattern a line with a marker
     * @param firstUp whether the text before the first marker is the way up
     * @param read what a marker says, given the whole text
     */
    private record Tool(String sign, Pattern pattern, boolean firstUp, BiFunction<MatchResult, String, Mark> read) {}

    private record Mark(String name, Direction direction, Optional<Transaction> transaction) {}

    private static final List<Tool> TOOLS = List.of(
            new Tool("+goose", line("--[ \\t]*\\+goose[ \\t]+(up|down)\\b.*"), false, SectionMarkers::goose),
            new Tool("+migrate", line("--[ \\t]*\\+migrate[ \\t]+(up|down)\\b(.*)"), false, SectionMarkers::sqlMigrate),
            new Tool("migrate:", line("--[ \\t]*migrate:(up|down)\\b(.*)"), false, SectionMarkers::dbmate),
            new Tool("create above", line("---- create above / drop below ----.*"), true, SectionMarkers::tern),
            new Tool("@undo", line("--[ \\t]*//[ \\t]*@undo\\b.*"), true, (match, text) -> back("MyBatis Migrations")),
            new Tool("migration", line("--[ \\t]*(up|down) migration[ \\t]*"), true, SectionMarkers::nodePgMigrate),
            new Tool("changeset", line("--[ \\t]*changeset[ \\t]+(\\S+:\\S+)(.*)"), false, SectionMarkers::liquibase));

    private SectionMarkers() {}

    /** The parts of a file, in order; the whole file when it has no markers. Parts for other engines are left out. */
    public static List<Section> sections(SourceText source, String dialect) {
        String lower = source.text().toLowerCase(Locale.ROOT);
        for (Tool tool : TOOLS) {
            if (lower.contains(tool.sign())) {
                List<MatchResult> marks =
                        tool.pattern().matcher(source.text()).results().toList();
                if (!marks.isEmpty()) {
                    return cut(source, tool, marks, dialect);
                }
            }
        }
        return List.of(new Section("", Direction.UP, source.span(), wholeFile(lower)));
    }

    private static Optional<Transaction> wholeFile(String lower) {
        return lower.contains("--> statement-breakpoint")
                ? Optional.of(wrapped("Drizzle runs all pending files in one transaction", ""))
                : Optional.empty();
    }

    private static List<Section> cut(SourceText source, Tool tool, List<MatchResult> marks, String dialect) {
        var sections = new ArrayList<Section>();
        int start = 0;
        int first = marks.get(0).start();
        if (tool.firstUp()) {
            Mark back = tool.read().apply(marks.get(0), source.text());
            if (first > 0 && back.direction() == Direction.DOWN) {
                sections.add(new Section("up", Direction.UP, new Span(0, first), back.transaction()));
                start = first;
            }
        } else if (!isOnlyComments(source.text(), first)) {
            sections.add(new Section("", Direction.NONE, new Span(0, first), Optional.empty()));
            start = first;
        }
        for (int i = 0; i < marks.size(); i++) {
            int end = i + 1 < marks.size()
                    ? marks.get(i + 1).start()
                    : source.text().length();
            Mark mark = tool.read().apply(marks.get(i), source.text());
            if (isFor(marks.get(i), dialect)) {
                sections.add(new Section(mark.name(), mark.direction(), new Span(start, end), mark.transaction()));
            }
            start = end;
        }
        return sections;
    }

    private static Mark goose(MatchResult match, String text) {
        return new Mark(
                match.group(1).toLowerCase(Locale.ROOT),
                direction(match),
                Optional.of(
                        NO_TRANSACTION.matcher(text).find()
                                ? NO_TRANSACTION_COMMENT
                                : wrapped(
                                        "goose runs each file in a transaction",
                                        "with the line -- +goose NO TRANSACTION")));
    }

    private static Mark sqlMigrate(MatchResult match, String text) {
        boolean without = match.group(2).toLowerCase(Locale.ROOT).contains("notransaction");
        return new Mark(
                match.group(1).toLowerCase(Locale.ROOT),
                direction(match),
                Optional.of(
                        without
                                ? new Transaction(TransactionMode.NONE, "the file says notransaction")
                                : wrapped(
                                        "sql-migrate runs each file in a transaction",
                                        "with the line -- +migrate Up notransaction")));
    }

    private static Mark dbmate(MatchResult match, String text) {
        boolean without = match.group(2).toLowerCase(Locale.ROOT).contains("transaction:false");
        return new Mark(
                match.group(1).toLowerCase(Locale.ROOT),
                direction(match),
                Optional.of(
                        without
                                ? new Transaction(
                                        TransactionMode.IMPLICIT,
                                        "the file says transaction:false, and dbmate sends it as one query")
                                : wrapped(
                                        "dbmate runs each file in a transaction",
                                        "with the line -- migrate:up transaction:false")));
    }

    private static Mark tern(MatchResult match, String text) {
        boolean without = text.contains("---- tern: disable-tx ----");
        Transaction transaction = without
                ? new Transaction(TransactionMode.NONE, "the file says disable-tx")
                : wrapped("tern runs each file in a transaction", "with the line ---- tern: disable-tx ----");
        return new Mark("down", Direction.DOWN, Optional.of(transaction));
    }

    private static Mark nodePgMigrate(MatchResult match, String text) {
        return new Mark(
                match.group(1).toLowerCase(Locale.ROOT),
                direction(match),
                Optional.of(wrapped(
                        "node-pg-migrate runs all pending files in one transaction", "with --no-single-transaction")));
    }

    private static Mark back(String tool) {
        return new Mark("down", Direction.DOWN, Optional.of(wrapped(tool + " runs each file in a transaction", "")));
    }

    private static Mark liquibase(MatchResult match, String text) {
        boolean without =
                match.group(2).replace(" ", "").toLowerCase(Locale.ROOT).contains("runintransaction:false");
        return new Mark(
                "changeset " + match.group(1),
                Direction.UP,
                Optional.of(
                        without
                                ? new Transaction(TransactionMode.NONE, "the changeset says runInTransaction:false")
                                : wrapped(
                                        "Liquibase runs each changeset in a transaction",
                                        "with runInTransaction:false")));
    }

    private static Transaction wrapped(String reason, String wayOut) {
        return new Transaction(TransactionMode.WRAPPED, reason, wayOut);
    }

    private static Direction direction(MatchResult match) {
        return match.group(1).equalsIgnoreCase("down") ? Direction.DOWN : Direction.UP;
    }

    private static Pattern line(String marker) {
        return Pattern.compile("(?im)^[ \\t]*" + marker + "$");
    }

    /** Whether a changeset runs on an engine: {@code dbms:postgresql,h2} or {@code dbms:!mysql}. */
    private static boolean isFor(MatchResult match, String dialect) {
        var dbms = DBMS.matcher(match.group());
        if (!dbms.find()) {
            return true;
        }
        boolean listed = false;
        for (String name : dbms.group(1).replace("\"", "").split(",", -1)) {
            String engine = name.strip();
            if (engine.startsWith("!")) {
                if (isDialect(engine.substring(1), dialect)) {
                    return false;
                }
                listed = true;
            } else {
                listed |= isDialect(engine, dialect);
            }
        }
        return listed;
    }

    private static boolean isDialect(String name, String dialect) {
        return name.equalsIgnoreCase("all") || EngineNames.engine(name).equals(Optional.of(dialect));
    }

    private static boolean isOnlyComments(String text, int end) {
        int i = 0;
        while (i < end) {
            if (Character.isWhitespace(text.charAt(i))) {
                i++;
            } else if (text.startsWith("--", i)) {
                i = lineEnd(text, i);
            } else if (text.startsWith("/*", i)) {
                int close = text.indexOf("*/", i + 2);
                i = close < 0 ? end : close + 2;
            } else {
                return false;
            }
        }
        return true;
    }

    private static int lineEnd(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }
}
