package io.github.migralint.sarif;

import com.contrastsecurity.sarif.MultiformatMessageString;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.ReportingDescriptor;
import io.github.migralint.report.Product;
import io.github.migralint.report.RulePage;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.RuleInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Describes all rules, those that found nothing too: otherwise old alerts would never be closed. */
final class RuleDescriptors {
    /** The rule that stands for statements that could not be read, so that no file is silently clean. */
    static final RuleInfo UNANALYZABLE = new RuleInfo(
            "unanalyzable-sql",
            "A statement could not be read, so nothing is known about its dangers.",
            Category.ROBUSTNESS,
            Risk.MEDIUM,
            true,
            List.of());

    private static final String UNANALYZABLE_PAGE = """
            # unanalyzable-sql

            A statement could not be read, so nothing is known about its dangers.

            Either the statement is wrong, or Migralint does not know its form yet. The statements around it were read and
            checked. What the statement may have changed counts as uncertain from then on. Review it by hand; if the server
            accepts it, please report it.
            """;

    private static final int LONGEST = 1000;

    private final List<RuleInfo> rules;
    private final Function<String, String> pages;

    RuleDescriptors(List<RuleInfo> catalogue, Function<String, String> pages) {
        var all = new ArrayList<>(catalogue);
        if (catalogue.stream().noneMatch(rule -> rule.id().equals(UNANALYZABLE.id()))) {
            all.add(UNANALYZABLE);
        }
        all.sort(Comparator.comparing(RuleInfo::id));
        this.rules = List.copyOf(all);
        this.pages = pages;
    }

    /** The place of a rule in {@link #all()}. */
    int indexOf(String id) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalStateException("a finding of the unknown rule " + id);
    }

    /** All rules, in order. */
    Set<ReportingDescriptor> all() {
        var descriptors = new LinkedHashSet<ReportingDescriptor>();
        rules.forEach(rule -> descriptors.add(describe(rule)));
        return descriptors;
    }

    private ReportingDescriptor describe(RuleInfo rule) {
        RulePage page = RulePage.of(rule.equals(UNANALYZABLE) ? UNANALYZABLE_PAGE : pages.apply(rule.id()));
        return new ReportingDescriptor()
                .withId(rule.id())
                .withName(className(rule.id()))
                .withShortDescription(new MultiformatMessageString().withText(rule.summary()))
                .withFullDescription(new MultiformatMessageString().withText(description(page)))
                .withHelp(new MultiformatMessageString()
                        .withText(page.introduction())
                        .withMarkdown(page.markdown()))
                .withHelpUri(URI.create(Product.rulePage(rule.id())))
                .withDefaultConfiguration(new ReportingConfiguration().withLevel(Severity.usualLevel(rule.risk())))
                .withProperties(properties(rule));
    }

    private static PropertyBag properties(RuleInfo rule) {
        var tags = new LinkedHashSet<String>();
        tags.add(rule.category().name().toLowerCase(Locale.ROOT));
        tags.addAll(rule.dialects());
        var properties = new PropertyBag().withTags(tags);
        properties.setAdditionalProperty("precision", rule.onByDefault() ? "high" : "medium");
        properties.setAdditionalProperty("problem.severity", Severity.problem(rule.risk()));
        return properties;
    }

    /** Whole sentences, as many as may be shown. */
    private static String description(RulePage page) {
        String text = page.introduction().replaceAll("\\s+", " ");
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, text.lastIndexOf(". ", LONGEST) + 1);
    }

    /** {@code BlockingIndexCreation} for {@code blocking-index-creation}. */
    private static String className(String id) {
        var name = new StringBuilder();
        for (String word : id.split("-", -1)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return name.toString();
    }
}
