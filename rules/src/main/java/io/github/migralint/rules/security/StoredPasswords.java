package io.github.migralint.rules.security;

import io.github.migralint.ast.Grant;
import io.github.migralint.ast.MysqlStatement;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.source.Span;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Passwords in statements about the accounts of MySQL and MariaDB, of which the words are looked at. */
final class StoredPasswords {
    /** What follows {@code IDENTIFIED BY}, {@code PASSWORD =} and their kin. */
    private static final Pattern SECRET =
            Pattern.compile("(?is)\\b(?:identified\\s+(?:with\\s+\\S+\\s+)?(by|as)(?:\\s+password)?"
                    + "|(password)\\s*(?:for\\s+\\S+\\s*)?(?:=|\\()\\s*(?:password\\s*\\()?|(using)|(?:master|source)_(password)\\s*=)"
                    + "\\s*('[^']+'|\"[^\"]+\")");

    private static final Pattern ABOUT = Pattern.compile("(?is)^\\s*(create|alter)\\s+(or\\s+replace\\s+)?user\\b.*"
            + "|^\\s*grant\\b.*|^\\s*set\\s+password\\b.*|^\\s*change\\s+(master|replication)\\b.*");

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{|\\$\\(|\\{\\{|%\\(|<%|@@|^['\"](?::|\\$)\\w+['\"]$");

    private StoredPasswords() {}

    static void in(Step step, RuleInfo rule, Consumer<Finding> report) {
        boolean account = step.statement() instanceof OtherStatement
                || step.statement() instanceof Grant
                || step.statement() instanceof MysqlStatement.SetVariables;
        Span whole = step.statement().span();
        if (!account || whole.end() > step.text().span().end()) {
            return;
        }
        String text = step.text().slice(whole);
        var secret = SECRET.matcher(text);
        if (!ABOUT.matcher(text).matches()
                || !secret.find()
                || PLACEHOLDER.matcher(secret.group(5)).find()) {
            return;
        }
        boolean hash =
                "as".equalsIgnoreCase(secret.group(1)) || secret.group(5).matches("['\"]\\*[0-9A-Fa-f]{40}['\"]");
        Span place = new Span(whole.start() + secret.start(), whole.start() + secret.start(5));
        report.accept(finding(step, rule, place, hash));
    }

    private static Finding finding(Step step, RuleInfo rule, Span place, boolean hash) {
        return Finding.at(step, rule, place)
                .risk(hash ? Risk.MEDIUM : Risk.CRITICAL)
                .object("password")
                .label(hash ? "the hash of a password stands in the file" : "a password stands in the file")
                .message(
                        hash
                                ? "A hash is no password, but who has it can try passwords against it at leisure, and"
                                        + " the same one holds wherever this migration runs."
                                : "The password stays in the history of the repository and in the log of the migration"
                                        + " tool, and is the same wherever this migration runs: take it for known, and"
                                        + " change it.")
                .instead("outside of migrations, from a secret store", "-- CREATE USER and ALTER USER … IDENTIFIED BY")
                .instead("or with a placeholder that the migration tool fills in", "IDENTIFIED BY '${app_password}'")
                .build();
    }
}
