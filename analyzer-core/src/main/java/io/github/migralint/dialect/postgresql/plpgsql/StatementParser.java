package io.github.migralint.dialect.postgresql.plpgsql;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.ProceduralStatement.Unread;
import io.github.migralint.dialect.procedural.BodyTokens;
import io.github.migralint.dialect.procedural.Refusal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads lists of statements, and knows what is open around them. */
final class StatementParser {
    private static final Set<String> LIST_ENDS = Set.of("end", "else", "elsif", "elseif", "when", "exception");

    /** What statements can be in. */
    enum Construct {
        BLOCK("END"),
        CHOICE("END IF"),
        CASE("END CASE"),
        LOOP("END LOOP");

        private final String closing;

        Construct(String closing) {
            this.closing = closing;
        }

        /** The words that close it. */
        String closing() {
            return closing;
        }
    }

    private final Reading reading;
    private final BodyTokens tokens;
    private final Map<Construct, Integer> open = new EnumMap<>(Construct.class);
    private final Commands commands;
    private int depth;
    private int handlers;
    /** Whether the code ended too early, which is said once. */
    private boolean cutOff;
    /** Whether the construct read last lacks its end, and so its semicolon too. */
    private boolean unclosed;

    StatementParser(Reading reading, int depth) {
        this.reading = reading;
        this.tokens = reading.tokens();
        this.depth = depth;
        this.commands = new Commands(reading);
    }

    Reading reading() {
        return reading;
    }

    /** The statements inside a construct, up to a word that ends or divides it. */
    List<ProceduralStatement> list(Construct construct) {
        List<ProceduralStatement> read = new ArrayList<>();
        open.merge(construct, 1, Integer::sum);
        while (!tokens.atEnd()) {
            if (!endsList()) {
                statement(read);
            } else if (isStray()) {
                stray(read);
            } else {
                break;
            }
        }
        open.merge(construct, -1, Integer::sum);
        return read;
    }

    private boolean endsList() {
        return LIST_ENDS.contains(Words.fold(tokens.peek()))
                && !(tokens.isWord("exception") && Assignments.beginsAt(tokens));
    }

    /** Whether the word that ends a list belongs to nothing that is open. */
    private boolean isStray() {
        return switch (Words.fold(tokens.peek())) {
            case "elsif", "elseif" -> !isOpen(Construct.CHOICE);
            case "else" -> !isOpen(Construct.CHOICE) && !isOpen(Construct.CASE);
            case "when" -> !isOpen(Construct.CASE) && handlers == 0;
            case "end" -> !isOpen(closedHere());
            default -> false;
        };
    }

    private boolean isOpen(Construct construct) {
        return open.getOrDefault(construct, 0) > 0;
    }

    /** Reads the statements of an exception handler. */
    List<ProceduralStatement> handler() {
        handlers++;
        try {
            return list(Construct.BLOCK);
        } finally {
            handlers--;
        }
    }

    private Construct closedHere() {
        return switch (Words.fold(tokens.peek(1))) {
            case "if" -> Construct.CHOICE;
            case "case" -> Construct.CASE;
            case "loop" -> Construct.LOOP;
            default -> Construct.BLOCK;
        };
    }

    private void stray(List<ProceduralStatement> into) {
        Refusal refusal = tokens.expected("a statement");
        int from = tokens.index();
        tokens.next();
        if (tokens.run(from, from + 1).getFirst().isWord("end")) {
            tokens.skipStatement(tokens.index());
        }
        into.add(unread(from, refusal));
    }

    /** Reads the words that close a construct, or says that they are missing. */
    void close(Construct construct, List<ProceduralStatement> into) {
        unclosed = !tokens.isWord("end") || closedHere() != construct;
        if (!unclosed) {
            tokens.next();
            if (construct != Construct.BLOCK) {
                tokens.next();
            }
        } else if (!cutOff) {
            cutOff = tokens.atEnd();
            into.add(Reading.mark(tokens.expected(construct.closing())));
        }
    }

    /** Reads the label behind a construct that was closed. */
    void closeLabel(Optional<Identifier> label, List<ProceduralStatement> into) {
        if (unclosed) {
            return;
        }
        int from = tokens.index();
        try {
            Optional<Identifier> repeated = reading.optionalName();
            if (repeated.isPresent() && !repeated.map(Identifier::value).equals(label.map(Identifier::value))) {
                throw new Refusal(
                        "this is not the label at the beginning", repeated.get().span());
            }
        } catch (Refusal refusal) {
            into.add(unread(from, refusal));
        }
    }

    /** Reads one statement; what cannot be read is added as well. */
    private void statement(List<ProceduralStatement> into) {
        int from = tokens.index();
        try {
            if (!structured(into)) {
                into.add(commands.statement(isOpen(Construct.LOOP)));
            }
        } catch (Refusal refusal) {
            tokens.skipStatement(tokens.index() == from ? from + 1 : tokens.index());
            into.add(unread(from, refusal));
        }
    }

    /** An Unread of all that was passed since {@code from}. */
    Unread unread(int from, Refusal refusal) {
        int to = tokens.index();
        return new Unread(tokens.run(from, to), refusal.problem(), refusal.span(), reading.spanFrom(from));
    }

    private boolean structured(List<ProceduralStatement> into) {
        if (Assignments.beginsAt(tokens)) {
            return false;
        }
        boolean begins = tokens.isSymbol("<<")
                || switch (Words.fold(tokens.peek())) {
                    case "declare", "begin", "if", "case", "loop", "while", "for", "foreach" -> true;
                    default -> false;
                };
        if (begins) {
            labelled(into);
            semicolon(into);
        }
        return begins;
    }

    private void semicolon(List<ProceduralStatement> into) {
        if (!unclosed && !tokens.acceptSymbol(";") && !cutOff) {
            into.add(Reading.mark(tokens.expected("\";\"")));
        }
    }

    /** Reads a block, loop or choice with the label before it. */
    void labelled(List<ProceduralStatement> into) {
        if (depth >= ProceduralParser.DEEPEST) {
            tooDeep();
        }
        depth++;
        try {
            int from = tokens.index();
            Optional<Identifier> label = label();
            switch (Words.fold(tokens.peek())) {
                case "declare", "begin" -> new Blocks(this).block(label, from, into);
                case "loop", "while", "for", "foreach" -> new Loops(this).loop(label, from, into);
                case "if" -> new Choices(this).choice(from, into);
                case "case" -> new Choices(this).cases(from, into);
                default -> throw tokens.expected("a loop or a block");
            }
        } finally {
            depth--;
        }
    }

    private Optional<Identifier> label() {
        if (!tokens.acceptSymbol("<<")) {
            return Optional.empty();
        }
        Identifier label = reading.name("a label");
        tokens.expectSymbol(">>");
        boolean labelled = !tokens.isWord("if") && !tokens.isWord("case");
        if (!labelled) {
            throw tokens.expected("a loop or a block");
        }
        return Optional.of(label);
    }

    /** Gives up the rest of the code: its end is all that could still be found. */
    private void tooDeep() {
        Refusal refusal = new Refusal("this is nested too deeply", tokens.peek().span());
        tokens.moveTo(tokens.index() + tokens.rest());
        cutOff = true;
        throw refusal;
    }
}
