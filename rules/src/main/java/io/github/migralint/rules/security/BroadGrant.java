package io.github.migralint.rules.security;

import io.github.migralint.ast.Grant;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Rights for everybody, or rights to give rights. */
public final class BroadGrant implements Rule {
    private static final String EVERYBODY = "public";

    /** What PUBLIC has from the start, or what lets nobody see a row. */
    private static final Set<String> HARMLESS =
            Set.of("USAGE", "EXECUTE", "CONNECT", "TEMPORARY", "TEMP", "REFERENCES");

    /** Roles of the server that read or write everything, or leave the database. */
    private static final Set<String> MIGHTY = Set.of(
            "pg_read_all_data",
            "pg_write_all_data",
            "pg_execute_server_program",
            "pg_read_server_files",
            "pg_write_server_files",
            "pg_database_owner");

    private static final RuleInfo INFO = new RuleInfo(
            "broad-grant",
            "Rights are given to everybody, or to a role that may pass them on.",
            Category.SECURITY,
            Risk.MEDIUM,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.statement() instanceof Grant grant && !grant.revoke()) {
            reason(step, grant).ifPresent(reason -> report.accept(finding(step, grant, reason)));
        } else if (step.statement() instanceof OtherStatement defaults && opensAllThatComes(defaults)) {
            report.accept(Finding.at(step, INFO, defaults.span())
                    .object(EVERYBODY)
                    .label("whatever is created from here on is open to everybody")
                    .message("These default privileges open every object that is created from here on to every role of"
                            + " the server, also those that nobody thought of.")
                    .instead("one role, one right", "ALTER DEFAULT PRIVILEGES … GRANT SELECT ON TABLES TO reporting;")
                    .build());
        }
    }

    private static Optional<String> reason(Step step, Grant grant) {
        boolean toEverybody = grant.grantees().stream().anyMatch(grantee -> isEverybody(step, grantee));
        if (toEverybody && grant.kind().isPresent() && !harmless(grant)) {
            return Optional.of("every role of the server, also a future one, may use it");
        }
        if (ofTheWholeServer(grant)) {
            return Optional.of("it holds in every database of the server, also in those that come later");
        }
        if (grant.grantOption()) {
            return Optional.of("whoever has it may give it to anybody else");
        }
        return grant.objects().stream()
                .map(object -> object.name().name())
                .filter(role -> grant.kind().isEmpty() && MIGHTY.contains(role))
                .findFirst()
                .map(role -> role + " reaches every table of the database, or beyond it");
    }

    /** MariaDB knows PUBLIC in any case; in MySQL it is the name of an account like any other. */
    private static boolean isEverybody(Step step, String grantee) {
        return switch (step.engine().dialect()) {
            case Engines.MYSQL -> false;
            case Engines.MARIADB -> grantee.equalsIgnoreCase(EVERYBODY);
            default -> grantee.equals(EVERYBODY);
        };
    }

    /** {@code ALL ON *.*}. */
    private static boolean ofTheWholeServer(Grant grant) {
        return grant.privileges().contains("ALL")
                && grant.objects().stream()
                        .anyMatch(object -> object.name().toString().equals("*.*"));
    }

    /** ALL on what knows nothing but EXECUTE or USAGE is no more than that. */
    private static boolean harmless(Grant grant) {
        boolean oneRight = grant.kind()
                .filter(kind -> kind == ObjectKind.FUNCTION
                        || kind == ObjectKind.PROCEDURE
                        || kind == ObjectKind.ROUTINE
                        || kind == ObjectKind.TYPE
                        || kind == ObjectKind.DOMAIN
                        || kind == ObjectKind.LANGUAGE)
                .isPresent();
        return oneRight || HARMLESS.containsAll(grant.privileges());
    }

    /** ALTER DEFAULT PRIVILEGES has no tree of its own: its words are looked at. */
    private static boolean opensAllThatComes(OtherStatement statement) {
        List<Token> tokens = statement.tokens();
        return statement.kind().equals("AlterDefaultPrivilegesStmt")
                && has(tokens, "grant")
                && has(after(tokens, "to"), EVERYBODY)
                && (has(tokens, "tables") || has(tokens, "sequences") || has(tokens, "schemas"));
    }

    private static List<Token> after(List<Token> tokens, String word) {
        return tokens.stream().dropWhile(token -> !token.isWord(word)).toList();
    }

    private static boolean has(List<Token> tokens, String word) {
        return tokens.stream().anyMatch(token -> token.isWord(word));
    }

    private static Finding finding(Step step, Grant grant, String reason) {
        String who = String.join(", ", grant.grantees());
        String rights = grant.kind().isEmpty() ? "membership" : String.join(", ", grant.privileges());
        return Finding.at(step, INFO, grant.span())
                .object(who)
                .label(reason)
                .message("This gives " + rights + " to " + who + ": " + reason + ".")
                .instead("one role, the rights it needs, no more", "GRANT SELECT, INSERT ON … TO app;")
                .build();
    }
}
