package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.SetVariable;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TransactionControl;
import io.github.migralint.dialect.postgresql.PostgresqlParser.ResetSettingContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.SetTargetContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.ShownSettingContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.TransactionContext;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Builds transaction control and settings. */
final class SessionBuilder {
    private final TreeParts parts;
    private final StatementTokens tokens;

    SessionBuilder(TreeParts parts) {
        this.parts = parts;
        this.tokens = parts.tokens();
    }

    TransactionControl transaction(TransactionContext context, Span span) {
        Optional<Identifier> savepoint = parts.optional(context.colId());
        if (context.string() != null) {
            savepoint = Optional.of(new Identifier(parts.text(context.string()), true, parts.span(context.string())));
        }
        boolean chain = context.chain() != null && context.chain().NO() == null;
        return new TransactionControl(action(context), savepoint, chain, span);
    }

    private static TransactionControl.Action action(TransactionContext context) {
        if (context.BEGIN() != null || context.START() != null) {
            return TransactionControl.Action.BEGIN;
        }
        if (context.RELEASE() != null) {
            return TransactionControl.Action.RELEASE;
        }
        if (context.PREPARED() != null) {
            return context.COMMIT() != null
                    ? TransactionControl.Action.COMMIT_PREPARED
                    : TransactionControl.Action.ROLLBACK_PREPARED;
        }
        if (context.TO() != null) {
            return TransactionControl.Action.ROLLBACK_TO;
        }
        if (context.ROLLBACK() != null || context.ABORT() != null) {
            return TransactionControl.Action.ROLLBACK;
        }
        return context.SAVEPOINT() != null ? TransactionControl.Action.SAVEPOINT : TransactionControl.Action.COMMIT;
    }

    /** {@code PREPARE TRANSACTION}, which shares its first word with prepared statements. */
    TransactionControl prepare(PostgresqlParser.StringContext name, Span span) {
        var identifier = new Identifier(parts.text(name), true, parts.span(name));
        return new TransactionControl(TransactionControl.Action.PREPARE, Optional.of(identifier), false, span);
    }

    Statement set(SetTargetContext context, Span span) {
        if (context.IMMEDIATE() != null || context.DEFERRED() != null) {
            return OtherStatements.of("ConstraintsSetStmt", tokens);
        }
        int from = TreeParts.from(context);
        if (context.CHARACTERISTICS() != null) {
            return transactionModes(from + 4, SetVariable.Scope.TRANSACTION, "transaction", span);
        }
        boolean local = context.LOCAL() != null && context.assigned() == null;
        boolean session = !context.SESSION().isEmpty() && context.assigned() == null;
        int name = (local || session) && !(context.sessionAuthorization() != null && !followedBySession(from))
                ? from + 1
                : from;
        SetVariable.Scope scope = local ? SetVariable.Scope.LOCAL : SetVariable.Scope.SESSION;
        return variable(name, scope, span);
    }

    private boolean followedBySession(int from) {
        return tokens.type(from + 1) == PostgresqlParser.SESSION;
    }

    private SetVariable variable(int name, SetVariable.Scope scope, Span span) {
        String word = tokens.word(name);
        int next = tokens.type(name + 1);
        boolean assigned = next == PostgresqlParser.EQUALS
                || next == PostgresqlParser.TO
                || next == PostgresqlParser.DOT
                || next == PostgresqlParser.FROM;
        if (assigned) {
            return assigned(name, scope, span);
        }
        return switch (word) {
            case "transaction" ->
                tokens.word(name + 1).equals("snapshot")
                        ? values("transaction_snapshot", name + 2, SetVariable.Scope.TRANSACTION, span)
                        : transactionModes(name + 1, SetVariable.Scope.TRANSACTION, "transaction", span);
            case "time" -> timeZone(name + 2, scope, span);
            case "names" -> values("client_encoding", name + 1, scope, span);
            case "schema" -> values("search_path", name + 1, scope, span);
            case "session" -> values("session_authorization", name + 2, scope, span);
            case "xml" -> values("xmloption", name + 2, scope, span);
            default -> values(word, name + 1, scope, span);
        };
    }

    /** LOCAL is another word for DEFAULT here. */
    private SetVariable timeZone(int value, SetVariable.Scope scope, Span span) {
        boolean local = tokens.type(value) == PostgresqlParser.LOCAL;
        return values("timezone", local ? tokens.count() : value, scope, span);
    }

    private SetVariable transactionModes(int from, SetVariable.Scope scope, String name, Span span) {
        List<String> modes = new ArrayList<>();
        for (int i = from; i < tokens.count(); i++) {
            modes.add(tokens.token(i).text().toUpperCase(Locale.ROOT));
        }
        return new SetVariable(scope, name, Optional.of(String.join(" ", modes)), List.of(), false, span);
    }

    private SetVariable assigned(int from, SetVariable.Scope scope, Span span) {
        int i = from + 1;
        while (tokens.type(i) == PostgresqlParser.DOT) {
            i += 2;
        }
        String name = parts.name(from, i).toString();
        if (tokens.type(i) == PostgresqlParser.FROM) {
            return new SetVariable(scope, name, Optional.empty(), List.of(), false, span);
        }
        return values(name, i + 1, scope, span);
    }

    private SetVariable values(String name, int from, SetVariable.Scope scope, Span span) {
        boolean missing = from >= tokens.count();
        if (missing || tokens.type(from) == PostgresqlParser.DEFAULT) {
            return new SetVariable(scope, name, Optional.empty(), List.of(), true, span);
        }
        List<String> values = new ArrayList<>();
        int start = from;
        for (int i = from; i <= tokens.count(); i++) {
            if (i == tokens.count() || tokens.type(i) == PostgresqlParser.COMMA) {
                values.add(value(start, i));
                start = i + 1;
            }
        }
        return new SetVariable(scope, name, Optional.of(String.join(", ", values)), values, false, span);
    }

    private String value(int from, int to) {
        boolean word = to == from + 1 && !tokens.word(from).isEmpty();
        return word ? tokens.word(from) : parts.value(from, to);
    }

    SetVariable reset(ResetSettingContext context, Span span) {
        return new SetVariable(
                SetVariable.Scope.SESSION, shown(context.shownSetting()), Optional.empty(), List.of(), true, span);
    }

    private String shown(ShownSettingContext context) {
        if (context.TIME() != null) {
            return "timezone";
        }
        if (context.ISOLATION() != null) {
            return "transaction_isolation";
        }
        if (context.AUTHORIZATION() != null) {
            return "session_authorization";
        }
        return parts.name(context).toString();
    }
}
