package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.effect.RelationKey;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one clause of ALTER TABLE asks for.
 *
 * @param operations what is done, all at once
 * @param label the clause as the manual names it: {@code ADD COLUMN}
 * @param reason why rows are written or read, for messages
 * @param index the index that is built
 * @param shifts whether columns behind it move: where one of them is virtual that is dear
 * @param place where it stands
 */
record Clause(
        List<Operation> operations,
        String label,
        String reason,
        Optional<RelationKey> index,
        boolean shifts,
        Span place) {
    Clause {
        operations = List.copyOf(operations);
    }

    static Clause of(Operation operation, String label, Span place) {
        return new Clause(List.of(operation), label, label, Optional.empty(), false, place);
    }

    Clause because(String why) {
        return new Clause(operations, label, why, index, shifts, place);
    }

    Clause building(RelationKey built) {
        return new Clause(operations, label, reason, Optional.of(built), shifts, place);
    }

    Clause shifting(boolean doesShift) {
        return new Clause(operations, label, reason, index, doesShift, place);
    }

    Clause with(List<Operation> others) {
        return new Clause(others, label, reason, index, shifts, place);
    }

    Clause and(Operation operation) {
        var more = new ArrayList<>(operations);
        more.add(operation);
        return with(more);
    }

    /** The same with one operation in the place of another. */
    Clause replacing(Operation old, Operation fresh) {
        return with(operations.stream()
                .map(operation -> operation == old ? fresh : operation)
                .toList());
    }

    boolean asksFor(Operation operation) {
        return operations.contains(operation);
    }

    boolean buildsIndex() {
        return operations.stream().anyMatch(Operation::buildsIndex);
    }
}
