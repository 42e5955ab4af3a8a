package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.CodeBlock;
import io.github.migralint.ast.CreateFunction;
import io.github.migralint.ast.CreateTrigger;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TypeName;
import io.github.migralint.ast.Volatility;
import io.github.migralint.dialect.mysql.MysqlParser.CharacteristicContext;
import io.github.migralint.dialect.mysql.MysqlParser.CreateRoutineContext;
import io.github.migralint.dialect.mysql.MysqlParser.CreateTriggerContext;
import io.github.migralint.dialect.mysql.MysqlParser.TriggerEventContext;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Builds stored programs; their code stays a run of tokens. */
final class RoutineBuilder {
    private final TreeParts parts;

    RoutineBuilder(TreeParts parts) {
        this.parts = parts;
    }

    Statement routine(CreateRoutineContext context, boolean replace, Optional<String> definer, Span span) {
        if (context.SONAME() != null) {
            return OtherBuilder.of("CREATE FUNCTION SONAME", parts.tokens());
        }
        boolean procedure = context.PROCEDURE() != null;
        Parameters parameters = new Parameters(
                parts, TreeParts.from(context.parameters()) + 1, TreeParts.to(context.parameters()) - 1, procedure);
        Optional<TypeName> returned =
                Optional.ofNullable(context.returned()).map(type -> parts.type(type.columnType()));
        return new CreateFunction(
                parts.name(context.anyName()),
                replace,
                procedure,
                parameters.types(),
                parameters.names(),
                returned,
                language(context.characteristic()),
                volatility(context.characteristic()),
                isSecurityDefiner(context.characteristic()),
                settings(context),
                Optional.of(code(TreeParts.from(context.body()))),
                definer,
                span);
    }

    private String language(List<CharacteristicContext> characteristics) {
        return characteristics.stream()
                .filter(characteristic -> characteristic.LANGUAGE() != null)
                .map(characteristic -> parts.tokens().word(TreeParts.to(characteristic) - 1))
                .findFirst()
                .orElse("sql");
    }

    private static Volatility volatility(List<CharacteristicContext> characteristics) {
        boolean deterministic = characteristics.stream()
                .anyMatch(characteristic -> characteristic.DETERMINISTIC() != null && characteristic.NOT() == null);
        return deterministic ? Volatility.IMMUTABLE : Volatility.VOLATILE;
    }

    /** A routine runs with the rights of its definer unless it says otherwise. */
    private boolean isSecurityDefiner(List<CharacteristicContext> characteristics) {
        return characteristics.stream()
                .filter(characteristic -> characteristic.SECURITY() != null)
                .noneMatch(
                        characteristic -> parts.folded(characteristic.colId()).equals("invoker"));
    }

    private List<Option> settings(CreateRoutineContext context) {
        return context.ifNotExists() == null
                ? List.of()
                : List.of(parts.option("if not exists", context.ifNotExists()));
    }

    /** Everything from a token to the end. */
    CodeBlock code(int from) {
        StatementTokens tokens = parts.tokens();
        List<Token> run = tokens.run(from, tokens.count());
        var text = new StringBuilder();
        run.forEach(token -> text.append(text.isEmpty() ? "" : " ").append(token.text()));
        Span span = tokens.span(from, tokens.count());
        return new CodeBlock(text.toString(), span, false, run, Optional.empty(), span);
    }

    Statement trigger(CreateTriggerContext context, boolean replace, Optional<String> definer, Span span) {
        QualifiedName name = parts.name(context.anyName(0));
        List<String> events = new ArrayList<>();
        for (TriggerEventContext event : context.triggerEvent()) {
            events.add(parts.tokens().word(TreeParts.from(event)).toUpperCase(Locale.ROOT));
        }
        return new CreateTrigger(
                name.last(),
                parts.name(context.anyName(1)),
                replace,
                false,
                context.BEFORE() != null ? "BEFORE" : "AFTER",
                events,
                context.triggerEvent().stream()
                        .flatMap(event -> parts.names(event.nameList()).stream())
                        .toList(),
                true,
                Optional.empty(),
                name,
                Optional.empty(),
                definer,
                Optional.of(code(TreeParts.from(context.body()))),
                span);
    }
}
