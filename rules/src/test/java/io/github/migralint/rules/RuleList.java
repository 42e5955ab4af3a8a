package io.github.migralint.rules;

import io.github.migralint.rule.Category;
import io.github.migralint.rule.RuleInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Writes {@code docs/rules.md} from the catalogue. */
final class RuleList {
    private RuleList() {}

    static String markdown() {
        List<RuleInfo> rules = Rules.all().stream().map(rule -> rule.info()).toList();
        var text = new StringBuilder("# Rules\n\n")
                .append(rules.size())
                .append(
                        " rules. `migralint explain RULE` shows a page in the terminal; the name of a rule links to the")
                .append(" same page.\nThis list is written from the catalogue.\n");
        for (Category category : Category.values()) {
            List<RuleInfo> family = rules.stream()
                    .filter(rule -> rule.category() == category)
                    .sorted(Comparator.comparing(RuleInfo::id))
                    .toList();
            if (!family.isEmpty()) {
                family(text, category, family);
            }
        }
        return text.toString();
    }

    private static void family(StringBuilder text, Category category, List<RuleInfo> family) {
        String folder = category.name().toLowerCase(Locale.ROOT);
        text.append("\n## ").append(folder).append("\n\n| rule | risk | what is wrong |\n|---|---|---|\n");
        for (RuleInfo rule : family) {
            text.append("| [`")
                    .append(rule.id())
                    .append("`](../rules/src/main/java/io/github/migralint/rules/")
                    .append(folder)
                    .append('/')
                    .append(className(rule.id()))
                    .append(".md) | ")
                    .append(rule.risk())
                    .append(rule.onByDefault() ? "" : ", off")
                    .append(" | ")
                    .append(rule.summary())
                    .append(" |\n");
        }
    }

    private static String className(String id) {
        var name = new StringBuilder();
        for (String word : id.split("-", -1)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }
}
