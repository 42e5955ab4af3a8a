package io.github.migralint.triage;

import io.github.migralint.rule.Finding;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Identities of findings that survive edits elsewhere, and moves of the folder: made of the rule, the name of the migration,
 * the statement without its layout, the object, and a running number where all of these are equal. No line number is in them.
 */
public final class Fingerprints {
    private static final int BYTES = 16;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final IdentityHashMap<Finding, String> byFinding = new IdentityHashMap<>();

    /** Those of all findings of a run; the running number follows files and places, not the order of the list. */
    public Fingerprints(List<Finding> findings) {
        var sorted = new ArrayList<>(findings);
        sorted.sort(Comparator.comparing((Finding finding) -> finding.place().text().path())
                .thenComparing(finding -> finding.statement().start())
                .thenComparing(finding -> finding.place().span().start())
                .thenComparing(Finding::label));
        MessageDigest digest = sha256();
        Map<String, Integer> occurrences = new HashMap<>();
        for (Finding finding : sorted) {
            String identity = of(
                    finding.rule(), finding.place().text(), finding.statement(), finding.object(), digest);
            byFinding.put(finding, identity + ":" + occurrences.merge(identity, 1, Integer::sum));
        }
    }

    /**
     * The fingerprint of one of the findings: 32 hexadecimal digits, a colon and the running number from 1.
     *
     * @throws IllegalArgumentException for a finding that is none of them
     */
    public String of(Finding finding) {
        String fingerprint = byFinding.get(finding);
        if (fingerprint == null) {
            throw new IllegalArgumentException("not a finding of this run: " + finding.rule());
        }
        return fingerprint;
    }

    /** The identity of something said about a statement that is no finding, without a running number. */
    public static String of(String rule, SourceText text, Span statement, String object) {
        return of(rule, text, statement, object, sha256());
    }

    private static String of(String rule, SourceText text, Span statement, String object, MessageDigest digest) {
        String sql = BLANKS.matcher(text.slice(statement).strip()).replaceAll(" ");
        String identity = String.join("\n", rule, migration(text.path()), sql, object);
        byte[] hash = digest.digest(identity.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, BYTES);
    }

    /** The file without its folders; a name without a number is that of every migration, and the folder tells which. */
    private static String migration(String path) {
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        boolean telling = name.chars().anyMatch(Character::isDigit);
        return telling || slash < 0 ? name : path.substring(path.lastIndexOf('/', slash - 1) + 1);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
