package io.github.migralint.triage;

import io.github.migralint.history.History;
import io.github.migralint.rule.Finding;
import java.nio.file.Path;
import java.util.List;

/**
 * What the rules found in a project.
 *
 * @param history its migrations
 * @param findings in any order
 * @param policy which of them are told
 * @param folders absolute paths of the folders of which everything that is a migration was judged; none where only some
 *     files were
 */
public record Reviewed(History history, List<Finding> findings, Policy policy, List<Path> folders) {
    public Reviewed {
        findings = List.copyOf(findings);
        folders = List.copyOf(folders);
    }

    /** The same with other findings. */
    public Reviewed withFindings(List<Finding> others) {
        return new Reviewed(history, others, policy, folders);
    }
}
