package io.github.migralint.dialect.mysql.program;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.ProceduralStatement.Block;
import io.github.migralint.ast.ProceduralStatement.Declaration;
import io.github.migralint.ast.ProceduralStatement.Handler;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.TypeName;
import io.github.migralint.dialect.procedural.BodyTokens;
import io.github.migralint.dialect.procedural.Refusal;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code BEGIN [DECLARE …] … END}. */
final class Blocks {
    private final StatementParser statements;
    private final Reading reading;
    private final BodyTokens tokens;

    Blocks(StatementParser statements, Reading reading) {
        this.statements = statements;
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    /** What a block declares. */
    private record Declared(List<Declaration> variables, List<Handler> handlers) {}

    Block block(Optional<Identifier> label, int from) {
        tokens.expect("begin");
        if (tokens.accept("not")) {
            tokens.expect("atomic");
        }
        var declared = new Declared(new ArrayList<>(), new ArrayList<>());
        List<ProceduralStatement> body = new ArrayList<>();
        while (tokens.isWord("declare")) {
            declaration(declared, body);
        }
        body.addAll(statements.list());
        if (!tokens.accept("end")) {
            body.add(Reading.mark(tokens.expected("END")));
        }
        closeLabel(label);
        return new Block(label, declared.variables(), body, declared.handlers(), reading.spanFrom(from));
    }

    private void closeLabel(Optional<Identifier> label) {
        boolean same = label.isPresent()
                && !tokens.atEnd()
                && Reading.identifier(tokens.peek()).value().equals(label.get().value());
        if (same) {
            tokens.next();
        }
    }

    private void declaration(Declared into, List<ProceduralStatement> body) {
        int from = tokens.index();
        try {
            tokens.next();
            if (tokens.isWord("continue") || tokens.isWord("exit") || tokens.isWord("undo")) {
                into.handlers().add(handler(from));
            } else {
                named(from, into);
            }
            reading.semicolon();
        } catch (Refusal refusal) {
            body.add(statements.unread(from, refusal));
            tokens.acceptSymbol(";");
        }
    }

    private Handler handler(int from) {
        boolean continues = tokens.next().isWord("continue");
        tokens.expect("handler");
        tokens.expect("for");
        List<String> conditions = new Conditions(reading).list();
        List<ProceduralStatement> body = new ArrayList<>();
        statements.statement(body);
        return new Handler(conditions, body, continues, reading.spanFrom(from));
    }

    private void named(int from, Declared into) {
        List<Identifier> names = reading.targets();
        if (tokens.accept("condition")) {
            tokens.expect("for");
            reading.locals().condition(names.getFirst().value(), new Conditions(reading).condition());
            return;
        }
        if (tokens.accept("cursor")) {
            into.variables().add(cursor(names.getFirst(), from));
            return;
        }
        Expression type = reading.expression(Set.of("default"));
        Optional<TypeName> read = reading.sql().type(type.tokens());
        Optional<Expression> value =
                tokens.accept("default") ? Optional.of(reading.expression(Set.of())) : Optional.empty();
        for (Identifier name : names) {
            reading.locals().variable(name.value());
            into.variables().add(new Declaration(name, read, value, Optional.empty(), reading.spanFrom(from)));
        }
    }

    private Declaration cursor(Identifier name, int from) {
        if (tokens.isSymbol("(")) {
            for (int i = tokens.afterBrackets(0); i > 0; i--) {
                tokens.next();
            }
        }
        tokens.expect("for");
        List<Token> query = reading.expression(Set.of()).tokens();
        Optional<Query> read = Optional.of(reading.sql().query(query));
        return new Declaration(name, Optional.empty(), Optional.empty(), read, reading.spanFrom(from));
    }
}
