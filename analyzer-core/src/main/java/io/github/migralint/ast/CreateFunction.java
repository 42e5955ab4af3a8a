package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code CREATE FUNCTION} and {@code CREATE PROCEDURE}.
 *
 * @param name its name
 * @param replace whether an existing one is replaced
 * @param procedure whether it is a procedure
 * @param argumentTypes types of its input arguments
 * @param argumentNames names of its input arguments, folded; empty for one without
 * @param returnType what it returns, if one type
 * @param language its language, folded; {@code sql} for a body without a language
 * @param volatility what was declared, or the default
 * @param securityDefiner whether it runs with its owner's rights
 * @param settings {@code SET} clauses
 * @param body its source, where it is text or a SQL body
 * @param definer the account whose rights it uses, where DEFINER names one
 * @param span where it stands
 */
public record CreateFunction(
        QualifiedName name,
        boolean replace,
        boolean procedure,
        List<TypeName> argumentTypes,
        List<String> argumentNames,
        Optional<TypeName> returnType,
        String language,
        Volatility volatility,
        boolean securityDefiner,
        List<Option> settings,
        Optional<CodeBlock> body,
        Optional<String> definer,
        Span span)
        implements Statement {
    /** Without a named definer. */
    public CreateFunction(
            QualifiedName name,
            boolean replace,
            boolean procedure,
            List<TypeName> argumentTypes,
            List<String> argumentNames,
            Optional<TypeName> returnType,
            String language,
            Volatility volatility,
            boolean securityDefiner,
            List<Option> settings,
            Optional<CodeBlock> body,
            Span span) {
        this(
                name,
                replace,
                procedure,
                argumentTypes,
                argumentNames,
                returnType,
                language,
                volatility,
                securityDefiner,
                settings,
                body,
                Optional.empty(),
                span);
    }

    public CreateFunction {
        argumentTypes = List.copyOf(argumentTypes);
        argumentNames = List.copyOf(argumentNames);
        settings = List.copyOf(settings);
    }
}
