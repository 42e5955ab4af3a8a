package io.github.migralint.ast;

import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A statement of a procedural language, as it stands in a DO block or in the body of a routine: control flow around SQL. */
public sealed interface ProceduralStatement extends Node {
    /** The statements directly inside, in the order of the text, those of handlers and branches too. */
    default List<ProceduralStatement> children() {
        return List.of();
    }

    /** The statements of SQL in it, in the order in which they stand there. */
    default Stream<Statement> statements() {
        return this instanceof Sql sql
                ? Stream.of(sql.statement())
                : children().stream().flatMap(ProceduralStatement::statements);
    }

    /**
     * {@code [DECLARE …] BEGIN … [EXCEPTION …] END}; the body of a SQL function is one without declarations and handlers.
     *
     * @param label its label, if it has one
     * @param declarations its variables, in order
     * @param body its statements, in order
     * @param handlers what happens on errors; with any of them the block runs in a subtransaction
     */
    record Block(
            Optional<Identifier> label,
            List<Declaration> declarations,
            List<ProceduralStatement> body,
            List<Handler> handlers,
            Span span)
            implements ProceduralStatement {
        public Block {
            declarations = List.copyOf(declarations);
            body = List.copyOf(body);
            handlers = List.copyOf(handlers);
        }

        @Override
        public List<ProceduralStatement> children() {
            List<ProceduralStatement> children = new ArrayList<>(body);
            handlers.forEach(handler -> children.addAll(handler.body()));
            return children;
        }
    }

    /**
     * A variable of a block.
     *
     * @param name its name
     * @param type its type, if it is one that a column could have; {@code %TYPE}, {@code %ROWTYPE}, cursors have none
     * @param value what it begins with; NULL otherwise
     * @param query the query of a bound cursor
     */
    record Declaration(
            Identifier name, Optional<TypeName> type, Optional<Expression> value, Optional<Query> query, Span span)
            implements Node {}

    /**
     * {@code WHEN conditions THEN body} of an EXCEPTION clause, or {@code DECLARE … HANDLER FOR conditions body}.
     *
     * @param conditions folded condition names, {@code others}, or five-character SQLSTATEs
     * @param body what runs then
     * @param continues whether the block goes on behind the statement that failed; otherwise it ends
     */
    record Handler(List<String> conditions, List<ProceduralStatement> body, boolean continues, Span span)
            implements Node {
        public Handler {
            conditions = List.copyOf(conditions);
            body = List.copyOf(body);
        }

        /** One that ends its block. */
        public Handler(List<String> conditions, List<ProceduralStatement> body, Span span) {
            this(conditions, body, false, span);
        }
    }

    /**
     * {@code IF} and {@code CASE}: at most one branch runs, the first whose condition holds.
     *
     * @param branches in order; the conditions of {@code CASE x WHEN a, b} are written out as {@code x = a OR x = b}
     * @param otherwise what runs when no condition holds
     * @param exhaustive whether it is an error that none holds, as in a CASE without ELSE
     */
    record Choice(List<Branch> branches, List<ProceduralStatement> otherwise, boolean exhaustive, Span span)
            implements ProceduralStatement {
        public Choice {
            branches = List.copyOf(branches);
            otherwise = List.copyOf(otherwise);
        }

        @Override
        public List<ProceduralStatement> children() {
            List<ProceduralStatement> children = new ArrayList<>();
            branches.forEach(branch -> children.addAll(branch.body()));
            children.addAll(otherwise);
            return children;
        }
    }

    /** A condition and what runs when it holds. */
    record Branch(Expression condition, List<ProceduralStatement> body, Span span) implements Node {
        public Branch {
            body = List.copyOf(body);
        }
    }

    /** A body that runs any number of times. */
    record Loop(Optional<Identifier> label, LoopHeader header, List<ProceduralStatement> body, Span span)
            implements ProceduralStatement {
        public Loop {
            body = List.copyOf(body);
        }

        @Override
        public List<ProceduralStatement> children() {
            return body;
        }
    }

    /** What a loop goes through. */
    sealed interface LoopHeader {
        /** {@code LOOP}: until EXIT or RETURN. */
        record Endless() implements LoopHeader {}

        /** {@code WHILE condition}. */
        record While(Expression condition) implements LoopHeader {}

