package io.github.migralint.triage;

import io.github.migralint.config.RuleNames;
import io.github.migralint.history.Migration;
import io.github.migralint.rule.RuleInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a run went through that shares a baseline: only there it is known that nothing is left of an entry. */
final class Coverage {
    private final Baseline baseline;
    private final List<Project> projects;
    private final RuleNames names;
    private final Map<String, RuleInfo> rules;

    /**
     * The coverage of some projects.
     *
     * @param projects those for which the baseline holds
     * @param names all rules that exist
     * @param rules those that run, by id
     */
    Coverage(Baseline baseline, List<Reviewed> projects, RuleNames names, Map<String, RuleInfo> rules) {
        this.baseline = baseline;
        this.projects = projects.stream()
                .filter(project -> !project.folders().isEmpty())
                .map(Project::of)
                .toList();
        this.names = names;
        this.rules = rules;
    }

    /**
     * A project of which whole folders were judged.
     *
     * @param reviewed what was found
     * @param files absolute paths of the migrations that were judged
     */
    private record Project(Reviewed reviewed, Set<Path> files) {
        static Project of(Reviewed reviewed) {
            var files = new HashSet<Path>();
            reviewed.history().migrations().stream()
                    .filter(Migration::underReview)
                    .map(migration -> Path.of(migration.path()).toAbsolutePath().normalize())
                    .forEach(files::add);
            return new Project(reviewed, files);
        }

        boolean contains(Path file) {
            return reviewed.folders().stream().anyMatch(file::startsWith);
        }
    }

    /**
     * Whether an entry of which no finding was there stands for nothing any more: its rule ran on its file, or its file is
     * gone from a folder that was judged as a whole.
     */
    boolean isStale(BaselineEntry entry) {
        Path file = baseline.file(entry);
        List<Project> around =
                projects.stream().filter(project -> project.contains(file)).toList();
        List<Project> checking = around.stream()
                .filter(project -> project.files().contains(file))
                .toList();
        if (checking.isEmpty() && Files.exists(file)) {
            return false;
        }
        return (checking.isEmpty() ? around : checking).stream().anyMatch(project -> wouldFind(project, entry, file));
    }

    /** Whether the rule was looked for there, or no longer exists at all. */
    private boolean wouldFind(Project project, BaselineEntry entry, Path file) {
        if (!names.isRule(entry.rule())) {
            return true;
        }
        RuleInfo rule = rules.get(entry.rule());
        return rule != null
                && rule.dialects()
                        .contains(project.reviewed().history().engine().dialect())
                && project.reviewed().policy().rules().isOn(entry.rule(), file.toString());
    }
}
