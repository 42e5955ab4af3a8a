package io.github.migralint.dialect.postgresql.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A regular expression as an automaton that looks at each character once. Only what every flavour reads alike is
 * understood: characters, classes, groups, alternatives, anchors, and the repetitions {@code * + ?}.
 */
final class RegexProgram {
    private static final int LONGEST = 500;

    /** What a state waits for: a character, or nothing, with the states that follow. */
    private record State(Kind kind, IntPredicate test, int next, int other) {}

    private enum Kind {
        CHARACTER,
        FORK,
        START,
        END,
        MATCH
    }

    /** A part of the automaton: where it begins; it ends where the next one begins. */
    private final List<State> states = new ArrayList<>();

    private final String pattern;
    private final boolean similar;
    private int at;
    private int depth;

    private RegexProgram(String pattern, boolean similar) {
        this.pattern = pattern;
        this.similar = similar;
    }

    /** Reads an expression; nothing where it may mean different things. */
    static Optional<RegexProgram> of(String pattern, boolean similar) {
        boolean odd = pattern.length() > LONGEST || pattern.startsWith("***") || pattern.contains("(?");
        if (odd) {
            return Optional.empty();
        }
        var program = new RegexProgram(pattern, similar);
        try {
            program.compile();
            return Optional.of(program);
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    int size() {
        return states.size();
    }

    /** An expression as a tree, so that a part can be written out after what it repeats is known. */
    private sealed interface Part {
        record One(IntPredicate test) implements Part {}

        record Anchor(boolean start) implements Part {}

        record Sequence(List<Part> parts) implements Part {}

        record Choice(List<Part> parts) implements Part {}

        record Repetition(Part part, boolean none, boolean many) implements Part {}
    }

    private void compile() {
        Part part = choice();
        if (at < pattern.length()) {
            throw new Unreadable("unbalanced");
        }
        if (similar) {
            part = new Part.Sequence(List.of(new Part.Anchor(true), part, new Part.Anchor(false)));
        }
        write(part);
        states.add(new State(Kind.MATCH, c -> false, -1, -1));
    }

    private Part choice() {
        if (++depth > 50) {
            throw new Unreadable("too deep");
        }
        var parts = new ArrayList<>(List.of(sequence()));
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            parts.add(sequence());
        }
        depth--;
        return parts.size() == 1 ? parts.get(0) : new Part.Choice(parts);
    }

    private Part sequence() {
        var parts = new ArrayList<Part>();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            parts.add(repeated(single()));
        }
        return new Part.Sequence(parts);
    }

    private Part repeated(Part part) {
        if (at >= pattern.length() || "*+?{".indexOf(pattern.charAt(at)) < 0) {
            return part;
        }
        char sign = pattern.charAt(at++);
        boolean plain = sign != '{' && !(part instanceof Part.Anchor);
        boolean more = at < pattern.length() && "*+?{".indexOf(pattern.charAt(at)) >= 0;
        if (!plain || more) {
            throw new Unreadable("a repetition of its own");
        }
        return new Part.Repetition(part, sign != '+', sign != '?');
    }

    private Part single() {
        char c = pattern.charAt(at++);
        if (similar && (c == '%' || c == '_')) {
            Part any = new Part.One(x -> true);
            return c == '_' ? any : new Part.Repetition(any, true, true);
        }
        if (similar && (c == '^' || c == '$' || c == '.')) {
            return new Part.One(x -> x == c);
        }
        return switch (c) {
            case '.' -> new Part.One(x -> true);
            case '^' -> new Part.Anchor(true);
            case '$' -> new Part.Anchor(false);
            case '(' -> group();
            case '[' -> bracket();
            case '\\' -> escape();
            case '*', '+', '?', '{', '}', ']' -> throw new Unreadable("a sign out of place");
            default -> new Part.One(x -> x == c);
        };
    }

    private Part group() {
        Part part = choice();
        if (at >= pattern.length() || pattern.charAt(at) != ')') {
            throw new Unreadable("unbalanced");
        }
        at++;
        return part;
    }

