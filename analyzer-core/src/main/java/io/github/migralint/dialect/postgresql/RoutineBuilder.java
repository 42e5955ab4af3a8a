package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.CodeBlock;
import io.github.migralint.ast.CreateFunction;
import io.github.migralint.ast.CreateTrigger;
import io.github.migralint.ast.DoBlock;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TypeName;
import io.github.migralint.ast.Volatility;
import io.github.migralint.dialect.grammar.SyntaxProblem;
import io.github.migralint.dialect.postgresql.PostgresqlParser.CreateFunctionContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.CreateTriggerContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.DoBlockContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.PlainRoutineOptionContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.RoutineOptionContext;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds functions, procedures, anonymous blocks and triggers. */
final class RoutineBuilder {
    private final TreeParts parts;

    RoutineBuilder(TreeParts parts) {
        this.parts = parts;
    }

    /** What the options of a routine say, collected while they are read. */
    private static final class Options {
        private Optional<TypeName> returnType = Optional.empty();
        private Optional<String> language = Optional.empty();
        private Volatility volatility = Volatility.VOLATILE;
        private boolean securityDefiner;
        private final List<Option> settings = new ArrayList<>();
        private Optional<Token> literal = Optional.empty();
        private Optional<CodeBlock> body = Optional.empty();
        private boolean returns;
    }

    CreateFunction function(CreateFunctionContext context, boolean replace, Span span) {
        var options = new Options();
        for (RoutineOptionContext option : context.routineOption()) {
            if (option.setting() != null) {
                options.settings.add(setting(option));
            } else {
                read(option.plainRoutineOption(), options);
            }
        }
        return new CreateFunction(
                parts.name(context.functionName()),
                replace,
                context.PROCEDURE() != null,
                parts.argumentTypes(context.parameterList()),
                parts.argumentNames(context.parameterList()),
                options.returnType,
                options.language.orElse("sql"),
                options.volatility,
                options.securityDefiner,
                options.settings,
                program(options),
                span);
    }

    /** The body with what it says: its language may be named before it or after it. */
    private Optional<CodeBlock> program(Options options) {
        String language = options.language.orElse("sql");
        int depth = parts.tokens().depth();
        return options.literal
                .map(literal -> EmbeddedCode.of(literal, language, depth))
                .or(() -> options.body.map(body -> EmbeddedCode.withProgram(body, options.returns, depth)));
    }

    private void read(PlainRoutineOptionContext context, Options options) {
        if (context.LANGUAGE() != null) {
            options.language = Optional.of(languageAt(TreeParts.from(context) + 1));
        } else if (context.IMMUTABLE() != null) {
            options.volatility = Volatility.IMMUTABLE;
        } else if (context.STABLE() != null) {
            options.volatility = Volatility.STABLE;
        } else if (context.DEFINER() != null) {
            options.securityDefiner = true;
        } else if (context.RETURNS() != null) {
            options.returnType = returnType(context);
        } else if (context.AS() != null) {
            int body = TreeParts.from(context.string(context.string().size() - 1));
            options.literal = Optional.of(parts.tokens().token(body));
        } else if (context.RETURN() != null) {
            options.body = Optional.of(sqlBody(context.expression()));
            options.returns = true;
        } else if (context.ATOMIC() != null) {
            options.body = Optional.of(sqlBody(context.atomicBody()));
        }
    }

    private Optional<TypeName> returnType(PlainRoutineOptionContext context) {
        return context.typeName().isEmpty() ? Optional.empty() : Optional.of(parts.type(context.typeName(0)));
    }

    private String languageAt(int index) {
        return parts.value(index, index + 1).toLowerCase(Locale.ROOT);
    }

    private CodeBlock sqlBody(ParserRuleContext part) {
        Span span = parts.span(part);
        var text = new StringBuilder();
        parts.run(part).forEach(token -> text.append(text.isEmpty() ? "" : " ").append(token.text()));
        return new CodeBlock(text.toString(), span, false, parts.run(part), Optional.empty(), span);
    }

    private Option setting(RoutineOptionContext context) {
        int name = TreeParts.from(context) + 1;
        int value = name;
        int to = TreeParts.to(context);
        while (value < to
                && parts.tokens().type(value) != PostgresqlParser.EQUALS
                && parts.tokens().type(value) != PostgresqlParser.TO
                && parts.tokens().type(value) != PostgresqlParser.FROM) {
            value++;
        }
        boolean fromCurrent = parts.tokens().type(value) == PostgresqlParser.FROM;
        Optional<String> text =
                value + 1 >= to || fromCurrent ? Optional.empty() : Optional.of(parts.value(value + 1, to));
        return new Option(parts.name(name, value).toString(), text, parts.span(context));
    }

    DoBlock block(DoBlockContext context, Span span) {
        Optional<Token> literal = Optional.empty();
        String language = "plpgsql";
        for (var option : context.doOption()) {
            if (option.LANGUAGE() != null) {
                language = languageAt(TreeParts.from(option) + 1);
            } else {
                literal = Optional.of(parts.tokens().token(TreeParts.from(option)));
            }
        }
        int end = parts.tokens().count();
        Token body = literal.orElseThrow(() -> new SyntaxProblem(end, "expected the code to run"));
        return new DoBlock(
                language, EmbeddedCode.of(body, language, parts.tokens().depth()), span);
    }

    Statement trigger(CreateTriggerContext context, boolean replace, Span span) {
        List<String> events = new ArrayList<>();
        List<Identifier> updateColumns = new ArrayList<>();
        for (var event : context.triggerEvent()) {
            events.add(parts.tokens().word(TreeParts.from(event)).toUpperCase(Locale.ROOT));
            if (event.nameList() != null) {
                updateColumns.addAll(parts.identifiers(event.nameList().colId()));
            }
        }
        List<QualifiedName> tables = parts.names(context.anyName());
        String timing = context.BEFORE() != null ? "BEFORE" : context.AFTER() != null ? "AFTER" : "INSTEAD OF";
        return new CreateTrigger(
                parts.identifier(context.colId()),
                tables.get(0),
                replace,
                context.CONSTRAINT() != null,
                timing,
                events,
                updateColumns,
                context.ROW() != null,
                parts.optionalExpression(context.expression()),
                parts.name(context.functionName()),
                tables.size() > 1 ? Optional.of(tables.get(1)) : Optional.empty(),
                span);
    }
}
