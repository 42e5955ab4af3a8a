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
import java.util.function.Supplier;

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

    /**
     * The results of a report, in its order: those of the highest risk where there are more than {@code most}.
     *
     * @param withSuppressed whether those are told, and marked, that somebody wants not to be told
     */
    Chosen<Result> of(Report report, boolean withSuppressed, int most) {
        BaselineState state = new BaselineState(report.triaged());
        var candidates = new ArrayList<Candidate<Result>>();
        for (Finding finding : report.findings()) {
            candidates.add(new Candidate<>(finding.risk(), false, () -> state.fresh(result(finding))));
        }
        for (Problem problem : report.untold()) {
            if (problem.kind() == Problem.Kind.NOT_UNDERSTOOD) {
                problem.place().ifPresent(place -> candidates.add(notUnderstood(problem, place, state)));
            }
        }
        if (withSuppressed) {
            for (Suppressed suppressed : report.suppressed()) {
                Supplier<Result> result = () -> state.fresh(result(suppressed));
                candidates.add(new Candidate<>(suppressed.finding().risk(), true, result));
            }
            for (Finding finding : report.triaged().baselined()) {
                candidates.add(new Candidate<>(finding.risk(), true, () -> state.known(result(finding))));
            }
        }
        return Candidate.gravest(candidates, most);
    }

    private Candidate<Result> notUnderstood(Problem problem, Place place, BaselineState state) {
        return new Candidate<>(RuleDescriptors.UNANALYZABLE.risk(), false, () -> state.fresh(result(problem, place)));
    }

    private Result result(Finding finding) {
        var result = result(finding.rule(), finding.risk(), finding.place())
                .withMessage(new Message().withText(MessageText.of(finding)))
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
                .withMessage(new Message().withText(MessageText.plain(problem.message())))
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
}
