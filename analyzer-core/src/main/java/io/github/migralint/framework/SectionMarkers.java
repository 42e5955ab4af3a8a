package io.github.migralint.framework;

import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The comment lines by which a tool tells the parts of a file apart, up from down and one changeset from the next.
 *
 * @param sign text without which a file has none of them, in lower case
 * @param pattern a line with a marker
 * @param firstUp whether the text before the first marker is the way up
 * @param reader what a marker says
 */
public record SectionMarkers(String sign, Pattern pattern, boolean firstUp, Reader reader) {
    /**
     * What a marker says.
     *
     * @param name what it calls the part that it begins
     * @param direction forward or back
     * @param transaction how the part runs
     */
    public record Mark(String name, Direction direction, Transaction transaction) {}

    /** Understands the markers of a tool. */
    @FunctionalInterface
    public interface Reader {
        /** What a marker says, given the whole text; empty when its part is not for an engine. */
        Optional<Mark> read(MatchResult marker, String text, String dialect);
    }

    /** A pattern for lines that hold a marker and nothing before it. */
    public static Pattern line(String marker) {
        return Pattern.compile("(?im)^[ \\t]*" + marker + "$");
    }

    /** The direction that the first group of a marker names. */
    public static Direction direction(MatchResult marker) {
        return marker.group(1).equalsIgnoreCase("down") ? Direction.DOWN : Direction.UP;
    }

    /** The name of a part, which the first group of a marker holds. */
    public static String name(MatchResult marker) {
        return marker.group(1).toLowerCase(Locale.ROOT);
    }

    /** The parts of a file, in order; empty when it has no markers. Parts for other engines are left out. */
    public Optional<List<Section>> cut(SourceText source, String dialect) {
        if (!source.text().toLowerCase(Locale.ROOT).contains(sign)) {
            return Optional.empty();
        }
        List<MatchResult> marks = pattern.matcher(source.text()).results().toList();
        return marks.isEmpty() ? Optional.empty() : Optional.of(cut(source, marks, dialect));
    }

    private List<Section> cut(SourceText source, List<MatchResult> marks, String dialect) {
        String text = source.text();
        var sections = new ArrayList<Section>();
        int start = 0;
        int first = marks.get(0).start();
        if (firstUp) {
            Optional<Mark> back =
                    reader.read(marks.get(0), text, dialect).filter(mark -> mark.direction() == Direction.DOWN);
            if (first > 0 && back.isPresent()) {
                sections.add(new Section("up", Direction.UP, new Span(0, first), back.map(Mark::transaction)));
                start = first;
            }
        } else if (!isOnlyComments(text, first)) {
            sections.add(new Section("", Direction.NONE, new Span(0, first), Optional.empty()));
            start = first;
        }
        for (int i = 0; i < marks.size(); i++) {
            var span = new Span(start, i + 1 < marks.size() ? marks.get(i + 1).start() : text.length());
            reader.read(marks.get(i), text, dialect)
                    .map(mark -> new Section(mark.name(), mark.direction(), span, Optional.of(mark.transaction())))
                    .ifPresent(sections::add);
            start = span.end();
        }
        return sections;
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
