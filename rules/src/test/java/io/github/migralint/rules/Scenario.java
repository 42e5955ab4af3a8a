package io.github.migralint.rules;

import io.github.migralint.history.TableSizes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One SQL block of a page, with what it expects.
 *
 * @param page name of the page
 * @param heading the heading it stands under
 * @param line line of the page on which the block begins
 * @param attributes what stands behind {@code ```sql}; a word without value has an empty one
 * @param files migrations in order, at least one
 */
record Scenario(String page, String heading, int line, Map<String, String> attributes, List<File> files) {
    private static final Pattern EXPECT = Pattern.compile("--\\s*expect\\s+(LOW|MEDIUM|HIGH|CRITICAL):\\s*(.*)$");

    /**
     * One migration of a scenario.
     *
     * @param name its file name
     * @param history whether it is history although others like it are under review
     * @param sql its text, comments included
     * @param pageLine line of the page before its first line
     * @param expectations what it expects, by order of lines
     */
    record File(String name, boolean history, String sql, int pageLine, List<Expectation> expectations) {}

    /**
     * A finding that must be there.
     *
     * @param line line of the file, from 1
     * @param risk its risk
     * @param text part of its label, of its message or of what it says is blocked
     */
    record Expectation(int line, String risk, String text) {}

    /** Whether the block is said to be right. */
    boolean safe() {
        return attributes.containsKey("safe");
    }

    /** Whether statements in it are not SQL of the engine. */
    boolean mayBeUnreadable() {
        return attributes.containsKey("not-understood");
    }

    /** Whether it expects anything. */
    boolean expectsFindings() {
        return files.stream().anyMatch(file -> !file.expectations().isEmpty());
    }

    /** Whether all files are under review, and not only the last one. */
    boolean reviewsAll() {
        return attributes.getOrDefault("review", "last").equals("all");
    }

    /** Whether each migration is a release of its own. */
    boolean eachReleased() {
        return attributes.getOrDefault("release", "together").equals("each");
    }

    /** What is said of the size of tables: {@code small=a,b large=c rows=d:42000000}. */
    TableSizes tableSizes() {
        var rows = new HashMap<String, Long>();
        for (String said : words("rows")) {
            int colon = said.lastIndexOf(':');
            rows.put(said.substring(0, colon), Long.valueOf(said.substring(colon + 1)));
        }
        return new TableSizes(words("large"), words("small"), rows);
    }

    /** The words of an attribute that has several, with commas between. */
    private List<String> words(String name) {
        String value = attribute(name, "");
        return value.isEmpty() ? List.of() : List.of(value.split(",", -1));
    }

    String attribute(String name, String otherwise) {
        return attributes.getOrDefault(name, otherwise);
    }

    @Override
    public String toString() {
        return page + ":" + line + " " + heading;
    }

    /** All SQL blocks of a page. */
    static List<Scenario> of(String page, String markdown) {
        var scenarios = new ArrayList<Scenario>();
        String[] lines = markdown.split("\n", -1);
        String heading = "";
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].startsWith("#")) {
                heading = lines[i].replaceFirst("^#+\\s*", "");
            } else if (lines[i].startsWith("```sql")) {
                int end = i + 1;
                while (!lines[end].startsWith("```")) {
                    end++;
                }
                scenarios.add(new Scenario(
                        page, heading, i + 1, attributes(lines[i].substring(6)), files(lines, i + 1, end)));
                i = end;
            }
        }
        return scenarios;
    }

    private static Map<String, String> attributes(String text) {
        var attributes = new HashMap<String, String>();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!word.isEmpty()) {
                int equals = word.indexOf('=');
                attributes.put(
                        equals < 0 ? word : word.substring(0, equals), equals < 0 ? "" : word.substring(equals + 1));
            }
        }
        return attributes;
    }

    private static List<File> files(String[] lines, int from, int to) {
        var files = new ArrayList<File>();
        int start = from;
        String name = "";
        for (int i = from; i <= to; i++) {
            boolean separator = i < to && lines[i].startsWith("-- file:");
            if (separator || i == to) {
                if (i > start) {
                    files.add(file(name, lines, start, i));
                }
                if (separator) {
                    name = lines[i].substring("-- file:".length()).strip();
                    start = i + 1;
                }
            }
        }
        return files;
    }

    private static File file(String title, String[] lines, int from, int to) {
        var expectations = new ArrayList<Expectation>();
        var sql = new StringBuilder();
        for (int i = from; i < to; i++) {
            Matcher expect = EXPECT.matcher(lines[i]);
            if (expect.find()) {
                expectations.add(new Expectation(
                        i - from + 1, expect.group(1), expect.group(2).strip()));
            }
            sql.append(lines[i]).append('\n');
        }
        boolean history = title.endsWith(" history");
        String name = title.isEmpty() ? "V1__migration.sql" : title.replaceFirst(" history$", "");
        return new File(name, history, sql.toString(), from, expectations);
    }
}
