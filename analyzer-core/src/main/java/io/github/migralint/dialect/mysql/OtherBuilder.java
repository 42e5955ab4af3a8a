package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.MysqlStatement.MaintainTables;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.dialect.mysql.MysqlParser.AccountContext;
import io.github.migralint.dialect.mysql.MysqlParser.AlterObjectContext;
import io.github.migralint.dialect.mysql.MysqlParser.CreatePlainContext;
import io.github.migralint.dialect.mysql.MysqlParser.CreateStoredContext;
import io.github.migralint.dialect.mysql.MysqlParser.DropTargetContext;
import io.github.migralint.dialect.mysql.MysqlParser.ExplainedContext;
import io.github.migralint.dialect.mysql.MysqlParser.MaintainContext;
import io.github.migralint.dialect.mysql.MysqlParser.RenameStmtContext;
import io.github.migralint.source.Span;
import io.github.migralint.source.StatementPiece;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Builds statements about which nothing more is asked than what they are and what they name. */
final class OtherBuilder {
    /** First words whose second word belongs to the name of the statement. */
    private static final Set<String> TWO_WORDS = Set.of(
            "change", "start", "stop", "install", "uninstall", "lock", "unlock", "load", "import", "reset", "purge");

    private final TreeParts parts;

    OtherBuilder(TreeParts parts) {
        this.parts = parts;
    }

    /** A statement of a kind without objects. */
    static OtherStatement of(String kind, StatementTokens tokens) {
        return of(kind, Optional.empty(), List.of(), tokens);
    }

    private static OtherStatement of(
            String kind, Optional<ObjectKind> objectKind, List<ObjectReference> objects, StatementTokens tokens) {
        return new OtherStatement(
                kind,
                objectKind,
                objects,
                tokens.run(0, tokens.count()),
                Optional.empty(),
                tokens.span(0, tokens.count()));
    }

    /** A statement about the one that begins at a token and ends with it. */
    static OtherStatement about(String kind, StatementTokens tokens, int from) {
        return new OtherStatement(
                kind,
                Optional.empty(),
                List.of(),
                tokens.run(0, tokens.count()),
                inner(tokens.run(Math.min(from, tokens.count()), tokens.count())),
                tokens.span(0, tokens.count()));
    }

    private static Optional<Statement> inner(List<Token> run) {
        if (run.isEmpty()) {
            return Optional.empty();
        }
        var span = new Span(run.getFirst().start(), run.getLast().end());
        Statement inner = MysqlStatementParser.parse(new StatementPiece(span, run, Optional.empty()));
        return inner instanceof Unparsed ? Optional.empty() : Optional.of(inner);
    }

    static Statement deallocate(TreeParts parts) {
        return of("DEALLOCATE PREPARE", parts.tokens());
    }

    Statement create(CreateStoredContext context) {
        boolean event = context.createEvent() != null;
        QualifiedName name = parts.name(
                event
                        ? context.createEvent().anyName()
                        : context.createPackage().anyName());
        return of(
                event ? "CREATE EVENT" : "CREATE PACKAGE",
                Optional.empty(),
                List.of(TreeParts.reference(name)),
                parts.tokens());
    }

    Statement create(CreatePlainContext context) {
        String kind = "CREATE " + kind(TreeParts.from(context));
        if (context.account() != null) {
            return of(kind, Optional.of(ObjectKind.ROLE), List.of(account(context.account())), parts.tokens());
        }
        return of(kind, parts.tokens());
    }

    Statement alter(AlterObjectContext context) {
        String kind = "ALTER " + kind(TreeParts.from(context));
        if (context.account() != null) {
            return of(kind, Optional.of(ObjectKind.ROLE), List.of(account(context.account())), parts.tokens());
        }
        return context.EVENT() != null ? of("ALTER EVENT", parts.tokens()) : of(kind, parts.tokens());
    }

    Statement drop(DropTargetContext context) {
        String kind = "DROP " + kind(TreeParts.from(context));
        if (!context.account().isEmpty()) {
            List<ObjectReference> accounts =
                    context.account().stream().map(this::account).toList();
            return of(kind, Optional.of(ObjectKind.ROLE), accounts, parts.tokens());
        }
        return of(
                kind,
                Optional.empty(),
                context.anyName().stream().map(parts::reference).toList(),
                parts.tokens());
    }

    /** What kind of object the words at a token say. */
    private String kind(int i) {
        String word = parts.tokens().word(i);
        String kind = switch (word) {
            case "logfile" -> "logfile group";
            case "resource" -> "resource group";
            case "spatial" -> "spatial reference system";
            case "undo" -> "tablespace";
            default -> word;
        };
        return kind.toUpperCase(Locale.ROOT);
    }

    private ObjectReference account(AccountContext context) {
        return parts.reference(parts.account(context), context);
    }

    Statement renameUsers(RenameStmtContext context) {
        List<ObjectReference> accounts = context.userRename().stream()
                .map(pair -> account(pair.account(0)))
                .toList();
        return of("RENAME USER", Optional.of(ObjectKind.ROLE), accounts, parts.tokens());
    }

    Statement maintain(MaintainContext context, Span span) {
        return new MaintainTables(
                parts.tokens().word(0).toUpperCase(Locale.ROOT),
                context.anyName().stream().map(parts::name).toList(),
                span);
    }

    /** A statement that is explained, or a table that is described. */
    Statement explained(ExplainedContext context) {
        StatementTokens tokens = parts.tokens();
        int from = 1;
        while (from < tokens.count() && !isStatement(from)) {
            from++;
        }
        return about(context.ANALYZE() != null ? "ANALYZE" : "EXPLAIN", tokens, from);
    }

    private boolean isStatement(int i) {
        return switch (parts.tokens().word(i)) {
            case "select", "insert", "update", "delete", "replace", "with", "table" -> true;
            default -> parts.tokens().type(i) == MysqlParser.LPAREN;
        };
    }

    Statement other() {
        StatementTokens tokens = parts.tokens();
        String first = tokens.word(0);
        String kind = TWO_WORDS.contains(first) ? first + " " + tokens.word(1) : first;
        return of(kind.strip().toUpperCase(Locale.ROOT), tokens);
    }
}
