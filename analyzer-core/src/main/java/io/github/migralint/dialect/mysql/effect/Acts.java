package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effect.Fails.Cause;
import io.github.migralint.effect.Effect.TakesLock;
import io.github.migralint.effect.Effect.TakesLock.Hold;
import io.github.migralint.effect.Effects;
import io.github.migralint.effect.LockMode;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a statement does, gathered in the order in which the server does it; after an error nothing more is done. */
final class Acts {
    private final Set<TakesLock> locks = new LinkedHashSet<>();
    private final List<Effect> effects = new ArrayList<>();
    private Optional<Effect.Fails> failure = Optional.empty();
    private Span place = Effect.WHOLE_STATEMENT;
    private boolean commits;
    private boolean certain = true;

    /** What is added from now on is asked for by this clause. */
    void at(Span clause) {
        place = clause;
    }

    Span place() {
        return place;
    }

    void lock(RelationKey relation, LockMode mode, Hold hold) {
        if (failure.isEmpty()) {
            locks.add(new TakesLock(relation, mode, hold));
        }
    }

    /** A relation is closed to everybody for an instant, which must be waited for. */
    void lockForMoment(RelationKey relation) {
        lock(relation, Modes.EXCLUSIVE, Hold.MOMENT);
    }

    void add(Effect effect) {
        if (failure.isEmpty()) {
            effects.add(effect);
        }
    }

    /** The server gives this error if there are such rows. */
    void risk(RelationKey relation, String number, String reason) {
        add(new Effect.MayFailOnRows(relation, number, reason));
    }

    /** The open transaction is committed before anything else is done. */
    void commit() {
        commits = true;
    }

    /** Something that matters is not known. */
    void uncertain() {
        certain = false;
    }

    /** The server gives this error whatever the rows. */
    void fail(String number, String reason) {
        fail(number, Cause.OTHER, reason, Optional.empty(), List.of());
    }

    /** The server gives this error because of what stands in the way. */
    void fail(String number, String reason, List<ObjectId> obstacles) {
        fail(number, Cause.OTHER, reason, Optional.empty(), obstacles);
    }

    /** What is needed is not there. */
    void missing(String number, Subject subject) {
        fail(number, Cause.MISSING, sentence(subject, " does not exist."), Optional.of(subject), List.of());
    }

    /** What is made is there already. */
    void exists(String number, Subject subject) {
        fail(number, Cause.EXISTS, sentence(subject, " already exists."), Optional.of(subject), List.of());
    }

    /** A part of a table is missing, if all of the table is known; else that is not known. */
    void missing(String number, Scene scene, Table table, ObjectKind kind, Identifier name) {
        if (scene.certain(table)) {
            missing(number, Subject.in(table, kind, name));
        } else {
            uncertain();
        }
    }

    /** A relation is missing, if the history shows all; else that is not known. */
    void missingTable(Scene scene, QualifiedName name) {
        if (scene.surelyAbsent(name)) {
            missing(Errors.NO_SUCH_TABLE, Subject.of(ObjectKind.TABLE, name));
        } else {
            uncertain();
        }
    }

    /** The same where the history may show it. */
    void missingUnlessThere(Scene scene, QualifiedName name) {
        if (scene.schema().relation(name).found().isEmpty()) {
            missingTable(scene, name);
        }
    }

    /** The server does not know the form: a syntax error, before anything is done. */
    void unknownForm(Scene scene, Form form) {
        commits = false;
        fail(
                Errors.SYNTAX,
                Cause.NOT_IN_VERSION,
                scene.server().flavor().label() + " " + Forms.version(scene.server()) + " does not know " + form.words()
                        + Forms.since(scene.server(), form) + ".",
                Optional.empty(),
                List.of());
    }

    void fail(String number, Cause cause, String reason, Optional<Subject> subject, List<ObjectId> obstacles) {
        if (failure.isEmpty()) {
            failure = Optional.of(new Effect.Fails(number, cause, reason, subject, obstacles, place));
        }
    }

    private static String sentence(Subject subject, String what) {
        String words = subject.kind().words();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + " " + subject.name() + what;
    }

    boolean failed() {
        return failure.isPresent();
    }

    /** All of it, locks first. */
    Effects effects() {
        List<Effect> all = new ArrayList<>();
        boolean syntax =
                failure.filter(error -> error.sqlState().equals(Errors.SYNTAX)).isPresent();
        if (!syntax) {
            all.addAll(locks);
        }
        if (commits) {
            all.add(new Effect.Commits());
        }
        if (failure.isEmpty()) {
            all.addAll(effects);
        }
        failure.ifPresent(all::add);
        return new Effects(all, certain);
    }
}
