package io.github.migralint.triage;

import io.github.migralint.config.ConfiguredIgnore;
import io.github.migralint.config.RuleNames;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Place;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Suppression;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A suppression while findings are held against it: it remembers what it was good for. */
final class Claim {
    /** The risk from which on a reason is required. */
    private static final Risk REASONED = Risk.HIGH;

    private final Place place;
    private final List<String> rules;
    private final String reason;
    private final Optional<LocalDate> ended;
    private final List<String> flaws;
    private final Predicate<Finding> about;
    private final Predicate<String> files;
    private final Set<String> ran = new HashSet<>();
    private final Set<String> used = new HashSet<>();
    private final List<Finding> unheeded = new ArrayList<>();

    /**
     * A suppression.
     *
     * @param place where it is written
     * @param rules what it names
     * @param reason why; may be empty
     * @param ended the last day on which it held, if that is past
     * @param flaws what is wrong with how it is written
     * @param about which findings it is about, whatever their rule
     * @param files in which files, by the paths that people are told, it should be good for something
     */
    Claim(
            Place place,
            Collection<String> rules,
            String reason,
            Optional<LocalDate> ended,
            List<String> flaws,
            Predicate<Finding> about,
            Predicate<String> files) {
        this.place = place;
        this.rules = List.copyOf(rules);
        this.reason = reason;
        this.ended = ended;
        this.flaws = List.copyOf(flaws);
        this.about = about;
        this.files = files;
    }

    /** What the configuration says. */
    static Claim of(ConfiguredIgnore ignore, Policy policy) {
        Optional<LocalDate> ended =
                ignore.expires().filter(last -> policy.today().get().isAfter(last));
        return new Claim(
                ignore.place(),
                ignore.rules().stream().sorted().toList(),
                ignore.reason(),
                ended,
                List.of(),
                finding -> ignore.concerns(finding.place().text().path()) && isAbout(ignore, finding),
                ignore::concerns);
    }

    /** The object itself, something in it, or one without its table or schema. */
    private static boolean isAbout(ConfiguredIgnore ignore, Finding finding) {
        return ignore.object()
                .map(object -> finding.object().equals(object)
                        || finding.object().startsWith(object + ".")
                        || finding.object().endsWith("." + object))
                .orElse(true);
    }

    /** Whether it keeps a finding from being told. */
    boolean suppresses(Finding finding) {
        if (!rules.contains(finding.rule()) || !about.test(finding)) {
            return false;
        }
        used.add(finding.rule());
        if (ended.isPresent() || (reason.isEmpty() && finding.risk().atLeast(REASONED))) {
            unheeded.add(finding);
            return false;
        }
        return true;
    }

    /** The finding as one that is suppressed by this. */
    Suppressed suppressed(Finding finding) {
        return new Suppressed(finding, reason, place);
    }

    /** Takes note of a file that was checked, and of the rules that were on there. */
    void tryIn(String file, Predicate<String> on) {
        if (files.test(file)) {
            rules.stream().filter(on).forEach(ran::add);
        }
    }

    /** Whether another is written at the same place of the same file. */
    boolean isSame(Claim other) {
        return place.span().equals(other.place.span())
                && place.text().path().equals(other.place.text().path());
    }

    /** Takes over what another was good for. */
    Claim include(Claim other) {
        ran.addAll(other.ran);
        used.addAll(other.used);
        unheeded.addAll(other.unheeded);
        return this;
    }

    /** What came of it, given the rules there are. */
    Suppression outcome(RuleNames names) {
        var wrong = new ArrayList<>(flaws);
        rules.stream().filter(rule -> !names.isRule(rule)).forEach(rule -> wrong.add(unknown(names.complaint(rule))));
        List<String> idle = rules.stream()
                .filter(rule -> ran.contains(rule) && !used.contains(rule))
                .distinct()
                .toList();
        return new Suppression(place, wrong, idle, unheeded, ended);
    }

    private static String unknown(String complaint) {
        String sentence = Character.toUpperCase(complaint.charAt(0)) + complaint.substring(1);
        return sentence.endsWith("?") ? sentence + " (migralint rules lists them)." : sentence + ".";
    }
}
