package io.github.migralint.rules;

import io.github.migralint.fixtures.AgreementTable;
import io.github.migralint.fixtures.Label;
import io.github.migralint.fixtures.LabelledCase;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Counts, over labelled cases, the dangers that were found and the reports that were right. A report is wrong if it says MEDIUM or
 * more of something that nobody marked, also if it is the second about one danger.
 */
final class LabelledScore {
    private static final String FOUND = "dangers found";
    private static final String RIGHT = "reports right";
    private static final String QUIET = "safe cases quiet";

    private final AgreementTable topics =
            new AgreementTable("What a reviewer would report, and what is reported", "topic");
    private final AgreementTable rules = new AgreementTable("The same by rule", "rule");

    /** Compares what is reported of a case with what is marked in it. */
    void add(LabelledCase labelled, List<Finding> findings) {
        var left = new ArrayList<>(findings);
        for (LabelledCase.File file : labelled.files()) {
            file.labels().stream().filter(Label::required).forEach(label -> required(labelled, file, label, left));
        }
        for (LabelledCase.File file : labelled.files()) {
            file.labels().stream()
                    .filter(label -> !label.required())
                    .forEach(label -> left.removeIf(finding -> names(finding, file, label)));
        }
        List<Finding> wrong = left.stream()
                .filter(finding -> finding.risk().atLeast(Risk.MEDIUM))
                .toList();
        wrong.forEach(finding -> wrong(labelled, finding));
        if (!labelled.dangerous()) {
            topics.count(labelled.topic(), QUIET, wrong.isEmpty());
        }
    }

    private void required(LabelledCase labelled, LabelledCase.File file, Label label, List<Finding> left) {
        Optional<Finding> named =
                left.stream().filter(finding -> names(finding, file, label)).max(Comparator.comparing(Finding::risk));
        named.ifPresent(left::remove);
        boolean found = named.stream().anyMatch(finding -> finding.risk().atLeast(Risk.valueOf(label.risk())));
        String rule = found ? named.orElseThrow().rule() : label.rules().getFirst();
        count(labelled, rule, FOUND, found);
        if (found && named.orElseThrow().risk().atLeast(Risk.MEDIUM)) {
            count(labelled, rule, RIGHT, true);
        }
        if (!found) {
            String said = named.map(finding -> ", said " + finding.risk()).orElse("");
            topics.difference("missed: " + label + said, place(labelled, file.pageLine() + label.line()));
        }
    }

    private void wrong(LabelledCase labelled, Finding finding) {
        count(labelled, finding.rule(), RIGHT, false);
        topics.difference(
                "false alarm: %s %s, %s".formatted(finding.rule(), finding.risk(), finding.label()),
                place(labelled, labelled.line()) + ", line " + firstLine(finding) + " of "
                        + finding.place().text().path().replaceFirst(".*/project/", ""));
    }

    private void count(LabelledCase labelled, String rule, String column, boolean right) {
        topics.count(labelled.topic(), column, right);
        rules.count(rule, column, right);
    }

    private static String place(LabelledCase labelled, int line) {
        return labelled.topic() + ".md:" + line + " " + labelled.name();
    }

    private static boolean names(Finding finding, LabelledCase.File file, Label label) {
        var text = finding.place().text();
        int last = text.position(finding.place().span().end()).line();
        return text.path().endsWith("/" + file.name())
                && label.rules().contains(finding.rule())
                && firstLine(finding) <= label.line()
                && label.line() <= last;
    }

    private static int firstLine(Finding finding) {
        return finding.place().text().position(finding.place().span().start()).line();
    }

    /** The share of the marked dangers that is reported, from 0 to 100. */
    double recall() {
        return topics.total(FOUND).percent();
    }

    /** The share of the reports of MEDIUM and more that is right, from 0 to 100. */
    double precision() {
        return topics.total(RIGHT).percent();
    }

    /** Prints the tables, and writes them with all misses and false alarms. */
    void publish() {
        topics.publish("labelled");
        rules.publish("labelled-rules");
    }
}
