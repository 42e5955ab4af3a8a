package io.github.migralint.cli;

import io.github.migralint.Survey;
import io.github.migralint.cli.console.Printable;
import io.github.migralint.rule.RuleInfo;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Settings for people: where they are found, the projects, each setting with its origin, rules that are other than usual. */
final class SettingsText {
    private final List<RuleInfo> catalogue;

    SettingsText(List<RuleInfo> catalogue) {
        this.catalogue = catalogue;
    }

    void write(List<Preview.Group> groups, Appendable out) throws IOException {
        for (int i = 0; i < groups.size(); i++) {
            out.append(i == 0 ? "" : "\n");
            write(groups.get(i), out);
        }
    }

    private void write(Preview.Group group, Appendable out) throws IOException {
        List<String> files = group.configuration().origins().files();
        line("configuration  " + (files.isEmpty() ? "none" : files.getFirst()), out);
        for (String base : files.subList(Math.min(1, files.size()), files.size())) {
            line("  extends      " + base, out);
        }
        for (Survey project : group.projects()) {
            line("", out);
            line(
                    "project        "
                            + project.paths().stream().map(Object::toString).collect(Collectors.joining(", ")),
                    out);
            line(
                    "  engine       " + project.engine().label() + " "
                            + project.engine().written() + " (" + project.engineSource() + ")",
                    out);
            line("  tool         " + project.framework().label() + " (" + project.reason() + ")", out);
            line(
                    "  migrations   " + project.reviewed() + " under review, "
                            + (project.files().size() - project.reviewed()) + " replayed before them",
                    out);
        }
        line("", out);
        table(group.settings(), out);
        line("", out);
        line("rules          " + Preview.on(catalogue, group.rules()) + " of " + catalogue.size() + " on", out);
        for (RuleInfo rule : catalogue) {
            String change = Preview.change(rule, group.rules()).orElse("");
            if (!change.isEmpty()) {
                line("  " + rule.id() + ": " + change, out);
            }
        }
        line("overrides      " + some(group.rules().overrides().size()), out);
        line("ignored        " + some(group.configuration().ignores().size()), out);
    }

    private static String some(int number) {
        return number == 0 ? "none" : Integer.toString(number);
    }

    private static void table(List<Setting> settings, Appendable out) throws IOException {
        int names = width(settings.stream().map(Setting::name).toList());
        int values = Math.min(40, width(settings.stream().map(Setting::text).toList()));
        for (Setting setting : settings) {
            String value = setting.text();
            line(
                    setting.name()
                            + " ".repeat(names - setting.name().length() + 2)
                            + value
                            + " ".repeat(Math.max(0, values - value.length()) + 2)
                            + setting.origin().place(),
                    out);
        }
    }

    private static int width(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    private static void line(String text, Appendable out) throws IOException {
        out.append(Printable.asLine(text).stripTrailing()).append('\n');
    }
}
