package io.github.migralint.cli.completion;

import io.github.migralint.cli.completion.CommandShape.Option;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The page of the manual, in the language of {@code man}.
 *
 * @param shape what can be typed
 * @param version of the program
 * @param date of the version, as year-month-day
 */
public record ManPage(CommandLineShape shape, String version, String date) {
    private static final String REST = """
            .SH ENVIRONMENT
            Each option that takes a value, and each flag, may also be given by a variable: \\-\\-fail\\-on by MIGRALINT_FAIL_ON.
            .TP
            .B NO_COLOR
            Any value turns colours off.
            .TP
            .BR FORCE_COLOR ", " CLICOLOR_FORCE
            Any value but 0 turns colours on, also where the output is no terminal.
            .TP
            .B COLUMNS
            The width of text on a terminal.
            .TP
            .B MIGRALINT_JAVA_OPTIONS
            Options for Java, such as
            .BR \\-Xmx4g .
            .TP
            .B MIGRALINT_JAVA_HOME
            The Java that the distribution without a runtime of its own runs on; otherwise
            .B JAVA_HOME
            or the
            .B java
            that the search path names.
            .TP
            .B MIGRALINT_CACHE
            With the value off that distribution keeps nothing in the user's cache.
            .SH FILES
            .TP
            .I migralint.toml
            The configuration, looked for in the folder of each file that is checked and in those above it.
            .SH SEE ALSO
            .B migralint explain
            .I RULE
            shows the page of a rule.
            """;

    /** The page as text. */
    public String text() {
        var text = new StringBuilder();
        text.append(".TH ")
                .append(shape.program().toUpperCase(Locale.ROOT))
                .append(" 1 \"")
                .append(date)
                .append("\" \"")
                .append(shape.program())
                .append(' ')
                .append(version)
                .append("\"\n.SH NAME\n")
                .append(escaped(shape.program()))
                .append(" \\- ")
                .append(escaped(asHeadline(shape.description())))
                .append("\n.SH SYNOPSIS\n");
        shape.commands().forEach(command -> synopsis(text, command));
        text.append(".SH DESCRIPTION\n");
        paragraph(text, shape.description());
        text.append(".PP\n");
        paragraph(text, "The command may be left out before a path: check is meant then.");
        text.append(".SH COMMANDS\n");
        shape.commands().forEach(command -> command(text, command));
        footer(text, shape.footer());
        return text.append(REST).toString();
    }

    /** The name of the program in bold, what follows as it is written in the help. */
    private static void synopsis(StringBuilder text, CommandShape command) {
        String[] words = command.synopsis().split(" ", 3);
        text.append(text.toString().endsWith("SYNOPSIS\n") ? "" : ".br\n")
                .append(".B ")
                .append(escaped(words[0] + " " + words[1]))
                .append('\n')
                .append(escaped(words.length > 2 ? words[2] : ""))
                .append('\n');
    }

    private static void command(StringBuilder text, CommandShape command) {
        text.append(".SS ").append(escaped(command.name())).append('\n');
        paragraph(text, command.description());
        if (!command.argumentLabel().isEmpty()) {
            text.append(".TP\n.I ").append(escaped(command.argumentLabel())).append('\n');
            paragraph(text, command.argumentDescription());
        }
        command.options().forEach(option -> option(text, option));
        examples(text, command.footer());
    }

    private static void option(StringBuilder text, Option option) {
        String names = option.names().stream()
                .map(name -> "\\fB" + escaped(name) + "\\fR")
                .collect(Collectors.joining(", "));
        String label = option.label().isEmpty() ? "" : " \\fI" + escaped(option.label()) + "\\fR";
        text.append(".TP\n").append(names).append(label).append('\n');
        paragraph(text, option.description());
    }

    private static void examples(StringBuilder text, List<String> footer) {
        List<String> lines = section("Examples:", footer);
        if (!lines.isEmpty()) {
            text.append(".PP\nExamples:\n.PP\n");
            verbatim(text, lines);
        }
    }

    private static void footer(StringBuilder text, List<String> footer) {
        text.append(".SH EXIT STATUS\n");
        for (String line : section("Exit codes:", footer)) {
            String[] parts = line.strip().split("  ", 2);
            text.append(".TP\n.B ").append(escaped(parts[0])).append('\n');
            paragraph(text, parts[1] + ".");
        }
        text.append(".SH EXAMPLES\n");
        verbatim(text, section("Examples:", footer));
    }

    /** The lines after a headline, to the next empty one. */
    private static List<String> section(String headline, List<String> footer) {
        return footer.stream()
                .dropWhile(line -> !line.equals(headline))
                .skip(1)
                .takeWhile(line -> !line.isBlank())
                .toList();
    }

    private static void verbatim(StringBuilder text, List<String> lines) {
        text.append(".nf\n");
        lines.forEach(line -> text.append(escaped(line)).append('\n'));
        text.append(".fi\n");
    }

    /** Each sentence on a line of its own, as the language wants it. */
    private static void paragraph(StringBuilder text, String paragraph) {
        for (String sentence : paragraph.split("(?<=[.:]) (?=[A-Z])", -1)) {
            text.append(escaped(sentence)).append('\n');
        }
    }

    private static String asHeadline(String sentence) {
        String text = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    /** A hyphen is typed as one; a line that begins with a point or a quote is text as well. */
    private static String escaped(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
