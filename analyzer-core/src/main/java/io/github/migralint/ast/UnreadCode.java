package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A statement that could not be read, at the top or in the code of another, or a part of such code.
 *
 * @param name what a message calls it
 * @param problem what was wrong, in a sentence without its first capital
 * @param problemSpan where it was wrong
 * @param span where it stands
 */
public record UnreadCode(String name, String problem, Span problemSpan, Span span) {
    /** What could not be read of a statement, in order. */
    public static List<UnreadCode> in(Statement statement) {
        List<UnreadCode> unread = new ArrayList<>();
        collect(statement, unread);
        return unread;
    }

    private static void collect(Statement statement, List<UnreadCode> into) {
        if (statement instanceof Unparsed unparsed) {
            String name = unparsed.keywords().isEmpty() ? "This" : unparsed.keywords();
            into.add(new UnreadCode(name, unparsed.problem(), unparsed.problemSpan(), unparsed.span()));
        }
        code(statement).flatMap(CodeBlock::program).ifPresent(program -> collect(program, into));
    }

    private static Optional<CodeBlock> code(Statement statement) {
        if (statement instanceof DoBlock block) {
            return Optional.of(block.body());
        }
        return statement instanceof CreateFunction function ? function.body() : Optional.empty();
    }

    private static void collect(ProceduralStatement code, List<UnreadCode> into) {
        if (code instanceof ProceduralStatement.Unread unread) {
            into.add(new UnreadCode("A part of this code", unread.problem(), unread.problemSpan(), unread.span()));
        } else if (code instanceof ProceduralStatement.Sql sql) {
            collect(sql.statement(), into);
        }
        code.children().forEach(child -> collect(child, into));
    }
}
