package io.github.migralint.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/**
 * The blocks that one statement has opened and not yet closed, where it is a compound one or creates a stored program.
 * Only words where a statement may begin open a block: {@code IF} is a function and {@code END} a column elsewhere.
 */
final class Blocks {
    private static final Set<String> PROGRAMS = Set.of("procedure", "function", "trigger", "event", "package");
    private static final Set<String> OTHER_OBJECTS = Set.of(
            "table",
            "view",
            "index",
            "database",
            "schema",
            "user",
            "role",
            "server",
            "sequence",
            "tablespace",
            "resource",
            "logfile");
    private static final Set<String> CONTROL = Set.of("if", "case", "loop", "repeat", "while", "for");
    /** Words that begin a body of one statement, unless one of {@link #HEAD_PREFIXES} stands before them. */
    private static final Set<String> PLAIN_BODIES = Set.of(
            "return",
            "set",
            "insert",
            "update",
            "delete",
            "replace",
            "select",
            "call",
            "with",
            "truncate",
            "alter",
            "create",
            "drop",
            "signal",
            "values",
            "optimize",
            "analyze",
            "flush",
            "kill");

    private static final Set<String> HEAD_PREFIXES =
            Set.of("before", "after", "or", "character", "returns", "on", "definer");

    /** What a word that opens a block opened. */
    private enum Frame {
        BLOCK,
        CHOICE,
        EXPRESSION,
        LOOP
    }

    /** How much of the statement is known. */
    private enum Place {
        START,
        OBJECT,
        EVENT,
        BEGIN,
        HEAD,
        BODY,
        DONE
    }

    private final Deque<Frame> open = new ArrayDeque<>();
    private Place place = Place.START;
    private String last = "";
    private int parentheses;
    /** Whether a statement may begin here. */
    private boolean begins;

    private boolean declares;
    private boolean ends;

    /** Takes the next token of the statement. */
    void add(Token token) {
        String word = token.kind() == TokenKind.WORD ? token.text().toLowerCase(Locale.ROOT) : "";
        switch (place) {
            case START -> start(word);
            case OBJECT, EVENT -> object(word);
            case BEGIN -> begin(word);
            case HEAD -> head(token, word);
            case BODY -> body(token, word);
            case DONE -> {}
        }
        last = word.isEmpty() ? token.text() : word;
    }

    /** Whether a semicolon here separates statements inside the statement. */
    boolean holdStatements() {
        return open.stream().anyMatch(frame -> frame != Frame.EXPRESSION);
    }

    private void start(String word) {
        switch (word) {
            case "create" -> place = Place.OBJECT;
            case "alter" -> place = Place.EVENT;
            case "begin" -> place = Place.BEGIN;
            case "if", "case", "loop", "repeat", "while", "for" -> {
                place = Place.BODY;
                begins = true;
                statementWord(word);
            }
            default -> place = Place.DONE;
        }
    }

    /** Any BEGIN but BEGIN NOT ATOMIC begins a transaction. */
    private void begin(String word) {
        if (word.equals("not")) {
            place = Place.BODY;
            push(Frame.BLOCK, false);
        } else {
            place = Place.DONE;
        }
    }

    private void object(String word) {
        if (OTHER_OBJECTS.contains(word)) {
            place = Place.DONE;
        } else if (place == Place.EVENT ? word.equals("event") : PROGRAMS.contains(word)) {
            place = Place.HEAD;
        }
    }

    private void head(Token token, String word) {
        if (token.isSymbol("(")) {
            parentheses++;
        } else if (token.isSymbol(")")) {
            parentheses = Math.max(0, parentheses - 1);
        } else if (parentheses == 0 && !PROGRAMS.contains(last) && !last.equals(".")) {
            firstOfBody(word);
        }
    }

    private void firstOfBody(String word) {
        if (word.equals("begin") || (CONTROL.contains(word) && !word.equals("for"))) {
            place = Place.BODY;
            begins = true;
            statementWord(word);
        } else if (PLAIN_BODIES.contains(word) && !HEAD_PREFIXES.contains(last)) {
            place = Place.DONE;
        }
    }

    private void body(Token token, String word) {
        if (token.isSymbol(";")) {
            while (open.peek() == Frame.EXPRESSION) {
                open.pop();
            }
            next(true);
            declares = false;
            ends = false;
        } else if (token.isSymbol(":")) {
            next(true);
        } else if (word.isEmpty() || last.equals(".") || (last.equals("end") && CONTROL.contains(word))) {
            next(false);
        } else {
            statementWord(word);
        }
    }

    private void statementWord(String word) {
        switch (word) {
            case "begin" -> open(begins || declares, Frame.BLOCK, true);
            case "atomic" -> next(last.equals("not"));
            case "if" -> open(begins, Frame.CHOICE, false);
            case "case" -> push(begins ? Frame.CHOICE : Frame.EXPRESSION, false);
            case "loop", "repeat" -> open(begins, Frame.LOOP, true);
            case "while", "for" -> open(begins, Frame.LOOP, false);
            case "then", "else" -> next(open.peek() != Frame.EXPRESSION);
            case "do" -> next(!begins && open.peek() == Frame.LOOP);
            case "end" -> end();
            case "until" -> until();
            case "declare" -> {
                declares |= begins;
                next(false);
            }
            default -> next(false);
        }
    }

    private void next(boolean statement) {
        begins = statement;
    }

    private void open(boolean opens, Frame frame, boolean statement) {
        if (opens) {
            push(frame, statement);
        } else {
            next(false);
        }
    }

    private void push(Frame frame, boolean statement) {
        open.push(frame);
        declares = false;
        next(statement);
    }

    private void until() {
        ends |= begins;
        next(false);
    }

    private void end() {
        if (!open.isEmpty() && (begins || ends || open.peek() == Frame.EXPRESSION)) {
            ends &= open.pop() == Frame.EXPRESSION;
        }
        if (open.isEmpty()) {
            place = Place.DONE;
        }
        next(false);
    }
}
