package io.github.migralint.dialect.postgresql.plpgsql;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.ProceduralStatement.Execute;
import io.github.migralint.ast.ProceduralStatement.Leave;
import io.github.migralint.ast.ProceduralStatement.Other;
import io.github.migralint.ast.ProceduralStatement.Return;
import io.github.migralint.ast.ProceduralStatement.Sql;
import io.github.migralint.ast.Query;
import io.github.migralint.dialect.procedural.BodyTokens;
import io.github.migralint.dialect.procedural.Refusal;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the statements that hold no others. */
final class Commands {
    private static final Set<String> NONE = Set.of();
    private static final Set<String> CURRENT_ITEMS = Set.of("row_count", "pg_context", "pg_routine_oid");
    private static final Set<String> STACKED_ITEMS = Set.of(
            "returned_sqlstate",
            "column_name",
            "constraint_name",
            "pg_datatype_name",
            "message_text",
            "table_name",
            "schema_name",
            "pg_exception_detail",
            "pg_exception_hint",
            "pg_exception_context");

    private final Reading reading;
    private final BodyTokens tokens;
    private final EmbeddedStatements embedded;
    private final Cursors cursors;
    private final Raises raises;

    Commands(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
        this.embedded = new EmbeddedStatements(reading);
        this.cursors = new Cursors(reading);
        this.raises = new Raises(reading);
    }

    /** The statement that begins here, with its semicolon; {@code inLoop} tells whether there is a loop to leave. */
    ProceduralStatement statement(boolean inLoop) {
        if (Assignments.beginsAt(tokens)) {
            return Assignments.read(reading);
        }
        return switch (Words.fold(tokens.peek())) {
            case "null" -> nothing();
            case "exit" -> leave(false, inLoop);
            case "continue" -> leave(true, inLoop);
            case "return" -> returning();
            case "raise" -> raises.raise();
            case "assert" -> raises.assertion();
            case "execute" -> execute();
            case "perform" -> embedded.perform();
            case "get" -> diagnostics();
            case "open" -> cursors.open();
            case "fetch" -> cursors.fetch();
            case "move" -> cursors.move();
            case "close" -> cursors.close();
            case "commit", "rollback" -> transaction();
            default -> embedded.statement();
        };
    }

    private Other nothing() {
        int from = tokens.index();
        tokens.next();
        reading.semicolon();
        return new Other("NULL", List.of(), List.of(), reading.spanFrom(from));
    }

    private Leave leave(boolean continues, boolean inLoop) {
        int from = tokens.index();
        Span word = tokens.next().span();
        Optional<Identifier> label = tokens.isWord("when") ? Optional.empty() : reading.optionalName();
        if (label.isEmpty() && !inLoop) {
            throw new Refusal("there is no loop around this", word);
        }
        Optional<Expression> condition =
                tokens.accept("when") ? Optional.of(reading.expression(NONE)) : Optional.empty();
        reading.semicolon();
        return new Leave(continues, label, condition, reading.spanFrom(from));
    }

    private ProceduralStatement returning() {
        int from = tokens.index();
        tokens.next();
        if (tokens.accept("next")) {
            return returnNext(from);
        }
        if (tokens.accept("query")) {
            return returnQuery(from);
        }
        Optional<Expression> value = tokens.isSymbol(";") ? Optional.empty() : Optional.of(reading.expression(NONE));
        reading.semicolon();
        return new Return(value, reading.spanFrom(from));
    }

    /** A routine with OUT parameters returns them without naming them. */
    private Other returnNext(int from) {
        List<Query> queries = tokens.isSymbol(";") ? List.of() : List.of(reading.query(NONE));
        reading.semicolon();
        return new Other("RETURN NEXT", queries, List.of(), reading.spanFrom(from));
    }

    /** The rows may be those of an UPDATE with RETURNING. */
    private ProceduralStatement returnQuery(int from) {
        if (tokens.accept("execute")) {
            Expression command = reading.expression(Set.of("using"));
            List<Expression> using = tokens.accept("using") ? reading.list(NONE) : List.of();
            reading.semicolon();
            return new Execute(command, List.of(), using, reading.spanFrom(from));
        }
        Sql sql = embedded.statement();
        return new Sql(sql.statement(), sql.into(), reading.spanFrom(from));
    }

    private Execute execute() {
        int from = tokens.index();
        tokens.next();
        Expression command = reading.expression(Set.of("into", "using"));
        List<Identifier> into = List.of();
        List<Expression> using = List.of();
        while (!tokens.isSymbol(";")) {
            if (into.isEmpty() && tokens.accept("into")) {
                tokens.accept("strict");
                into = reading.targets();
            } else if (using.isEmpty() && tokens.accept("using")) {
                using = reading.list(Set.of("into"));
            } else {
                throw tokens.expected("\";\"");
            }
        }
        reading.semicolon();
        return new Execute(command, into, using, reading.spanFrom(from));
    }

    private Other diagnostics() {
        int from = tokens.index();
        tokens.next();
        boolean stacked = tokens.accept("stacked");
        if (!stacked) {
            tokens.accept("current");
        }
        tokens.expect("diagnostics");
        List<String> targets = new ArrayList<>();
        do {
            targets.add(reading.target().value());
            if (!tokens.acceptSymbol(":=") && !tokens.acceptSymbol("=")) {
                throw tokens.expected("\":=\"");
            }
            if (!(stacked ? STACKED_ITEMS : CURRENT_ITEMS).contains(Words.fold(tokens.peek()))) {
                throw tokens.expected("an item of the diagnostics");
            }
            tokens.next();
        } while (tokens.acceptSymbol(","));
        reading.semicolon();
        return new Other(
                stacked ? "GET STACKED DIAGNOSTICS" : "GET DIAGNOSTICS", List.of(), targets, reading.spanFrom(from));
    }

    /** {@code COMMIT} and {@code ROLLBACK} know no WORK here and no savepoint. */
    private Sql transaction() {
        boolean plain = tokens.peek(1).isSymbol(";") || tokens.peek(1).isWord("and");
        if (!plain) {
            tokens.next();
            throw tokens.expected("\";\"");
        }
        return embedded.statement();
    }
}