        /** {@code FOR variable IN [REVERSE] from .. to [BY step]}. */
        record Range(Identifier variable, Expression from, Expression to, Optional<Expression> step, boolean reverse)
                implements LoopHeader {}

        /**
         * {@code FOR variables IN query}.
         *
         * @param variables those that take a row
         * @param query what gives the rows
         * @param statement the statement that it is, such as an UPDATE with RETURNING
         */
        record Rows(List<Identifier> variables, Query query, Statement statement) implements LoopHeader {
            public Rows {
                variables = List.copyOf(variables);
            }
        }

        /** {@code FOR variables IN EXECUTE command [USING …]}. */
        record CommandRows(List<Identifier> variables, Expression command, List<Expression> using)
                implements LoopHeader {
            public CommandRows {
                variables = List.copyOf(variables);
                using = List.copyOf(using);
            }
        }

        /** {@code FOR variable IN cursor [(arguments)]}: through the rows of a cursor that was declared. */
        record CursorRows(Identifier variable, Identifier cursor) implements LoopHeader {}

        /** {@code FOREACH variables [SLICE n] IN ARRAY array}. */
        record Elements(List<Identifier> variables, Expression array) implements LoopHeader {
            public Elements {
                variables = List.copyOf(variables);
            }
        }
    }

    /**
     * A statement of SQL. {@code PERFORM query} is a {@link Select}.
     *
     * @param statement the statement, without an INTO of the procedural language; an {@link Unparsed} if it is none
     * @param into variables that take its result; a field with its dots, {@code new.total}
     */
    record Sql(Statement statement, List<Identifier> into, Span span) implements ProceduralStatement {
        public Sql {
            into = List.copyOf(into);
        }
    }

    /**
     * {@code EXECUTE command [INTO …] [USING …]}: a statement put together at run time.
     *
     * @param command the expression whose value is the statement
     * @param into variables that take its result
     * @param using values of its parameters {@code $1} …
     */
    record Execute(Expression command, List<Identifier> into, List<Expression> using, Span span)
            implements ProceduralStatement {
        public Execute {
            into = List.copyOf(into);
            using = List.copyOf(using);
        }
    }

    /**
     * {@code target := value}.
     *
     * @param target the variable, folded; with a field, {@code new.total}; with a subscript only the variable
     * @param whole whether the variable or field as a whole is assigned, not an element of it
     * @param value what it becomes; a query without SELECT
     */
    record Assignment(String target, boolean whole, Expression value, Span span) implements ProceduralStatement {}

    /**
     * {@code RAISE}, and an ASSERT as far as it fails.
     *
     * @param level {@code exception}, {@code warning}, {@code notice}, {@code info}, {@code log} or {@code debug}
     * @param condition the condition name, folded, or SQLSTATE it raises, if said
     */
    record Raise(String level, Optional<String> condition, Span span) implements ProceduralStatement {
        /** Whether the block ends here. */
        public boolean fails() {
            return level.equals("exception");
        }
    }

    /** {@code RETURN}: the whole body ends here. {@code RETURN NEXT} and {@code RETURN QUERY} are not. */
    record Return(Optional<Expression> value, Span span) implements ProceduralStatement {}

    /** {@code EXIT} and {@code CONTINUE}, of the loop or block of that label, or of the innermost loop. */
    record Leave(boolean continues, Optional<Identifier> label, Optional<Expression> condition, Span span)
            implements ProceduralStatement {}

    /**
     * What changes neither schema nor control flow: NULL, GET DIAGNOSTICS, OPEN, FETCH, CLOSE, RETURN NEXT, ASSERT.
     *
     * @param keywords its first keywords in upper case
     * @param queries what it reads
     * @param targets variables whose value it changes, folded
     */
    record Other(String keywords, List<Query> queries, List<String> targets, Span span) implements ProceduralStatement {
        public Other {
            queries = List.copyOf(queries);
            targets = List.copyOf(targets);
        }
    }

    /**
     * What could not be read, or a mark where something is missing in what was read.
     *
     * @param tokens its tokens; none for a mark
     * @param problem what was wrong, in a sentence
     * @param problemSpan where it was wrong
     */
    record Unread(List<Token> tokens, String problem, Span problemSpan, Span span) implements ProceduralStatement {
        public Unread {
            tokens = List.copyOf(tokens);
        }
    }
}
