import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws what a terminal shows: text with colour codes comes in on standard input, an SVG picture goes out. Used by
 * {@code docs/update-readme}; run by itself with {@code java docs/ConsolePicture.java TITLE < text > picture.svg}.
 */
public final class ConsolePicture {
    private static final double COLUMN = 8.4;
    private static final int ROW = 19;
    private static final int MARGIN = 18;
    private static final int TITLE_BAR = 34;
    private static final Pattern CODE = Pattern.compile("\u001b\\[([0-9;]*)m");
    private static final Pattern PART = Pattern.compile("\\S+(?: \\S+)*");

    /** A run of characters that look the same. */
    private record Run(int column, String text, String look) {}

    private ConsolePicture() {}

    /** Reads, draws, writes. */
    public static void main(String[] arguments) throws IOException {
        String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        String title = arguments.length == 0 ? "" : arguments[0];
        try (var out = new PrintStream(System.out, false, StandardCharsets.UTF_8)) {
            out.print(draw(title, List.of(text.split("\n", -1))));
        }
    }

    private static String draw(String title, List<String> lines) {
        int columns = lines.stream().mapToInt(ConsolePicture::columns).max().orElse(0);
        int width = (int) Math.ceil(columns * COLUMN) + 2 * MARGIN;
        int height = lines.size() * ROW + TITLE_BAR + MARGIN + 6;
        var svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(width).append("\" height=\"").append(height)
                .append("\" viewBox=\"0 0 ").append(width).append(' ').append(height).append("\" role=\"img\">\n")
                .append("<title>").append(escaped(title)).append("</title>\n")
                .append("<style>text{font:14px ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace;fill:#d4d7dd;white-space:pre}")
                .append(".b{font-weight:bold;fill:#fff}.low{font-weight:bold;fill:#6cb6ff}.medium{font-weight:bold;fill:#e5c07b}")
                .append(".high{font-weight:bold;fill:#ff6b6b}.critical{font-weight:bold;fill:#fff}.bar{fill:#8b9099}</style>\n")
                .append("<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#1b1f24\"/>\n");
        String[] lights = {"#ff5f56", "#ffbd2e", "#27c93f"};
        for (int i = 0; i < lights.length; i++) {
            svg.append("<circle cx=\"").append(MARGIN + 2 + i * 18).append("\" cy=\"17\" r=\"5.5\" fill=\"").append(lights[i]).append("\"/>\n");
        }
        svg.append("<text class=\"bar\" x=\"").append(MARGIN + 64).append("\" y=\"22\">").append(escaped(title)).append("</text>\n");
        for (int row = 0; row < lines.size(); row++) {
            line(lines.get(row), TITLE_BAR + (row + 1) * ROW - 4, svg);
        }
        return svg.append("</svg>\n").toString();
    }

    private static int columns(String line) {
        String plain = CODE.matcher(line).replaceAll("");
        return plain.codePointCount(0, plain.length());
    }

    private static void line(String line, int baseline, StringBuilder svg) {
        List<Run> runs = runs(line);
        for (Run run : runs) {
            if (run.look().equals("critical")) {
                svg.append("<rect x=\"").append(x(run.column())).append("\" y=\"").append(baseline - 14).append("\" width=\"")
                        .append(rounded(run.text().length() * COLUMN)).append("\" height=\"").append(ROW).append("\" fill=\"#c0392b\"/>\n");
            }
        }
        svg.append("<text y=\"").append(baseline).append("\">");
        for (Run run : runs) {
            svg.append("<tspan x=\"").append(x(run.column())).append('"');
            if (!run.look().isEmpty()) {
                svg.append(" class=\"").append(run.look()).append('"');
            }
            svg.append('>').append(escaped(run.text())).append("</tspan>");
        }
        svg.append("</text>\n");
    }

    private static List<Run> runs(String line) {
        var runs = new ArrayList<Run>();
        Matcher code = CODE.matcher(line);
        int from = 0;
        int column = 0;
        String look = "";
        while (code.find()) {
            column += add(runs, column, line.substring(from, code.start()), look);
            look = look(code.group(1));
            from = code.end();
        }
        add(runs, column, line.substring(from), look);
        return runs;
    }

    /** Adds the parts between wide blanks, each with its column: not every viewer keeps blanks. */
    private static int add(List<Run> runs, int column, String text, String look) {
        Matcher part = PART.matcher(text);
        while (part.find()) {
            runs.add(new Run(column + text.codePointCount(0, part.start()), part.group(), look));
        }
        return text.codePointCount(0, text.length());
    }

    private static String look(String code) {
        return switch (code) {
            case "1" -> "b";
            case "1;34" -> "low";
            case "1;33" -> "medium";
            case "1;31" -> "high";
            case "1;97;41" -> "critical";
            default -> "";
        };
    }

    private static String x(int column) {
        return rounded(MARGIN + column * COLUMN);
    }

    private static String rounded(double value) {
        return String.valueOf(Math.round(value * 10) / 10.0);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
