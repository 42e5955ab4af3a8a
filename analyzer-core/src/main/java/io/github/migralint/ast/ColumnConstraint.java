package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.Optional;

/**
 * A constraint or property in a column definition.
 *
 * @param name its name, where given
 * @param kind what it is
 * @param expression of DEFAULT, CHECK and GENERATED
 * @param stored whether a generated column is stored
 * @param always whether identity values are always generated
 * @param sequence options of an identity
 * @param references the target of REFERENCES
 * @param nullsNotDistinct whether NULLs are equal in UNIQUE
 * @param noInherit whether children go without it
 * @param attributes deferrability, validity, enforcement
 * @param span where it stands
 */
public record ColumnConstraint(
        Optional<Identifier> name,
        ColumnConstraint.Kind kind,
        Optional<Expression> expression,
        boolean stored,
        boolean always,
        SequenceOptions sequence,
        Optional<ForeignKeyTarget> references,
        boolean nullsNotDistinct,
        boolean noInherit,
        ConstraintAttributes attributes,
        Span span)
        implements Node {
    /** What a column constraint is. */
    public enum Kind {
        NULL,
        NOT_NULL,
        DEFAULT,
        IDENTITY,
        GENERATED,
        CHECK,
        UNIQUE,
        PRIMARY_KEY,
        REFERENCES
    }
}
