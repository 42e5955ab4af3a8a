package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.Optional;

/**
 * {@code ALTER DOMAIN} with an action.
 *
 * @param name the domain
 * @param action what is done
 * @param constraint the constraint it is about, where named
 * @param expression the default or the check
 * @param notValid whether existing values are left unchecked
 * @param cascade whether dependent objects go too
 * @param ifExists whether it is skipped when the object is missing
 * @param span where it stands
 */
public record AlterDomain(
        QualifiedName name,
        AlterDomain.Action action,
        Optional<Identifier> constraint,
        Optional<Expression> expression,
        boolean notValid,
        boolean cascade,
        boolean ifExists,
        Span span)
        implements Statement {
    /** What is done to the domain. */
    public enum Action {
        SET_DEFAULT,
        DROP_DEFAULT,
        SET_NOT_NULL,
        DROP_NOT_NULL,
        ADD_CHECK,
        ADD_NOT_NULL,
        DROP_CONSTRAINT,
        VALIDATE_CONSTRAINT
    }
}
