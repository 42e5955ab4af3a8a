package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.CodeBlock;
import io.github.migralint.ast.CreateFunction;
import io.github.migralint.ast.ProceduralStatement.Block;
import io.github.migralint.ast.TypeName;
import io.github.migralint.ast.Volatility;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Routine;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;

/** Functions and procedures: one of each under a name. */
final class Routines {
    private final Change change;

    Routines(Change change) {
        this.change = change;
    }

    void create(CreateFunction statement) {
        ObjectName name = change.schema().nameForNew(statement.name());
        Optional<Routine> old = change.now().routines().stream()
                .filter(routine -> routine.name().equals(name) && routine.procedure() == statement.procedure())
                .findFirst();
        if (old.isPresent() && !statement.replace()) {
            return;
        }
        var code = new CodeNames(statement.body().map(this::tokens).orElse(List.of()));
        change.schema()
                .put(new Routine(
                        old.map(Routine::id).orElseGet(change.schema()::newId),
                        name,
                        statement.procedure(),
                        statement.argumentTypes().stream()
                                .map(TypeName::toString)
                                .toList(),
                        statement.returnType().map(TypeName::toString).orElse("void"),
                        statement.language(),
                        statement.volatility(),
                        false,
                        List.of(),
                        code.relations(),
                        code.written(),
                        code.called(),
                        List.of(),
                        List.of(),
                        statement.argumentNames(),
                        statement.body().flatMap(CodeBlock::program),
                        old.map(Routine::origin).orElse(change.origin())));
    }

    /** The code of a trigger. */
    Routine ofTrigger(ObjectName name, CodeBlock body) {
        var code = new CodeNames(tokens(body));
        Optional<Block> notCalled = Optional.empty();
        return new Routine(
                change.schema().newId(),
                name,
                true,
                List.of(),
                "trigger",
                "sql",
                Volatility.VOLATILE,
                false,
                List.of(),
                code.relations(),
                code.written(),
                code.called(),
                code.assigned(),
                code.rowColumns(),
                List.of(),
                notCalled,
                change.origin());
    }

    private List<Token> tokens(CodeBlock block) {
        return block.tokens().isEmpty() ? Words.tokens(block.text(), change.server()) : block.tokens();
    }
}
