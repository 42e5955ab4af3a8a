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
     * A lock is taken. A statement may hold a weak one while it works and need a strong one for a moment: those are two.
     *
     * @param relation the relation
     * @param mode the strongest mode that is held so long
     * @param hold how long it is held
     */
    record TakesLock(RelationKey relation, LockMode mode, Hold hold) implements Effect {
        /** Until the transaction ends. */
        public TakesLock(RelationKey relation, LockMode mode) {
            this(relation, mode, Hold.TRANSACTION);
        }

        /** How long a lock is held. */
        public enum Hold {
            /** Until the transaction ends, or the statement, when it cannot run in one. */
            TRANSACTION,
            /** Until the statement has done its work. */
            STATEMENT,
            /** For an instant before or after the work; but it must be waited for. */
            MOMENT
        }
    }

    /**
     * A clause changes a table in one of the ways that an author may demand: an engine that cannot do it so refuses.
     *
     * @param relation the table
     * @param way the best way in which this version can carry it out
     * @param clause what is done, as the engine's manual names it: {@code ADD COLUMN}
     * @param place the clause
     */
    record ChangesTable(RelationKey relation, OnlineWay way, String clause, Span place) implements Effect {}

    /** The open transaction is committed before the statement runs, and cannot be undone by ROLLBACK any more. */
    record Commits() implements Effect {}

    /**
     * A column loses what a statement that defines it anew does not repeat.
     *
     * @param relation the table
     * @param column the column
     * @param attributes what is lost, as SQL: {@code NOT NULL}, {@code DEFAULT 5}
     * @param place the clause that does it
     */
    record LosesAttributes(RelationKey relation, String column, List<String> attributes, Span place) implements Effect {
        public LosesAttributes {
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * Rows get a value that nobody gave.
     *
     * @param relation the table
     * @param column the column
     * @param value the value: {@code 0}, {@code ''}, {@code 0000-00-00}
     * @param place the clause that does it
     */
    record InventsValues(RelationKey relation, String column, String value, Span place) implements Effect {}

    /**
     * A clause is read by the engine and has no effect.
     *
     * @param clause the clause in words: {@code CHECK}, {@code REFERENCES of a column}
     * @param reason why, and from which version on it has one
     * @param place the clause
     */
    record IgnoresClause(String clause, String reason, Span place) implements Effect {}

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
     * @param sqlState the error it would give: its SQLSTATE, or its number where the engine numbers its errors
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
     * @param sqlState the error it gives: its SQLSTATE, or its number where the engine numbers its errors
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
