package io.github.migralint.effect;

import io.github.migralint.ast.ObjectKind;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/** One thing that a statement does. */
public sealed interface Effect {
    /** The place of work that belongs to no single clause. */
    Span WHOLE_STATEMENT = new Span(0, Integer.MAX_VALUE);

    /**
     * A lock is taken and held until the transaction ends (or for the length of the statement, when it cannot run in
     * one).
     *
     * @param relation the relation
     * @param mode the strongest mode
     */
    record TakesLock(RelationKey relation, LockMode mode) implements Effect {}

    /**
     * Every row of a table is read.
     *
     * @param relation the table
     * @param reason why: {@code verifies the CHECK orders_total_check}
     * @param place the clause that does it
     */
    record ScansTable(RelationKey relation, String reason, Span place) implements Effect {
        /** Done by the statement as a whole, wherever that stands. */
        public ScansTable(RelationKey relation, String reason) {
            this(relation, reason, WHOLE_STATEMENT);
        }
    }

    /**
     * A relation gets new storage.
     *
     * @param relation the table, or the matview, index or sequence
     * @param emptied whether the new storage is empty
     * @param reason why: {@code int4 to int8 changes every stored value}
     * @param place the clause that does it
     */
    record RewritesTable(RelationKey relation, boolean emptied, String reason, Span place) implements Effect {
        /** Done by the statement as a whole, wherever that stands. */
        public RewritesTable(RelationKey relation, boolean emptied, String reason) {
            this(relation, emptied, reason, WHOLE_STATEMENT);
        }
    }

    /**
     * An index is built.
     *
     * @param index the index
     * @param table its table
     * @param rebuild whether it existed before
     * @param concurrent whether writers may go on meanwhile
     * @param place the clause that does it
     */
    record BuildsIndex(RelationKey index, RelationKey table, boolean rebuild, boolean concurrent, Span place)
            implements Effect {
        /** Done by the statement as a whole, wherever that stands. */
        public BuildsIndex(RelationKey index, RelationKey table, boolean rebuild, boolean concurrent) {
            this(index, table, rebuild, concurrent, WHOLE_STATEMENT);
        }
    }

    /**
     * Data are gone afterwards.
     *
     * @param kind what is lost
     * @param objectKind what kind of object is lost or emptied
     * @param name its name for messages
     * @param object its identity, if known
     * @param place the clause that does it
     */
    record LosesData(Loss kind, ObjectKind objectKind, String name, Optional<ObjectId> object, Span place)
            implements Effect {
        /** What is lost. */
        public enum Loss {
            COLUMN,
            TABLE,
            ROWS,
            VALUES,
            OBJECT
        }
    }

    /**
     * Clients that run the release before this migration fail or misread afterwards.
     *
     * @param objectKind what kind of object they use
     * @param name its name before
     * @param object its identity, if known
     * @param how what happened to it
     * @param place the clause that does it
     */
    record BreaksClients(ObjectKind objectKind, String name, Optional<ObjectId> object, Breakage how, Span place)
            implements Effect {
        /** What happened to what clients use. */
        public enum Breakage {
            RENAMED,
            DROPPED,
            RETYPED,
            REQUIRED,
            MOVED
        }
    }

    /**
     * A column gets a type that cannot hold every value of its old one.
     *
     * @param relation the table
     * @param column the column
     * @param fate what becomes of values that do not fit
     * @param reason which values those are: {@code longer than 50 characters}
     * @param place the clause that does it
     */
    record NarrowsType(RelationKey relation, String column, Fate fate, String reason, Span place) implements Effect {
        /** What becomes of a value that the new type cannot hold. */
        public enum Fate {
            /** The statement fails. */
            REFUSED,
            /** It is cut or rounded without a word. */
            CHANGED,
            /** The old type is not known: there may be no such value, or the one or the other happens. */
            UNKNOWN
        }
    }

    /**
     * The statement may fail, depending on the rows.
     *
     * @param relation the table
     * @param sqlState the error it would give
     * @param reason which rows
     */
    record MayFailOnRows(RelationKey relation, String sqlState, String reason) implements Effect {}

    /**
     * No statement brings back what was.
     *
     * @param reason why
     */
    record Irreversible(String reason) implements Effect {}

    /**
     * The engine refuses the statement inside a transaction block.
     *
     * @param sqlState the error it gives
     */
    record ForbiddenInTransaction(String sqlState) implements Effect {}

    /**
     * The engine refuses the statement, whatever the rows.
     *
     * @param sqlState the error it gives
     * @param cause what kind of reason it has
     * @param reason why, in a sentence
     * @param subject the object that is missing, or there already, if it is about one
     * @param obstacles objects that stand in the way, as a view that reads the column that is dropped
     * @param place the clause that is refused
     */
    record Fails(
            String sqlState,
            Cause cause,
            String reason,
            Optional<Subject> subject,
            List<ObjectId> obstacles,
            Span place)
            implements Effect {
        public Fails {
            obstacles = List.copyOf(obstacles);
        }

        /** Why an engine refuses a statement. */
        public enum Cause {
            /** What it needs is not there. */
            MISSING,
            /** What it makes is there already. */
            EXISTS,
            /** The version of the engine does not know the form. */
            NOT_IN_VERSION,
            /** A label of an enum is used in the transaction that added it. */
            PREMATURE_LABEL,
            /** It stands where a transaction is always open, and is refused in one. */
            FORBIDDEN_IN_TRANSACTION,
            /** Anything else. */
            OTHER
        }
    }
}
