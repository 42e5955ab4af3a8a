package io.github.migralint.dialect.postgresql.plpgsql;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ProceduralStatement.Sql;
import io.github.migralint.dialect.procedural.BodyTokens;
import io.github.migralint.dialect.procedural.Refusal;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads statements of SQL, and takes the INTO of the procedural language out of them. */
final class EmbeddedStatements {
    private final Reading reading;
    private final BodyTokens tokens;

    EmbeddedStatements(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    /** The statement up to its semicolon. */
    Sql statement() {
        int from = tokens.index();
        int end = StatementEnd.after(tokens.all(), tokens.index());
        List<Token> run = new ArrayList<>(end - from);
        List<Identifier> into = List.of();
        while (tokens.index() < end) {
            if (tokens.isWord("into") && !belongsToStatement(run)) {
                if (!into.isEmpty()) {
                    throw new Refusal("INTO stands here twice", tokens.peek().span());
                }
                tokens.next();
                tokens.accept("strict");
                into = reading.targets();
                if (tokens.isSymbol("[")) {
                    throw tokens.expected("a whole variable");
                }
            } else {
                run.add(tokens.next());
            }
        }
        if (run.isEmpty()) {
            throw tokens.expected("a statement");
        }
        reading.semicolon();
        return new Sql(reading.sql().statement(run), into, reading.spanFrom(from));
    }

    /** {@code PERFORM query}: a SELECT whose result nobody takes. */
    Sql perform() {
        int from = tokens.index();
        Token perform = tokens.next();
        List<Token> run = new ArrayList<>();
        run.add(new Token(TokenKind.WORD, "SELECT", perform.start(), perform.end()));
        if (!tokens.isSymbol(";")) {
            run.addAll(reading.expression(Set.of()).tokens());
        }
        reading.semicolon();
        return new Sql(reading.sql().statement(run), List.of(), reading.spanFrom(from));
    }

    /** Whether INTO is a word of SQL itself after what was read so far. */
    private static boolean belongsToStatement(List<Token> run) {
        if (run.isEmpty()) {
            return false;
        }
        Token last = run.getLast();
        return last.isWord("insert") || last.isWord("merge") || run.getFirst().isWord("import");
    }
}
