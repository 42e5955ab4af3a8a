package io.github.migralint.triage;

import io.github.migralint.rule.Finding;
import io.github.migralint.schema.Origin;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Identities of findings that survive edits elsewhere, and moves of the folder: made of the rule, the name of the migration,
 * the statement without its layout, the object, and a running number where all of these are equal. No line number is in them.
 */
public final class Fingerprints {
    private final IdentityHashMap<Finding, String> byFinding = new IdentityHashMap<>();

    /** Those of all findings of a run; the running number follows files and places, not the order of the list. */
    public Fingerprints(List<Finding> findings) {
        var identities = new Identities();
        Map<String, Integer> occurrences = new HashMap<>();
        for (Finding finding : inOrder(findings)) {
            String identity = identities.of(finding);
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
        return new Identities().of(rule, text, statement, object);
    }

    /** The order in which running numbers are given, from whatever folder the files are named. */
    static List<Finding> inOrder(List<Finding> findings) {
        var sorted = new ArrayList<>(findings);
        var files = new IdentityHashMap<SourceText, String>();
        sorted.sort(Comparator.comparing((Finding finding) ->
                        files.computeIfAbsent(finding.place().text(), text -> Identities.absolute(text.path())))
                .thenComparingInt(finding -> finding.statement().start())
                .thenComparingInt(finding -> finding.place().span().start())
                .thenComparing(Finding::label));
        return sorted;
    }

    /** Makes identities without running numbers, one after the other. */
    static final class Identities {
        private static final int BYTES = 16;

        private final MessageDigest digest = sha256();
        /** The statement that was read last: several findings are about the same one. */
        private Span span = new Span(0, 0);

        private SourceText text = SourceText.of("", "");
        private String plain = "";

        /** What two findings have in common that say the same of the same statement of the same migration. */
        String of(Finding finding) {
            return of(finding.rule(), finding.place().text(), finding.statement(), finding.object());
        }

        private String of(String rule, SourceText source, Span statement, String object) {
            if (source != text || !statement.equals(span)) {
                plain = StatementText.of(source, statement);
                text = source;
                span = statement;
            }
            String identity = String.join("\n", rule, migration(source.path()), plain, object.toLowerCase(Locale.ROOT));
            return HexFormat.of().formatHex(digest.digest(identity.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
        }

        /** The file without its folders, or with the last where all files of a tool have the same name, wherever one is. */
        private static String migration(String path) {
            String name = Origin.shortName("./" + path);
            return name.indexOf('/') < 0 ? name : Origin.shortName(absolute(path));
        }

        private static String absolute(String path) {
            return Path.of(path).toAbsolutePath().normalize().toString().replace('\\', '/');
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }
}
