package io.github.migralint.sarif;

import com.contrastsecurity.sarif.PartialFingerprints;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Place;
import io.github.migralint.source.SourceText;
import io.github.migralint.triage.Fingerprints;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Gives results identities that survive edits elsewhere: by the line, and by the statement itself. */
final class ResultFingerprints {
    private static final String LINE = "primaryLocationLineHash";
    private static final String OWN = "migralint/v1";

    private final Fingerprints own;
    private final IdentityHashMap<SourceText, LineHashes> lines = new IdentityHashMap<>();
    private final Map<String, Integer> occurrences = new HashMap<>();

    ResultFingerprints(Fingerprints own) {
        this.own = own;
    }

    /** The fingerprints of a finding. */
    PartialFingerprints of(Finding finding) {
        return fingerprints(finding.place(), own.of(finding));
    }

    /** The fingerprints of the next result of a rule that is no finding. */
    PartialFingerprints of(String rule, Place place, String object) {
        String identity = Fingerprints.of(rule, place.text(), place.span(), object);
        return fingerprints(place, identity + ":" + occurrences.merge(identity, 1, Integer::sum));
    }

    private PartialFingerprints fingerprints(Place place, String identity) {
        SourceText text = place.text();
        int line = text.position(place.span().start()).line();
        var fingerprints = new PartialFingerprints();
        fingerprints.setAdditionalProperty(
                LINE, lines.computeIfAbsent(text, ResultFingerprints::hashes).of(line));
        fingerprints.setAdditionalProperty(OWN, identity);
        return fingerprints;
    }

    private static LineHashes hashes(SourceText text) {
        boolean marked = text.byteOffset(0) > 0;
        return new LineHashes(marked ? "\ufeff" + text.text() : text.text());
    }
}
