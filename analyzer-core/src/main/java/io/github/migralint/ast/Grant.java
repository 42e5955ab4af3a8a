package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code GRANT} and {@code REVOKE} on objects.
 *
 * @param revoke whether rights are taken away
 * @param kind the kind of objects; none for roles
 * @param allInSchema whether {@code objects} are schemas, and all their objects are meant
 * @param privileges upper case; {@code ALL} for all
 * @param objects the objects or granted roles
 * @param grantees who gains or loses, {@code public} included
 * @param grantOption whether it may be passed on
 * @param cascade whether dependent grants go too
 * @param span where it stands
 */
public record Grant(
        boolean revoke,
        Optional<ObjectKind> kind,
        boolean allInSchema,
        List<String> privileges,
        List<ObjectReference> objects,
        List<String> grantees,
        boolean grantOption,
        boolean cascade,
        Span span)
        implements Statement {
    public Grant {
        privileges = List.copyOf(privileges);
        objects = List.copyOf(objects);
        grantees = List.copyOf(grantees);
    }
}
