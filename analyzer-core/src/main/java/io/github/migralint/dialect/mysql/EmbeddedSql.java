package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.CodeBlock;
import io.github.migralint.ast.CreateFunction;
import io.github.migralint.ast.CreateTrigger;
import io.github.migralint.ast.DoBlock;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TypeName;
import io.github.migralint.dialect.grammar.SyntaxProblem;
import io.github.migralint.dialect.mysql.program.ProgramParser;
import io.github.migralint.dialect.mysql.program.SqlReader;
import io.github.migralint.source.Span;
import io.github.migralint.source.StatementPiece;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;

/** Reads the programs that stand in statements, and the SQL inside of them. */
final class EmbeddedSql implements SqlReader {
    private static final EmbeddedSql READER = new EmbeddedSql();

    private EmbeddedSql() {}

    /** The statement, with what its code says. */
    static Statement withPrograms(Statement statement) {
        return switch (statement) {
            case DoBlock block -> new DoBlock(block.language(), program(block.body(), List.of()), block.span());
            case CreateFunction routine
            when routine.language().equals("sql") && routine.body().isPresent() -> withProgram(routine);
            case CreateTrigger trigger when trigger.body().isPresent() -> withProgram(trigger);
            default -> statement;
        };
    }

    private static CreateFunction withProgram(CreateFunction routine) {
        return new CreateFunction(
                routine.name(),
                routine.replace(),
                routine.procedure(),
                routine.argumentTypes(),
                routine.argumentNames(),
                routine.returnType(),
                routine.language(),
                routine.volatility(),
                routine.securityDefiner(),
                routine.settings(),
                routine.body().map(body -> program(body, routine.argumentNames())),
                routine.definer(),
                routine.span());
    }

    private static CreateTrigger withProgram(CreateTrigger trigger) {
        return new CreateTrigger(
                trigger.name(),
                trigger.table(),
                trigger.replace(),
                trigger.constraint(),
                trigger.timing(),
                trigger.events(),
                trigger.updateColumns(),
                trigger.forEachRow(),
                trigger.when(),
                trigger.function(),
                trigger.referenced(),
                trigger.definer(),
                trigger.body().map(body -> program(body, List.of())),
                trigger.span());
    }

    private static CodeBlock program(CodeBlock code, List<String> parameters) {
        return code.tokens().isEmpty()
                ? code
                : code.withProgram(ProgramParser.parse(code.tokens(), code.contents(), parameters, READER));
    }

    @Override
    public Statement statement(List<Token> tokens) {
        Span span = new Span(tokens.getFirst().start(), tokens.getLast().end());
        return MysqlStatementParser.parse(new StatementPiece(span, tokens, Optional.empty()));
    }

    @Override
    public Query query(List<Token> tokens) {
        var run = new StatementTokens(tokens);
        return new TreeParts(run).query(0, run.count());
    }

    @Override
    public Optional<TypeName> type(List<Token> tokens) {
        try {
            return Optional.of(TypeNames.read(new StatementTokens(tokens), 0));
        } catch (SyntaxProblem problem) {
            return Optional.empty();
        }
    }
}
