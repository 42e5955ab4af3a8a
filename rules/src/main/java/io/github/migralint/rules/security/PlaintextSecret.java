package io.github.migralint.rules.security;

import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.ast.Select;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.EngineWords;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A password that stands in the file. Statements about roles and servers have no tree: their words are looked at. */
public final class PlaintextSecret implements Rule {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{|\\$\\(|\\{\\{|%\\(|<%|@@|^'(?::|\\$)\\w+'$");
    private static final Pattern IN_CONNECTION =
            Pattern.compile("(?i)(password\\s*=\\s*\\S)|(://[^/\\s:@]+:[^@\\s]+@)");
    private static final Pattern VERIFIER = Pattern.compile("'(SCRAM-SHA-256\\$.*|md5[0-9a-f]{32})'");

    private static final RuleInfo INFO = new RuleInfo(
            "plaintext-secret",
            "A password stands in the migration, for everybody who reads the repository or the log.",
            Category.SECURITY,
            Risk.CRITICAL,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!EngineWords.of(step).takesBackSchemaChanges()) {
            StoredPasswords.in(step, INFO, report);
        } else if (step.statement() instanceof OtherStatement other) {
            inWords(step, other, report);
        } else if (step.statement() instanceof Select select) {
            select.query().tokens().stream()
                    .filter(token -> token.kind() == TokenKind.STRING && connects(token))
                    .filter(token -> select.query().tokens().stream().anyMatch(PlaintextSecret::isConnector))
                    .findFirst()
                    .ifPresent(token -> report.accept(finding(step, token.span(), false)));
        }
    }

    private static void inWords(Step step, OtherStatement other, Consumer<Finding> report) {
        boolean about = other.objectKind()
                        .filter(kind -> kind == ObjectKind.ROLE
                                || kind == ObjectKind.USER_MAPPING
                                || kind == ObjectKind.SERVER
                                || kind == ObjectKind.SUBSCRIPTION)
                        .isPresent()
                || other.kind().contains("Role")
                || other.kind().contains("UserMapping")
                || other.kind().contains("Subscription");
        List<Token> tokens = about ? other.tokens() : List.of();
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean password = token.kind() == TokenKind.STRING
                    && tokens.get(i - 1).isWord("password")
                    && token.text().length() > 2
                    && !PLACEHOLDER.matcher(token.text()).find();
            if (password || (token.kind() == TokenKind.STRING && connects(token))) {
                Span place = password
                        ? tokens.get(i - 1).span()
                        : new Span(token.start(), Math.min(token.end(), token.start() + 1));
                report.accept(
                        finding(step, place, VERIFIER.matcher(token.text()).matches()));
                return;
            }
        }
    }

    private static boolean connects(Token token) {
        return IN_CONNECTION.matcher(token.text()).find()
                && !PLACEHOLDER.matcher(token.text()).find();
    }

    private static boolean isConnector(Token token) {
        return token.kind() == TokenKind.WORD
                && token.text().toLowerCase(Locale.ROOT).startsWith("dblink");
    }

    private static Finding finding(Step step, Span place, boolean verifier) {
        return Finding.at(step, INFO, place)
                .risk(verifier ? Risk.MEDIUM : Risk.CRITICAL)
                .object("password")
                .label(verifier ? "a password verifier stands in the file" : "a password stands in the file")
                .message(
                        verifier
                                ? "A verifier is no password, but who has it can try passwords against it at leisure,"
                                        + " and the same one holds wherever this migration runs."
                                : "The password stays in the history of the repository, in the log of the server and"
                                        + " in that of the migration tool, and is the same wherever this migration runs:"
                                        + " take it for known, and change it.")
                .instead("in the migration", "CREATE ROLE app LOGIN; -- without a password")
                .instead("outside of it, from a secret store", "\\password app")
                .instead("or with a placeholder that the migration tool fills in", "PASSWORD '${app_password}'")
                .build();
    }
}
