package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/** A statement that only MySQL and MariaDB have. */
public sealed interface MysqlStatement extends Statement {
    /**
     * {@code RENAME TABLE}: all pairs at once, or none.
     *
     * @param renames the pairs, at least one
     * @param ifExists whether missing tables are passed over
     * @param span where it stands
     */
    record RenameTables(List<TableRename> renames, boolean ifExists, Span span) implements MysqlStatement {
        public RenameTables {
            renames = List.copyOf(renames);
        }
    }

    /**
     * One pair of {@code RENAME TABLE}.
     *
     * @param table the table or view
     * @param newName its new name
     * @param span where it stands
     */
    record TableRename(QualifiedName table, QualifiedName newName, Span span) implements Node {}

    /**
     * {@code ALTER DATABASE}: what tables that are made later begin with.
     *
     * @param database the database; none for the current one
     * @param options names folded: {@code character set}, {@code collate}, {@code encryption}, {@code read only}
     * @param span where it stands
     */
    record AlterDatabase(Optional<Identifier> database, List<Option> options, Span span) implements MysqlStatement {
        public AlterDatabase {
            options = List.copyOf(options);
        }
    }

    /**
     * {@code OPTIMIZE}, {@code ANALYZE}, {@code CHECK}, {@code REPAIR TABLE}.
     *
     * @param action the first word, upper case
     * @param tables the tables
     * @param span where it stands
     */
    record MaintainTables(String action, List<QualifiedName> tables, Span span) implements MysqlStatement {
        public MaintainTables {
            tables = List.copyOf(tables);
        }
    }

    /**
     * {@code SET} of one or more variables.
     *
     * @param variables in order, at least one
     * @param span where it stands
     */
    record SetVariables(List<VariableAssignment> variables, Span span) implements MysqlStatement {
        public SetVariables {
            variables = List.copyOf(variables);
        }
    }

    /**
     * One assignment of {@code SET}.
     *
     * @param scope where the variable lives
     * @param name folded, without its marks: {@code lock_wait_timeout}; for SET NAMES the second word
     * @param value the value where it is a literal or a word, without quotes; none for DEFAULT and for expressions
     * @param expression what is assigned; none for DEFAULT
     * @param span where it stands
     */
    record VariableAssignment(
            Scope scope, String name, Optional<String> value, Optional<Expression> expression, Span span)
            implements Node {
        /** Where a variable lives. */
        public enum Scope {
            SESSION,
            GLOBAL,
            PERSIST,
            /** {@code @name}. */
            USER,
            /** A parameter or variable of a stored program, or a column of the row of a trigger. */
            PROGRAM,
            /** {@code SET TRANSACTION}: the next transaction only. */
            NEXT_TRANSACTION
        }
    }

    /**
     * {@code USE}: where unqualified names are looked up from now on.
     *
     * @param database the database
     * @param span where it stands
     */
    record UseDatabase(Identifier database, Span span) implements MysqlStatement {}

    /**
     * {@code LOCK TABLES}; it commits, and holds until {@code UNLOCK TABLES}.
     *
     * @param locks the tables with their locks
     * @param span where it stands
     */
    record LockTables(List<TableLock> locks, Span span) implements MysqlStatement {
        public LockTables {
            locks = List.copyOf(locks);
        }
    }

    /**
     * One table of {@code LOCK TABLES}.
     *
     * @param table the table
     * @param write whether everybody else waits, and not only writers
     * @param span where it stands
     */
    record TableLock(QualifiedName table, boolean write, Span span) implements Node {}

    /**
     * {@code UNLOCK TABLES}.
     *
     * @param span where it stands
     */
    record UnlockTables(Span span) implements MysqlStatement {}

    /**
     * {@code LOAD DATA}.
     *
     * @param table the table
     * @param local whether the file is one of the client
     * @param replace whether rows with the same key are deleted first
     * @param ignore whether rows that break a key are left out
     * @param columns the columns and variables that are filled, where named
     * @param span where it stands
     */
    record LoadData(
            QualifiedName table, boolean local, boolean replace, boolean ignore, List<Identifier> columns, Span span)
            implements MysqlStatement {
        public LoadData {
            columns = List.copyOf(columns);
        }
    }

    /**
     * {@code PREPARE name FROM …}.
     *
     * @param name the prepared statement, folded
     * @param source the text, or the variable that has it
     * @param span where it stands
     */
    record Prepare(String name, Expression source, Span span) implements MysqlStatement {}

    /**
     * {@code EXECUTE name}, or {@code EXECUTE IMMEDIATE}.
     *
     * @param name the prepared statement, folded; none for IMMEDIATE
     * @param source the text of IMMEDIATE
     * @param span where it stands
     */
    record Execute(Optional<String> name, Optional<Expression> source, Span span) implements MysqlStatement {}
}
