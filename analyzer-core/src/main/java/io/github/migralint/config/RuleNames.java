package io.github.migralint.config;

import io.github.migralint.rule.Category;
import io.github.migralint.rule.RuleInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The words that stand for rules: ids, families, {@code default} for those that are on by default, {@code all}. */
public final class RuleNames {
    private static final String DEFAULT = "default";
    private static final String ALL = "all";

    private final List<RuleInfo> catalogue;

    /** The words for the rules of a catalogue. */
    public RuleNames(List<RuleInfo> catalogue) {
        this.catalogue = List.copyOf(catalogue);
    }

    /** The ids of the rules that a word stands for; none when it is not known. */
    public Optional<Set<String>> of(String word) {
        if (word.equals(ALL)) {
            return Optional.of(ids(rule -> true));
        }
        if (word.equals(DEFAULT)) {
            return Optional.of(ids(RuleInfo::onByDefault));
        }
        if (families().contains(word)) {
            return Optional.of(ids(rule -> family(rule.category()).equals(word)));
        }
        return isRule(word) ? Optional.of(Set.of(word)) : Optional.empty();
    }

    /** Those that are on by default. */
    public Set<String> byDefault() {
        return ids(RuleInfo::onByDefault);
    }

    /** Whether a word is the id of a rule. */
    public boolean isRule(String word) {
        return catalogue.stream().anyMatch(rule -> rule.id().equals(word));
    }

    /** {@code unknown rule x; did you mean y?} for a word that should be the id of a rule. */
    public String complaint(String word) {
        return "unknown rule " + word
                + Suggestion.asQuestion(
                        word, catalogue.stream().map(RuleInfo::id).toList());
    }

    /** The same for a word that may also stand for several rules. */
    public String complaintOfAny(String word) {
        var words = new ArrayList<String>();
        catalogue.forEach(rule -> words.add(rule.id()));
        words.addAll(families());
        words.add(DEFAULT);
        words.add(ALL);
        return "unknown rule " + word + Suggestion.asQuestion(word, words);
    }

    private static List<String> families() {
        return Arrays.stream(Category.values()).map(RuleNames::family).toList();
    }

    private static String family(Category category) {
        return category.name().toLowerCase(Locale.ROOT);
    }

    private Set<String> ids(Predicate<RuleInfo> wanted) {
        return catalogue.stream().filter(wanted).map(RuleInfo::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
