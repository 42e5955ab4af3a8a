package io.github.migralint.report;

import java.util.regex.Pattern;

/**
 * The page of a rule as people read it: without the instructions that make its examples tests.
 *
 * @param markdown the whole page
 */
public record RulePage(String markdown) {
    private static final Pattern FENCE = Pattern.compile("(?m)^```sql[^\\n]*$");
    private static final Pattern EXPECTATION = Pattern.compile("-- expect (LOW|MEDIUM|HIGH|CRITICAL)\\b");

    /** Reads a page as it lies beside its rule. */
    public static RulePage of(String source) {
        String plainFences = FENCE.matcher(source).replaceAll("```sql");
        return new RulePage(EXPECTATION.matcher(plainFences).replaceAll("-- $1"));
    }

    /** The paragraphs between the title and the first heading; without them the page has no explanation. */
    public String introduction() {
        int title = markdown.startsWith("# ") ? markdown.indexOf('\n') : 0;
        int heading = markdown.indexOf("\n## ");
        return markdown.substring(Math.max(0, title), heading < 0 ? markdown.length() : heading)
                .strip();
    }

    /** The page from its first example on, without title and introduction. */
    public String examples() {
        int heading = markdown.indexOf("\n## ");
        return heading < 0 ? "" : markdown.substring(heading + 1);
    }
}