    private Part escape() {
        if (at >= pattern.length()) {
            throw new Unreadable("unbalanced");
        }
        char c = pattern.charAt(at++);
        if (c == 'd' && !similar) {
            return new Part.One(x -> x >= '0' && x <= '9');
        }
        if (c == 'w' && !similar) {
            return new Part.One(x -> Character.isLetterOrDigit(x) || x == '_');
        }
        if (Character.isLetterOrDigit(c)) {
            throw new Unreadable("an escape of its own");
        }
        return new Part.One(x -> x == c);
    }

    private Part bracket() {
        boolean negated = at < pattern.length() && pattern.charAt(at) == '^';
        if (negated) {
            at++;
        }
        var members = new BitSet();
        boolean first = true;
        while (at < pattern.length() && (first || pattern.charAt(at) != ']')) {
            char from = pattern.charAt(at++);
            char to = from;
            boolean range = at + 1 < pattern.length() && pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']';
            if (range) {
                to = pattern.charAt(at + 1);
                at += 2;
            }
            boolean odd = from == '[' || from == '\\' || to == '[' || to == '\\' || from > to || (first && from == ']');
            if (odd) {
                throw new Unreadable("a class of its own");
            }
            members.set(from, to + 1);
            first = false;
        }
        if (at >= pattern.length()) {
            throw new Unreadable("unbalanced");
        }
        at++;
        return new Part.One(x -> members.get(x) != negated);
    }

    private void write(Part part) {
        if (states.size() > 4 * LONGEST) {
            throw new Unreadable("too long");
        }
        switch (part) {
            case Part.One one -> states.add(new State(Kind.CHARACTER, one.test(), states.size() + 1, -1));
            case Part.Anchor anchor ->
                states.add(new State(anchor.start() ? Kind.START : Kind.END, c -> false, states.size() + 1, -1));
            case Part.Sequence sequence -> sequence.parts().forEach(this::write);
            case Part.Choice choice -> writeChoice(choice.parts());
            case Part.Repetition repetition -> writeRepetition(repetition);
        }
    }

    private void writeChoice(List<Part> parts) {
        if (parts.size() == 1) {
            write(parts.get(0));
            return;
        }
        int fork = reserve();
        write(parts.get(0));
        int jump = reserve();
        states.set(fork, new State(Kind.FORK, c -> false, fork + 1, states.size()));
        writeChoice(parts.subList(1, parts.size()));
        states.set(jump, new State(Kind.FORK, c -> false, states.size(), -1));
    }

    private void writeRepetition(Part.Repetition repetition) {
        int start = states.size();
        int skip = repetition.none() ? reserve() : -1;
        write(repetition.part());
        if (repetition.many()) {
            int back = reserve();
            states.set(back, new State(Kind.FORK, c -> false, start, back + 1));
        }
        if (skip >= 0) {
            states.set(skip, new State(Kind.FORK, c -> false, skip + 1, states.size()));
        }
    }

    private int reserve() {
        states.add(new State(Kind.FORK, c -> false, -1, -1));
        return states.size() - 1;
    }

    /** Whether a part of the text matches. */
    boolean matches(String text) {
        var now = new BitSet();
        for (int i = 0; i <= text.length(); i++) {
            // A match may begin anywhere.
            if (reach(0, now, i, text.length())) {
                return true;
            }
            if (i == text.length()) {
                return false;
            }
            var after = new BitSet();
            for (int s = now.nextSetBit(0); s >= 0; s = now.nextSetBit(s + 1)) {
                State state = states.get(s);
                boolean taken = state.kind() == Kind.CHARACTER && state.test().test(text.charAt(i));
                if (taken && reach(state.next(), after, i + 1, text.length())) {
                    return true;
                }
            }
            now = after;
        }
        return false;
    }

    /** Adds a state and those that need no character to get to; true for the last one. */
    private boolean reach(int first, BitSet reached, int position, int length) {
        var open = new ArrayList<>(List.of(first));
        while (!open.isEmpty()) {
            int index = open.removeLast();
            if (index < 0 || reached.get(index)) {
                continue;
            }
            reached.set(index);
            State state = states.get(index);
            switch (state.kind()) {
                case MATCH -> {
                    return true;
                }
                case FORK -> {
                    open.add(state.next());
                    open.add(state.other());
                }
                case START -> open.add(position == 0 ? state.next() : -1);
                case END -> open.add(position == length ? state.next() : -1);
                case CHARACTER -> {}
            }
        }
        return false;
    }
}
