package io.github.migralint.dialect.mysql.program;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.ProceduralStatement.Leave;
import io.github.migralint.ast.ProceduralStatement.Other;
import io.github.migralint.ast.ProceduralStatement.Raise;
import io.github.migralint.ast.ProceduralStatement.Return;
import io.github.migralint.ast.ProceduralStatement.Unread;
import io.github.migralint.dialect.procedural.BodyTokens;
import io.github.migralint.dialect.procedural.Refusal;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads one statement of a program after the other. */
final class StatementParser {
    /** How deep code is read: more levels than people write, fewer than what the stack of a thread holds. */
    private static final int DEEPEST = 100;

    /** Words that end a list of statements, because they belong to what is around it. */
    private static final Set<String> CLOSING = Set.of("end", "else", "elseif", "when", "until");

    private final Reading reading;
    private final BodyTokens tokens;
    private final Blocks blocks;
    private final Branches branches;
    private final Commands commands;
    private int depth;

    StatementParser(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
        this.blocks = new Blocks(this, reading);
        this.branches = new Branches(this, reading);
        this.commands = new Commands(reading);
    }

    /** The statements up to a word that closes what is around them. */
    List<ProceduralStatement> list() {
        List<ProceduralStatement> read = new ArrayList<>();
        while (!tokens.atEnd() && !CLOSING.contains(Reading.fold(tokens.peek()))) {
            if (!tokens.acceptSymbol(";")) {
                int from = tokens.index();
                statement(read);
                end(from, read);
            }
        }
        return read;
    }

    private void end(int from, List<ProceduralStatement> read) {
        if (!tokens.atEnd() && !tokens.acceptSymbol(";")) {
            read.add(unread(Math.max(from, tokens.index()), tokens.expected("\";\"")));
        }
    }

    /** Reads a statement without the semicolon behind it. */
    void statement(List<ProceduralStatement> into) {
        int from = tokens.index();
        if (++depth > DEEPEST) {
            into.add(unread(
                    from, new Refusal("this is nested too deeply", tokens.peek().span())));
        } else {
            try {
                into.add(labelled(from));
            } catch (Refusal refusal) {
                into.add(unread(from, refusal));
            }
        }
        depth--;
    }

    /** What cannot be read, up to the next semicolon. */
    Unread unread(int from, Refusal refusal) {
        while (!tokens.atEnd() && !tokens.isSymbol(";")) {
            tokens.next();
        }
        int to = Math.max(from, tokens.index());
        return new Unread(tokens.run(from, to), refusal.problem(), refusal.span(), tokens.span(from, to));
    }

    private ProceduralStatement labelled(int from) {
        Optional<Identifier> label = Optional.empty();
        TokenKind kind = tokens.peek().kind();
        if (tokens.peek(1).isSymbol(":") && (kind == TokenKind.WORD || kind == TokenKind.QUOTED_IDENTIFIER)) {
            label = Optional.of(Reading.identifier(tokens.next()));
            tokens.next();
        }
        return switch (Reading.fold(tokens.peek())) {
            case "begin" -> blocks.block(label, from);
            case "loop", "while", "repeat", "for" -> branches.loop(label, from);
            default -> plain(from);
        };
    }

    private ProceduralStatement plain(int from) {
        return switch (Reading.fold(tokens.peek())) {
            case "if" -> branches.choice(from);
            case "case" -> branches.cases(from);
            case "leave", "iterate" -> leave(from);
            case "return" -> {
                tokens.next();
                yield new Return(Optional.of(reading.expression(Set.of())), reading.spanFrom(from));
            }
            case "signal", "resignal" -> raise(from);
            case "open", "close", "get" -> other(from);
            case "fetch" -> fetch(from);
            case "declare" -> throw tokens.expected("a declaration at the beginning of the block");
            default -> commands.command(from);
        };
    }

    private Leave leave(int from) {
        boolean continues = tokens.next().isWord("iterate");
        Identifier label = reading.name("a label");
        return new Leave(continues, Optional.of(label), Optional.empty(), reading.spanFrom(from));
    }

    private Raise raise(int from) {
        tokens.next();
        Optional<String> error = tokens.isSymbol(";") || tokens.isWord("set") || tokens.atEnd()
                ? Optional.empty()
                : Optional.of(new Conditions(reading).condition());
        skip();
        return new Raise("exception", error, reading.spanFrom(from));
    }

    private Other other(int from) {
        String keyword = tokens.next().text().toUpperCase(Locale.ROOT);
        List<String> targets = new ArrayList<>();
        while (!tokens.atEnd() && !tokens.isSymbol(";")) {
            Token token = tokens.next();
            if (tokens.isSymbol("=")) {
                targets.add(Reading.identifier(token).value());
            }
        }
        return new Other(keyword, List.of(), targets, reading.spanFrom(from));
    }

    private Other fetch(int from) {
        tokens.next();
        while (!tokens.atEnd() && !tokens.isSymbol(";") && !tokens.isWord("into")) {
            tokens.next();
        }
        tokens.expect("into");
        List<String> targets = reading.targets().stream().map(Identifier::value).toList();
        return new Other("FETCH", List.of(), targets, reading.spanFrom(from));
    }

    private void skip() {
        while (!tokens.atEnd() && !tokens.isSymbol(";")) {
            tokens.next();
        }
    }
}
