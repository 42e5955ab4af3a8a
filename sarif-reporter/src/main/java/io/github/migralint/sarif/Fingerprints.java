package io.github.migralint.sarif;

import com.contrastsecurity.sarif.PartialFingerprints;
import io.github.migralint.rule.Place;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Map;

/** Gives results identities that survive edits elsewhere: by the line, and by the statement itself. */
final class Fingerprints {
    private static final String LINE = "primaryLocationLineHash";
    private static final String OWN = "migralint/v1";
    private static final int BYTES = 16;

    private final IdentityHashMap<SourceText, LineHashes> lines = new IdentityHashMap<>();
    private final Map<String, Integer> occurrences = new HashMap<>();
    private final MessageDigest digest = sha256();

    /** The fingerprints of the next result. */
    PartialFingerprints of(String rule, Place place, Span statement, String object) {
        SourceText text = place.text();
        int line = text.position(place.span().start()).line();
        String lineHash = lines.computeIfAbsent(text, Fingerprints::hashes).of(line);
        var fingerprints = new PartialFingerprints();
        fingerprints.setAdditionalProperty(LINE, lineHash);
        fingerprints.setAdditionalProperty(OWN, own(rule, text, statement, object));
        return fingerprints;
    }

    private String own(String rule, SourceText text, Span statement, String object) {
        String name = text.path().substring(text.path().lastIndexOf('/') + 1);
        String sql = text.slice(statement).strip().replaceAll("\\s+", " ");
        String identity = String.join("\n", rule, name, sql, object);
        byte[] hash = digest.digest(identity.getBytes(StandardCharsets.UTF_8));
        String hex = HexFormat.of().formatHex(hash, 0, BYTES);
        return hex + ":" + occurrences.merge(hex, 1, Integer::sum);
    }

    private static LineHashes hashes(SourceText text) {
        boolean marked = text.byteOffset(0) > 0;
        return new LineHashes(marked ? "\ufeff" + text.text() : text.text());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
