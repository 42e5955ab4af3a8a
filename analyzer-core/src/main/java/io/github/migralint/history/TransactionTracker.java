package io.github.migralint.history;

import io.github.migralint.ast.AlterEnum;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TransactionControl;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effects;
import io.github.migralint.effect.ExecutionContext;
import io.github.migralint.framework.TransactionMode;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.SchemaBuilder;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows transactions through one migration: the frame that its tool gives, and what the script itself says. */
final class TransactionTracker {
    private final SchemaBuilder schema;
    private final boolean implicit;
    private final Settings settings;
    private final HeldLocks held = new HeldLocks();
    private final Set<ObjectId> created = new HashSet<>();
    private final Map<ObjectId, Set<String>> labelsAdded = new HashMap<>();
    private final Deque<Savepoint> savepoints = new ArrayDeque<>();
    private int transactions;
    private boolean open;
    private boolean known;
    private boolean explicit;
    private boolean ofTool;
    private Moment begin;
    private boolean block;
    private Optional<List<String>> searchPathBefore = Optional.empty();

    /** What a transaction comes back to when it, or a part of it, is rolled back. */
    record Moment(SchemaBuilder.Mark schema, List<HeldLock> held, Settings.State settings) {}

    private record Savepoint(String name, Moment moment) {}

    TransactionTracker(Migration migration, int statements, SchemaBuilder schema, Settings settings) {
        TransactionMode mode = migration.transaction().mode();
        this.schema = schema;
        this.settings = settings;
        this.implicit = mode == TransactionMode.IMPLICIT && statements > 1;
        this.ofTool = mode == TransactionMode.WRAPPED || mode == TransactionMode.SHARED;
        this.open = ofTool || implicit;
        this.transactions = open ? 1 : 0;
        this.known = mode != TransactionMode.UNKNOWN;
        this.begin = now();
    }

    /** The transaction as a statement meets it. */
    TransactionState state() {
        return new TransactionState(
                open ? transactions : 0, open, known, explicit, ofTool, held.all(), settings.inForce());
    }

    /** What a statement meets besides the schema. */
    ExecutionContext context() {
        return new ExecutionContext(open, settings.inForce(), created, labelsAdded);
    }

    /** What must be known before the statement is applied to the schema. */
    void before(Statement statement) {
        if (searchPathBefore.isEmpty() && Settings.isLocal(statement)) {
            searchPathBefore = Optional.of(schema.now().searchPath());
        }
        // where nothing tells, whoever writes SET LOCAL knows of a transaction
        settings.apply(statement, open || !known);
    }

    /** Begins, ends and rolls back, if the statement does. */
    void control(Statement statement) {
        if (statement instanceof TransactionControl control) {
            apply(control);
        }
        if (!open) {
            restoreSearchPath();
        }
    }

    /** What SET LOCAL said ends with the transaction; outside of one it says nothing. */
    private void restoreSearchPath() {
        searchPathBefore.ifPresent(path -> schema.searchPath(Optional.of(path)));
        searchPathBefore = Optional.empty();
    }

    /** What the transaction keeps of a statement: its locks, and what it made. */
    void keep(Statement statement, Origin origin, Effects effects, Collection<ObjectId> born) {
        if (open && !effects.of(Effect.Commits.class).isEmpty()) {
            end(true, false);
        }
        if (open) {
            created.addAll(born);
            for (Effect.TakesLock lock : effects.of(Effect.TakesLock.class)) {
                if (lock.hold() == Effect.TakesLock.Hold.TRANSACTION) {
                    held.add(new HeldLock(lock.relation(), lock.mode(), statement, origin), created);
                }
            }
            if (statement instanceof AlterEnum added && added.oldLabel().isEmpty()) {
                schema.now()
                        .type(added.name())
                        .found()
                        .ifPresent(type -> labelsAdded
                                .computeIfAbsent(type.id(), id -> new HashSet<>())
                                .add(added.label()));
            }
        }
    }

    /** Now, as something to return to. */
    Moment now() {
        return new Moment(schema.mark(), held.all(), settings.mark());
    }

    /** Schema, locks and settings are again as they were. */
    void returnTo(Moment moment) {
        schema.rollbackTo(moment.schema());
        held.returnTo(moment.held());
        settings.returnTo(moment.settings());
    }

    /** A statement begins that runs others; tells whether it is a transaction of its own. */
    boolean enter() {
        boolean alone = !open;
        if (alone) {
            start();
            block = true;
        }
        return alone;
    }

    /** A statement ends that ran others. */
    void leave(boolean alone, boolean commit) {
        if (alone) {
            boolean knownBefore = known;
            Settings.State inside = settings.mark();
            block = false;
            end(commit, false);
            known = knownBefore;
            if (commit && !known) {
                settings.returnTo(inside);
            }
        }
    }

    /** What the server answers to transaction control inside a block: only a block on its own may commit. */
    Effects refusalInside(TransactionControl control) {
        var unlessAlone = new Effect.ForbiddenInTransaction("2D000");
        return block
                ? new Effects(List.of(unlessAlone), true)
                : new Effects(List.of(unlessAlone), true).asInTransaction();
    }

    private void apply(TransactionControl control) {
        if (block) {
            insideBlock(control);
            return;
        }
        switch (control.action()) {
            case BEGIN -> begin();
            case COMMIT, PREPARE -> end(true, control.chain());
            case ROLLBACK -> end(false, control.chain());
            case SAVEPOINT -> savepoints.push(new Savepoint(name(control), now()));
            case RELEASE -> release(name(control));
            case ROLLBACK_TO -> rollbackTo(name(control));
            case COMMIT_PREPARED, ROLLBACK_PREPARED -> {}
        }
    }

    /** Inside a block a new transaction begins as soon as one ends. */
    private void insideBlock(TransactionControl control) {
        boolean commit = control.action() == TransactionControl.Action.COMMIT;
        if (commit || control.action() == TransactionControl.Action.ROLLBACK) {
            end(commit, false);
            start();
        }
    }

    private static String name(TransactionControl control) {
        return control.savepoint().map(Identifier::value).orElse("");
    }

    /** Inside the frame of a tool BEGIN changes nothing but that a COMMIT of the script ends it. */
    private void begin() {
        if (!open) {
            start();
        }
        explicit = true;
        known = true;
    }

    private void start() {
        open = true;
        transactions++;
        begin = now();
    }

    private void end(boolean commit, boolean chain) {
        known = true;
        if (!commit && open) {
            returnTo(begin);
        }
        settings.endTransaction();
        if (!open) {
            return;
        }
        restoreSearchPath();
        schema.endTransaction();
        held.returnTo(List.of());
        created.clear();
        labelsAdded.clear();
        savepoints.clear();
        open = false;
        explicit = false;
        ofTool = false;
        if (chain || implicit) {
            start();
            explicit = chain;
        }
    }

    private void release(String name) {
        if (savepoints.stream().anyMatch(savepoint -> savepoint.name().equals(name))) {
            while (!savepoints.element().name().equals(name)) {
                savepoints.pop();
            }
            savepoints.pop();
        }
    }

    private void rollbackTo(String name) {
        if (savepoints.stream().anyMatch(savepoint -> savepoint.name().equals(name))) {
            while (!savepoints.element().name().equals(name)) {
                savepoints.pop();
            }
            returnTo(savepoints.element().moment());
        }
    }

    /** The migration ends, and with it its transaction; what comes back are the settings that its session has then. */
    Map<String, String> finish() {
        schema.endSession();
        return settings.ofSession();
    }
}
