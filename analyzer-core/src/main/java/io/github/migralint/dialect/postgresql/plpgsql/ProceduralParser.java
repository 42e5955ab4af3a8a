package io.github.migralint.dialect.postgresql.plpgsql;

import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.ProceduralStatement.Block;
import io.github.migralint.ast.ProceduralStatement.Unread;
import io.github.migralint.dialect.procedural.BodyTokens;
import io.github.migralint.dialect.procedural.Refusal;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the body of a DO block or routine in PL/pgSQL, by recursive descent over its tokens and in time that grows with
 * their number. Nothing is thrown: what cannot be read is an {@link Unread}, and reading goes on behind it.
 */
public final class ProceduralParser {
    /** How deep code is read: more levels than people write, fewer than what the stack of a thread holds. */
    public static final int DEEPEST = 150;

    private final BodyTokens tokens;
    private final StatementParser statements;

    private ProceduralParser(Reading reading, int depth) {
        this.tokens = reading.tokens();
        this.statements = new StatementParser(reading, depth);
    }

    /**
     * Reads a body.
     *
     * @param body all its tokens
     * @param contents where it stands
     * @param depth how deep in other code it stands
     */
    public static Block parse(List<Token> body, Span contents, SqlReader sql, int depth) {
        var reading = new Reading(new BodyTokens(body, contents.end()), sql);
        return new ProceduralParser(reading, depth).body(contents);
    }

    private Block body(Span contents) {
        List<ProceduralStatement> read = new ArrayList<>();
        try {
            directives();
            beginsBlock();
            statements.labelled(read);
            tokens.acceptSymbol(";");
            if (!tokens.atEnd()) {
                throw tokens.expected("the end of the code");
            }
        } catch (Refusal refusal) {
            int from = tokens.index();
            int to = from + tokens.rest();
            read.add(new Unread(tokens.run(from, to), refusal.problem(), refusal.span(), tokens.span(from, to)));
        }
        return whole(read, contents);
    }

    /** {@code #variable_conflict use_column} and the like. */
    private void directives() {
        while (tokens.isSymbol("#")) {
            tokens.next();
            boolean known = option("option", "dump")
                    || option("print_strict_params", "on", "off")
                    || option("variable_conflict", "error", "use_variable", "use_column");
            if (!known) {
                throw tokens.expected("an option of the compiler");
            }
        }
    }

    private boolean option(String name, String... values) {
        return tokens.accept(name) && Arrays.stream(values).anyMatch(tokens::accept);
    }

    private void beginsBlock() {
        if (!tokens.isSymbol("<<") && !tokens.isWord("declare") && !tokens.isWord("begin")) {
            throw tokens.expected("BEGIN");
        }
    }

    /** The one block that was read, or one around whatever was read instead. */
    private static Block whole(List<ProceduralStatement> read, Span contents) {
        if (read.size() == 1 && read.getFirst() instanceof Block block) {
            return block;
        }
        if (!read.isEmpty() && read.getFirst() instanceof Block block) {
            List<ProceduralStatement> all = new ArrayList<>(block.body());
            all.addAll(read.subList(1, read.size()));
            Span span = block.span().cover(read.getLast().span());
            return new Block(block.label(), block.declarations(), all, block.handlers(), span);
        }
        return new Block(Optional.empty(), List.of(), read, List.of(), contents);
    }
}
