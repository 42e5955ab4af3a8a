package io.github.migralint.cli.console;

import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Fix;
import io.github.migralint.rule.Related;
import io.github.migralint.rule.Risk;
import io.github.migralint.source.Position;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Tells a group of findings: how bad, what, where; the code; what is blocked, why, what to write instead. */
final class FindingText {
    private static final int FIELD = 11;
    private static final int RISK = 10;
    private static final int MAX_VARIANTS = 3;

    private final Terminal terminal;
    private final Printable printable;
    private final Consumer<String> out;

    FindingText(Terminal terminal, Printable printable, Consumer<String> out) {
        this.terminal = terminal;
        this.printable = printable;
        this.out = out;
    }

    void print(FindingGroup group) {
        heading(group.first());
        new Excerpt(terminal, printable, out).print(group);
        sentences("blocks", group, finding -> List.of(finding.blocks()));
        sentences("because", group, finding -> List.of(finding.because()));
        instead(group);
        sentences("note", group, Finding::notes);
        sentences("see", group, FindingText::related);
        field("more", "migralint explain " + group.first().rule());
    }

    /** Only how bad, what, where, and the code. */
    void printInShort(FindingGroup group) {
        heading(group.first());
        new Excerpt(terminal, printable, out).print(group);
    }

    private void heading(Finding finding) {
        Position position =
                finding.place().text().position(finding.place().span().start());
        Risk risk = finding.risk();
        String place = printable.line(finding.place().text().path()) + ":" + position.line() + ":" + position.column();
        String left = Ink.of(risk).paint(risk.name(), terminal)
                + " ".repeat(RISK - risk.name().length())
                + Ink.BOLD.paint(finding.rule(), terminal);
        int gap = terminal.width() - RISK - finding.rule().length() - Printable.width(place);
        if (gap >= 2) {
            out.accept(left + " ".repeat(gap) + place);
        } else {
            out.accept(left);
            out.accept("  " + printable.line("→ ") + place);
        }
    }

    private static List<String> related(Finding finding) {
        return finding.relatedUntold().stream()
                .map((Related related) -> related.file() + ":" + related.line() + " " + related.message())
                .toList();
    }

    /** What the findings of a group say, each sentence once. */
    private void sentences(String name, FindingGroup group, Function<Finding, List<String>> part) {
        var distinct = new LinkedHashSet<String>();
        group.findings().forEach(finding -> distinct.addAll(part.apply(finding)));
        distinct.remove("");
        capped(distinct).forEach(sentence -> field(name, sentence));
    }

    private static List<String> capped(Set<String> sentences) {
        return sentences.stream().limit(MAX_VARIANTS).toList();
    }

    private void field(String name, String text) {
        var lines = Wrapping.text(printable.line(text), terminal.width() - FIELD);
        indented(name, lines);
    }

    private void indented(String name, List<String> lines) {
        String lead = "  " + name + " ".repeat(Math.max(1, FIELD - 2 - name.length()));
        for (String line : lines) {
            out.accept((lead + line).stripTrailing());
            lead = " ".repeat(FIELD);
        }
    }

    private void instead(FindingGroup group) {
        var recipes = new LinkedHashSet<List<Fix>>();
        group.findings().forEach(finding -> recipes.add(finding.instead()));
        recipes.remove(List.<Fix>of());
        var lines = new ArrayList<String>();
        recipes.stream().limit(MAX_VARIANTS).forEach(recipe -> recipe.forEach(fix -> lines.addAll(lines(fix))));
        if (recipes.size() > MAX_VARIANTS) {
            lines.add(printable.line("… and likewise for the others"));
        }
        indented("instead", lines);
    }

    private List<String> lines(Fix fix) {
        var lines = new ArrayList<String>();
        int width = terminal.width() - FIELD;
        String indent = "";
        if (!fix.when().isEmpty()) {
            lines.addAll(Wrapping.text(printable.line(fix.when()) + ":", width));
            indent = "  ";
        }
        for (String sql : fix.sql().split("\\R", -1)) {
            for (String part : Wrapping.sql(printable.line(sql), width - indent.length())) {
                lines.add(indent + part);
            }
        }
        return lines;
    }
}
