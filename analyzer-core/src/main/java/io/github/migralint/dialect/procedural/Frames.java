package io.github.migralint.dialect.procedural;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The variables of the blocks that are open, innermost first. */
final class Frames implements Variables {
    /** The variable that tells whether the last statement found something. */
    static final String FOUND = "found";

    /** A variable: what it is worth, and whether it can hold only a single value, not a row. */
    private record Variable(Value value, boolean scalar) {}

    private record Frame(Optional<String> label, Map<String, Variable> variables) {
        Map<String, Value> values() {
            var values = new HashMap<String, Value>();
            variables.forEach((name, variable) -> values.put(name, variable.value()));
            return values;
        }

        void restore(Map<String, Value> values) {
            variables.replaceAll(
                    (name, variable) -> new Variable(values.getOrDefault(name, Value.UNKNOWN), variable.scalar()));
        }
    }

    private final Deque<Frame> frames = new ArrayDeque<>();

    Frames() {
        open(Optional.empty());
        declare(FOUND, new Value.Truth(false), true);
    }

    /** Says whether the last statement found something; a variable of the program that has this name stays as it is. */
    void found(Value value) {
        frames.getLast().variables().put(FOUND, new Variable(value, true));
    }

    void open(Optional<String> label) {
        frames.push(new Frame(label, new HashMap<>()));
    }

    void close() {
        frames.pop();
    }

    /** The values of all variables now. */
    List<Map<String, Value>> values() {
        return frames.stream().map(Frame::values).toList();
    }

    /** Gives all variables the values that they had when the same blocks were open. */
    void restore(List<Map<String, Value>> values) {
        var then = values.iterator();
        frames.forEach(frame -> frame.restore(then.next()));
    }

    void declare(String name, Value value, boolean scalar) {
        frames.element().variables().put(name, new Variable(value, scalar));
    }

    @Override
    public Optional<Value> value(String name) {
        return owner(name).map(frame -> variable(frame, name).value());
    }

    /** Whether the variable of that name can hold a single value only. */
    boolean isScalar(String name) {
        return owner(name).filter(frame -> variable(frame, name).scalar()).isPresent();
    }

    /** Gives a variable, or a field of one, a value. */
    void assign(String target, Value value) {
        Optional<Frame> owner = owner(target);
        if (owner.isPresent()) {
            boolean scalar = variable(owner.get(), target).scalar();
            owner.get().variables().put(bare(owner.get(), target), new Variable(value, scalar));
            return;
        }
        int dot = target.lastIndexOf('.');
        if (dot > 0) {
            assignField(target.substring(0, dot), target.substring(dot + 1), value);
        }
    }

    private void assignField(String row, String field, Value value) {
        if (value(row).orElse(Value.UNKNOWN) instanceof Value.Row(Map<String, Value> fields)) {
            var changed = new LinkedHashMap<>(fields);
            changed.put(field, value);
            assign(row, new Value.Row(changed));
        } else if (value(row).isPresent()) {
            assign(row, Value.UNKNOWN);
        }
    }

    void forget(Iterable<String> names) {
        names.forEach(name -> assign(name, Value.UNKNOWN));
    }

    private static Variable variable(Frame frame, String name) {
        return frame.variables().getOrDefault(bare(frame, name), new Variable(Value.UNKNOWN, false));
    }

    /** The frame that holds the variable, by its name or by {@code label.name}. */
    private Optional<Frame> owner(String name) {
        return frames.stream()
                .filter(frame -> frame.variables().containsKey(bare(frame, name)))
                .findFirst();
    }

    private static String bare(Frame frame, String name) {
        return frame.label()
                .filter(label -> name.startsWith(label + "."))
                .map(label -> name.substring(label.length() + 1))
                .orElse(name);
    }
}
