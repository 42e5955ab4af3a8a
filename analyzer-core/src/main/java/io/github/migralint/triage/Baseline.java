package io.github.migralint.triage;

import io.github.migralint.rule.Finding;
import io.github.migralint.source.SourceText;
import io.github.migralint.triage.Fingerprints.Identities;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The findings that a project has accepted, so that only new ones are told. */
public final class Baseline {
    private final Path folder;
    private final List<BaselineEntry> entries;

    /**
     * A baseline.
     *
     * @param folder the folder that the files of the entries count from
     * @param entries in any order, and perhaps twice: two branches may have added the same
     */
    public Baseline(Path folder, Collection<BaselineEntry> entries) {
        this.folder = folder.toAbsolutePath().normalize();
        this.entries = entries.stream().distinct().sorted().toList();
    }

    /** Its entries, sorted, each once. */
    public List<BaselineEntry> entries() {
        return entries;
    }

    /** The baseline that holds exactly some findings. */
    public Baseline of(List<Finding> findings) {
        return new Baseline(folder, entriesOf(findings).values());
    }

    /** The same with all findings of a run that it did not hold yet, and without the entries that are stale. */
    public Baseline updated(List<Finding> findings, Collection<BaselineEntry> stale) {
        var next = new ArrayList<>(compare(findings).left());
        next.removeAll(new HashSet<>(stale));
        next.addAll(of(findings).entries());
        return new Baseline(folder, next);
    }

    /** The same without some of its entries. */
    public Baseline without(Collection<BaselineEntry> stale) {
        var next = new ArrayList<>(entries);
        next.removeAll(new HashSet<>(stale));
        return new Baseline(folder, next);
    }

    /** Holds findings against the entries. */
    Comparison compare(List<Finding> findings) {
        return Comparison.of(this, findings);
    }

    /**
     * The entries that a baseline of just these findings has. The running number begins anew in each text: a file that is
     * checked for two engines is read twice, and is accepted for both.
     */
    Map<Finding, BaselineEntry> entriesOf(List<Finding> findings) {
        var entriesOf = new IdentityHashMap<Finding, BaselineEntry>();
        var identities = new Identities();
        var occurrences = new IdentityHashMap<SourceText, Map<String, Integer>>();
        for (Finding finding : Fingerprints.inOrder(findings)) {
            SourceText text = finding.place().text();
            String identity = identities.of(finding);
            int number =
                    occurrences.computeIfAbsent(text, any -> new HashMap<>()).merge(identity, 1, Integer::sum);
            String fingerprint = identity + ":" + number;
            entriesOf.put(
                    finding, new BaselineEntry(relative(text.path()), finding.rule(), finding.object(), fingerprint));
        }
        return entriesOf;
    }

    /** The absolute path of the file of an entry. */
    Path file(BaselineEntry entry) {
        return folder.resolve(entry.file()).normalize();
    }

    /** The path of a file that people are told, as entries have it. */
    private String relative(String displayPath) {
        Path file = Path.of(displayPath).toAbsolutePath().normalize();
        boolean reachable = Optional.ofNullable(file.getRoot()).equals(Optional.ofNullable(folder.getRoot()));
        return (reachable ? folder.relativize(file) : file).toString().replace('\\', '/');
    }
}
