package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code CREATE POLICY}.
 *
 * @param name its name
 * @param table the table
 * @param permissive whether it permits (or restricts)
 * @param command ALL, SELECT, INSERT, UPDATE or DELETE
 * @param roles the roles, {@code public} when none is named
 * @param using rows that are seen
 * @param withCheck rows that may be written
 * @param span where it stands
 */
public record CreatePolicy(
        Identifier name,
        QualifiedName table,
        boolean permissive,
        String command,
        List<String> roles,
        Optional<Expression> using,
        Optional<Expression> withCheck,
        Span span)
        implements Statement {
    public CreatePolicy {
        roles = List.copyOf(roles);
    }
}
