package io.github.migralint.sarif;

import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Suppression;
import io.github.migralint.report.Problem;
import io.github.migralint.report.Report;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Place;
import io.github.migralint.rule.Related;
import io.github.migralint.rule.Risk;
import io.github.migralint.triage.Fingerprints;
import io.github.migralint.triage.Suppressed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns findings into results, and what was not understood as well. */
final class Results {
    private final RuleDescriptors rules;
    private final Locations locations;
    private final ResultFingerprints fingerprints;

    Results(RuleDescriptors rules, Locations locations, Fingerprints fingerprints) {
        this.rules = rules;
        this.locations = locations;
        this.fingerprints = new ResultFingerprints(fingerprints);
    }

    List<Result> of(Report report, boolean withSuppressed) {
        var results = new ArrayList<Result>();
        report.findings().forEach(finding -> results.add(result(finding)));
        if (withSuppressed) {
            report.suppressed().forEach(suppressed -> results.add(result(suppressed)));
        }
        for (Problem problem : report.untold()) {
            if (problem.kind() == Problem.Kind.NOT_UNDERSTOOD) {
                problem.place().ifPresent(place -> results.add(result(problem, place)));
            }
        }
        return results;
    }

    private Result result(Finding finding) {
        var result = result(finding.rule(), finding.risk(), finding.place())
                .withMessage(new Message().withText(message(finding)))
                .withPartialFingerprints(fingerprints.of(finding));
        var related = new LinkedHashSet<Location>();
        for (Related place : finding.related()) {
            related.add(locations.related(place, related.size() + 1));
        }
        return related.isEmpty() ? result : result.withRelatedLocations(related);
    }

    private Result result(Suppressed suppressed) {
        boolean inSource =
                suppressed.by().text() == suppressed.finding().place().text();
        var suppression = new Suppression()
                .withKind(inSource ? Suppression.Kind.IN_SOURCE : Suppression.Kind.EXTERNAL)
                .withLocation(locations.of(suppressed.by()));
        if (!suppressed.reason().isEmpty()) {
            suppression.withJustification(suppressed.reason());
        }
        return result(suppressed.finding()).withSuppressions(Set.of(suppression));
    }

    private Result result(Problem problem, Place place) {
        String rule = RuleDescriptors.UNANALYZABLE.id();
        return result(rule, RuleDescriptors.UNANALYZABLE.risk(), place)
                .withMessage(new Message().withText(problem.message()))
                .withPartialFingerprints(fingerprints.of(rule, place, problem.message()));
    }

    private Result result(String rule, Risk risk, Place place) {
        var properties = new PropertyBag();
        properties.setAdditionalProperty("risk", risk.name());
        return new Result()
                .withRuleId(rule)
                .withRuleIndex(rules.indexOf(rule))
                .withLevel(Severity.level(risk))
                .withRank(Severity.rank(risk))
                .withLocations(List.of(locations.of(place)))
                .withProperties(properties);
    }

    /** What is wrong and why, with a link to each other place: places without one are not shown. */
    private static String message(Finding finding) {
        var text = new StringBuilder(finding.message());
        append("Blocked: ", finding.blocks(), text);
        append("Known because ", finding.because(), text);
        for (int i = 0; i < finding.related().size(); i++) {
            Related related = finding.related().get(i);
            String linked = related.message().replace("[", "\\[").replace("]", "\\]");
            text.append(" See [").append(linked).append("](").append(i + 1).append(").");
        }
        return text.toString();
    }

    private static void append(String lead, String sentence, StringBuilder text) {
        if (!sentence.isEmpty()) {
            text.append(' ').append(lead).append(sentence).append(sentence.endsWith(".") ? "" : ".");
        }
    }
}
