package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effect.Fails.Cause;
import io.github.migralint.effect.Effects;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.source.Span;
import java.util.stream.Stream;

/** Takes back an error that rests on something of which nobody knows whether it happened. */
final class Doubts {
    private final Schema before;

    private Doubts(Schema before) {
        this.before = before;
    }

    /** The effects, without an error that is not sure. */
    static Effects without(Effects effects, Schema before) {
        var doubts = new Doubts(before);
        return effects.failure()
                .filter(failure -> failure.cause() != Cause.NOT_IN_VERSION)
                .filter(failure -> doubts.about(failure) || doubts.aboutLocked(effects))
                .map(failure -> effects.withoutFailure())
                .orElse(effects);
    }

    private boolean about(Effect.Fails failure) {
        boolean subject =
                failure.subject().filter(about -> uncertain(about.name())).isPresent();
        return subject
                || Stream.concat(failure.subject().flatMap(Subject::table).stream(), failure.obstacles().stream())
                        .anyMatch(this::uncertain);
    }

    private boolean aboutLocked(Effects effects) {
        return effects.of(Effect.TakesLock.class).stream()
                .map(Effect.TakesLock::relation)
                .map(RelationKey::id)
                .anyMatch(id -> id.filter(this::uncertain).isPresent());
    }

    private boolean uncertain(ObjectId id) {
        return before.object(id)
                .map(SchemaObject::name)
                .filter(name -> uncertain(named(name.name())))
                .isPresent();
    }

    private boolean uncertain(QualifiedName name) {
        return before.uncertain(name);
    }

    private static QualifiedName named(String name) {
        return QualifiedName.of(new Identifier(name, false, new Span(0, 0)));
    }
}
