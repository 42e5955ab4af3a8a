package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.FunctionCall;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Select;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Sequence;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A query on its own.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record SelectEffects(Scene scene, Acts acts) {
    private static final Set<String> SEQUENCE_FUNCTIONS = Set.of("nextval", "setval");

    void select(Select statement) {
        statement.calls().forEach(this::call);
        Operation operation = statement.rowLock().isPresent() ? Operation.READ_FOR_UPDATE : Operation.READ;
        new QueryReads(scene, acts, statement.query(), operation)
                .lockingOnly(lockedNames(statement.query().tokens()))
                .rows();
        statement.into().ifPresent(target -> into(statement, target));
    }

    /** The names after FOR UPDATE OF. */
    private static Set<String> lockedNames(List<Token> tokens) {
        Set<String> names = new HashSet<>();
        for (int i = 1; i + 1 < tokens.size(); i++) {
            boolean of = tokens.get(i).isWord("of")
                    && (tokens.get(i - 1).isWord("update") || tokens.get(i - 1).isWord("share"));
            for (int at = i + 1; of && at < tokens.size(); at += 2) {
                names.add(Predicates.name(tokens.get(at)));
                if (at + 1 >= tokens.size() || !tokens.get(at + 1).isSymbol(",")) {
                    break;
                }
            }
        }
        return names;
    }

    private void into(Select statement, QualifiedName target) {
        if (scene.schema().relation(target).found().isPresent()) {
            acts.fail("42P07", Subject.of(ObjectKind.TABLE, target));
            return;
        }
        Trial.of(scene.schema(), statement).created().forEach(new ViewEffects(scene, acts)::created);
    }

    private void call(FunctionCall call) {
        if (!SEQUENCE_FUNCTIONS.contains(call.function().name())
                || call.arguments().isEmpty()) {
            return;
        }
        sequenceName(call.arguments().get(0).tokens()).ifPresent(name -> {
            Lookup<Relation> found = scene.schema().relation(name);
            if (found.isAbsent()) {
                acts.fail("42P01", Subject.of(ObjectKind.SEQUENCE, name));
            }
            found.found()
                    .filter(Sequence.class::isInstance)
                    .ifPresent(sequence -> acts.add(Act.of(Operation.MOVE_SEQUENCE_POSITION)
                            .on(Role.SEQUENCE, scene.keys().of(sequence))));
        });
    }

    /** The sequence that a literal names, as in {@code setval('shop.orders_id_seq', 1)}. */
    private Optional<QualifiedName> sequenceName(List<Token> argument) {
        boolean literal = !argument.isEmpty()
                && argument.get(0).kind() == TokenKind.STRING
                && (argument.size() == 1 || argument.get(1).isSymbol("::"));
        if (literal) {
            return Optional.of(SequenceNames.read(argument.get(0)));
        }
        return ownedSequence(argument);
    }

    /** {@code pg_get_serial_sequence('orders', 'id')}. */
    private Optional<QualifiedName> ownedSequence(List<Token> argument) {
        boolean call = argument.size() == 6
                && argument.get(0).isWord("pg_get_serial_sequence")
                && argument.get(2).kind() == TokenKind.STRING
                && argument.get(4).kind() == TokenKind.STRING;
        if (!call) {
            return Optional.empty();
        }
        String column = Predicates.string(argument.get(4));
        return sequenceName(List.of(argument.get(2)))
                .flatMap(scene.schema()::table)
                .flatMap(table -> scene.ownedSequences(table).stream()
                        .filter(s -> s.ownerColumn().equals(table.column(column).map(c -> c.id())))
                        .findFirst())
                .map(sequence -> new QualifiedName(
                        List.of(
                                new Identifier(
                                        sequence.name().schema(),
                                        true,
                                        argument.get(0).span()),
                                new Identifier(
                                        sequence.name().name(),
                                        true,
                                        argument.get(0).span())),
                        argument.get(0).span()));
    }
}
