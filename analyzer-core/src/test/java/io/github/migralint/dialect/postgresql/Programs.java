package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.CodeBlock;
import io.github.migralint.ast.CreateFunction;
import io.github.migralint.ast.DoBlock;
import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.ProceduralStatement.Block;
import io.github.migralint.ast.ProceduralStatement.Sql;
import io.github.migralint.ast.ProceduralStatement.Unread;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Unparsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Code in, programs out: what the tests of procedural code begin with. */
final class Programs {
    private Programs() {}

    /** The program of the only statement of a text. */
    static Block of(String sql) {
        return code(io.github.migralint.dialect.postgresql.Sql.statement(sql))
                .flatMap(CodeBlock::program)
                .orElseThrow();
    }

    /** The code of a statement that has some. */
    static Optional<CodeBlock> code(Statement statement) {
        if (statement instanceof DoBlock block) {
            return Optional.of(block.body());
        }
        return statement instanceof CreateFunction function ? function.body() : Optional.empty();
    }

    /** A program and all that is in it, in the code of inner statements too. */
    static List<ProceduralStatement> all(ProceduralStatement program) {
        List<ProceduralStatement> all = new ArrayList<>();
        all.add(program);
        program.children().forEach(child -> all.addAll(all(child)));
        if (program instanceof Sql sql) {
            code(sql.statement()).flatMap(CodeBlock::program).ifPresent(inner -> all.addAll(all(inner)));
        }
        return all;
    }

    /** What was not understood, as sentences. */
    static List<String> problems(ProceduralStatement program) {
        List<String> problems = new ArrayList<>();
        for (ProceduralStatement statement : all(program)) {
            if (statement instanceof Unread unread) {
                problems.add(unread.problem());
            } else if (statement instanceof Sql sql && sql.statement() instanceof Unparsed unparsed) {
                problems.add(unparsed.problem());
            }
        }
        return problems;
    }
}
