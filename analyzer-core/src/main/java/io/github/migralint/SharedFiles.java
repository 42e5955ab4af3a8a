package io.github.migralint;

import io.github.migralint.history.History;
import io.github.migralint.history.Migration;
import io.github.migralint.triage.Reviewed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Files that are migrations of several projects because they are meant for several engines. */
final class SharedFiles {
    private final Set<String> shared = new HashSet<>();

    SharedFiles(List<History> projects) {
        var seen = new HashSet<String>();
        for (History project : projects) {
            Set<String> own = new HashSet<>();
            project.migrations().stream().map(Migration::path).forEach(own::add);
            own.stream().filter(path -> !seen.add(path)).forEach(shared::add);
        }
    }

    /** The same findings; those in such a file say for which engine they hold. */
    Reviewed told(Reviewed project) {
        if (shared.isEmpty()) {
            return project;
        }
        String engine = "this holds for " + project.history().engine();
        return project.withFindings(project.findings().stream()
                .map(finding -> shared.contains(finding.place().text().path()) ? finding.withNote(engine) : finding)
                .toList());
    }
}
