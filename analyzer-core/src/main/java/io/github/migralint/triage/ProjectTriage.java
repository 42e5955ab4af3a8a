package io.github.migralint.triage;

import io.github.migralint.config.RuleChoice;
import io.github.migralint.history.Migration;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.RuleInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Decides what becomes of the findings of one project. */
final class ProjectTriage {
    private final Map<String, RuleInfo> rules;
    private final Neighbours neighbours;
    private final Reviewed project;
    private final List<Claim> claims;
    private final Order order;
    /** What keeps a finding from being told. */
    private final Map<Danger, Claim> hits = new HashMap<>();

    /**
     * The triage of a project.
     *
     * @param rules those that run, by id
     * @param neighbours how findings live beside each other
     * @param project what was found
     * @param claims the suppressions that may be good for something here
     */
    ProjectTriage(Map<String, RuleInfo> rules, Neighbours neighbours, Reviewed project, List<Claim> claims) {
        this.rules = rules;
        this.neighbours = neighbours;
        this.project = project;
        this.claims = claims;
        this.order = new Order(project.history());
    }

    Triaged run() {
        announceFiles();
        List<Finding> findings = order.of(chosen());
        findings.forEach(this::hold);
        var told = new ArrayList<Finding>();
        var suppressed = new ArrayList<Suppressed>();
        var speaking = new ArrayList<Finding>();
        for (Finding finding : findings) {
            // what would be a note of another is not told there either; what stands alone still takes the notes of
            // others
            if (neighbours.isAttachment(finding) && isHit(finding)) {
                suppressed.add(suppressed(finding));
            } else {
                speaking.add(finding);
            }
        }
        for (Finding finding : neighbours.settle(speaking)) {
            if (isHit(finding)) {
                suppressed.add(suppressed(finding));
            } else {
                told.add(finding);
            }
        }
        return new Triaged(told, order.ofSuppressed(suppressed));
    }

    /** Tells suppressions where they could be good for something. */
    private void announceFiles() {
        RuleChoice choice = project.policy().rules();
        var files = new HashSet<String>();
        project.history().migrations().stream()
                .filter(Migration::underReview)
                .map(Migration::path)
                .filter(files::add)
                .forEach(file -> claims.forEach(
                        claim -> claim.tryIn(file, rule -> rules.containsKey(rule) && choice.isOn(rule, file))));
    }

    /** The findings of rules that are on, with the risks that were asked for. */
    private List<Finding> chosen() {
        return chosen(project.findings(), project.policy().rules(), rules);
    }

    /** The findings of rules that are on where they are, with the risks that were asked for. */
    static List<Finding> chosen(List<Finding> findings, RuleChoice choice, Map<String, RuleInfo> rules) {
        var chosen = new ArrayList<Finding>();
        for (Finding finding : findings) {
            String file = finding.place().text().path();
            RuleInfo rule = rules.get(finding.rule());
            if (rule != null && choice.isOn(finding.rule(), file)) {
                chosen.add(finding.withRisk(choice.risk(finding.rule(), rule.risk(), finding.risk(), file)));
            }
        }
        return chosen;
    }

    private void hold(Finding finding) {
        claims.stream()
                .filter(claim -> claim.suppresses(finding))
                .findFirst()
                .ifPresent(claim -> hits.put(Danger.of(finding), claim));
    }

    private boolean isHit(Finding finding) {
        return hits.containsKey(Danger.of(finding));
    }

    private Suppressed suppressed(Finding finding) {
        Claim claim = hits.get(Danger.of(finding));
        if (claim == null) {
            throw new IllegalStateException("not suppressed: " + finding.rule());
        }
        return claim.suppressed(finding);
    }
}
