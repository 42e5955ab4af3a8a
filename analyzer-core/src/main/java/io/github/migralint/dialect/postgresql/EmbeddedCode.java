package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.CodeBlock;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.ProceduralStatement.Block;
import io.github.migralint.ast.ProceduralStatement.Return;
import io.github.migralint.ast.ProceduralStatement.Sql;
import io.github.migralint.ast.ProceduralStatement.Unread;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.postgresql.plpgsql.ProceduralParser;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the bodies of routines and anonymous blocks, as far as their language is PL/pgSQL or SQL. */
final class EmbeddedCode {
    /** Levels that one literal inside another counts as; control structures inside one count one each. */
    static final int LEVEL = 10;

    private EmbeddedCode() {}

    /** The code in a literal that stands so many levels deep in other code. */
    static CodeBlock of(Token literal, String language, int depth) {
        DecodedLiteral code = DecodedLiteral.of(literal);
        // What a variable of the client holds is not known here.
        boolean known =
                literal.kind() != TokenKind.PLACEHOLDER && (language.equals("plpgsql") || language.equals("sql"));
        Optional<Block> program = known ? Optional.of(program(code, language, depth + LEVEL)) : Optional.empty();
        return new CodeBlock(code.text(), code.contents(), code.isVerbatim(), List.of(), program, literal.span());
    }

    private static Block program(DecodedLiteral code, String language, int depth) {
        List<Token> tokens = code.tokens(PostgresqlLexicon.EMBEDDED);
        if (depth > ProceduralParser.DEEPEST) {
            var unread = new Unread(tokens, "this is nested too deeply", code.contents(), code.contents());
            return block(List.of(unread), code.contents());
        }
        return language.equals("sql")
                ? list(EmbeddedSql.statements(tokens, depth), code.contents())
                : ProceduralParser.parse(tokens, code.contents(), new EmbeddedReader(depth), depth);
    }

    /** A body that is SQL itself: {@code RETURN expression}, or what stands between {@code BEGIN ATOMIC} and {@code END}. */
    static CodeBlock withProgram(CodeBlock body, boolean returns, int depth) {
        if (!returns) {
            return body.withProgram(list(EmbeddedSql.statements(body.tokens(), depth + LEVEL), body.span()));
        }
        var value = new Expression(body.tokens(), body.span());
        return body.withProgram(block(List.of(new Return(Optional.of(value), body.span())), body.span()));
    }

    private static Block list(List<Statement> statements, Span span) {
        List<ProceduralStatement> body = new ArrayList<>(statements.size());
        for (Statement statement : statements) {
            body.add(new Sql(statement, List.of(), statement.span()));
        }
        return block(body, span);
    }

    private static Block block(List<ProceduralStatement> body, Span span) {
        return new Block(Optional.empty(), List.of(), body, List.of(), span);
    }
}
