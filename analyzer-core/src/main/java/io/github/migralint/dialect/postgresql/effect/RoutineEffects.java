package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.Call;
import io.github.migralint.ast.CreateFunction;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.TypeName;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Routine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Functions and procedures.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record RoutineEffects(Scene scene, Acts acts) {
    void create(CreateFunction statement) {
        List<String> arguments = statement.argumentTypes().stream()
                .map(RoutineEffects::signature)
                .toList();
        Optional<Routine> same = scene.schema().routines(statement.name()).stream()
                .filter(routine -> routine.argumentTypes().equals(arguments))
                .findFirst();
        statement.argumentTypes().stream()
                .filter(type -> Types.surelyMissing(type, scene.schema()))
                .findFirst()
                .ifPresent(type -> acts.fail("42704", Subject.of(ObjectKind.TYPE, Types.named(type))));
        if (same.isPresent() && !statement.replace()) {
            acts.fail("42723", Subject.of(ObjectKind.FUNCTION, statement.name()));
        }
        boolean otherResult = same.isPresent()
                && statement.returnType().isPresent()
                && !same.get().procedure()
                && !sameType(same.get().returnType(), statement.returnType().get());
        if (otherResult) {
            acts.fail("42P13", "The return type of an existing function cannot change.");
        }
        if (same.filter(routine -> routine.procedure() != statement.procedure()).isPresent()) {
            acts.fail("42809", statement.name() + " is a routine of another kind.");
        }
        var validation = new BodyValidation(scene, acts);
        if (validation.takesPlace(statement) && !acts.failed()) {
            validation.refuseMissing(statement);
            reads(statement);
        }
    }

    /** What a body does is told where it runs, if anybody can read it. */
    void call(Call statement) {
        boolean read = scene.schema().routines(statement.procedure()).stream()
                .anyMatch(routine -> routine.program().isPresent());
        if (!read) {
            acts.uncertain();
        }
    }

    private static boolean sameType(String before, TypeName now) {
        return before.isEmpty()
                || before.equals("record")
                || before.equals(signature(now))
                || before.equals(now.toString());
    }

    private static String signature(TypeName type) {
        return type.name() + "[]".repeat(Math.min(type.arrayDimensions(), 1));
    }

    /** A body in SQL is checked when the function is made. */
    private void reads(CreateFunction statement) {
        Trial trial = Trial.of(scene.schema(), statement);
        trial.after().routines(statement.name()).stream()
                .flatMap(routine -> Stream.concat(
                        routine.reads().stream().flatMap(id -> scene.schema().object(id).stream()),
                        routine.mentions().stream().flatMap(name -> scene.schema().relation(name).found().stream())))
                .filter(Relation.class::isInstance)
                .distinct()
                .forEach(relation -> acts.add(Act.of(Operation.READ_NAMES)
                        .on(Role.SOURCE, scene.keys().of((Relation) relation))));
    }
}
