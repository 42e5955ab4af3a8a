package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.AlterSequence;
import io.github.migralint.ast.CreateSequence;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.SequenceOptions;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Sequences.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record SequenceEffects(Scene scene, Acts acts) {
    void create(CreateSequence statement) {
        List<Relation> created = Trial.of(scene.schema(), statement).created();
        boolean taken = created.isEmpty()
                && scene.schema().relation(statement.name()).found().isPresent();
        if (taken && !statement.ifNotExists()) {
            acts.fail("42P07", Subject.of(ObjectKind.TABLE, statement.name()));
        }
        created.forEach(sequence -> acts.add(Act.of(Operation.CREATE_SEQUENCE)
                .on(Role.NEW_SEQUENCE, scene.keys().created(sequence))));
        if (!taken) {
            refuseOptions(statement.options());
            owner(statement.options())
                    .ifPresent(table -> acts.add(Act.of(Operation.READ_NAMES).on(Role.SOURCE, table)));
        }
    }

    private void refuseOptions(SequenceOptions options) {
        OptionalLong increment = number(options, "increment");
        OptionalLong start = number(options, "start");
        OptionalLong min = number(options, "minvalue");
        OptionalLong max = number(options, "maxvalue");
        boolean wrong = (increment.isPresent() && increment.getAsLong() == 0)
                || greater(min, max)
                || greater(start, max)
                || greater(min, start);
        if (wrong) {
            acts.fail("22023", "The numbers of the sequence contradict each other.");
        }
    }

    private static boolean greater(OptionalLong one, OptionalLong other) {
        return one.isPresent() && other.isPresent() && one.getAsLong() > other.getAsLong();
    }

    private static OptionalLong number(SequenceOptions options, String name) {
        return options.options().stream()
                .filter(option -> option.name().equals(name))
                .flatMap(option -> option.value().stream())
                .map(value -> value.replace(" ", ""))
                .filter(value -> value.matches("-?[0-9]{1,18}"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private void refuseOwner(SequenceOptions options, Optional<Relation> sequence) {
        options.ownedBy().filter(name -> name.parts().size() > 1).ifPresent(column -> {
            var owner =
                    new QualifiedName(column.parts().subList(0, column.parts().size() - 1), column.span());
            Lookup<Relation> found = scene.schema().relation(owner);
            if (found.isAbsent()) {
                acts.fail("42P01", Subject.of(ObjectKind.TABLE, owner));
            }
            if (found.found().orElse(null) instanceof Table table) {
                boolean elsewhere = sequence.filter(
                                s -> !s.name().schema().equals(table.name().schema()))
                        .isPresent();
                if (elsewhere) {
                    acts.fail("55000", "The sequence is in another schema than the table.");
                }
                if (scene.certain(table) && table.column(column.name()).isEmpty()) {
                    acts.fail("42703", Subject.in(table, ObjectKind.COLUMN, column.last()));
                }
            }
        });
    }

    /** The table of the column that a sequence is to belong to. */
    private Optional<RelationKey> owner(SequenceOptions options) {
        return options.ownedBy().filter(name -> name.parts().size() > 1).flatMap(column -> {
            var parts = column.parts().subList(0, column.parts().size() - 1);
            return scene.schema()
                    .relation(new QualifiedName(parts, column.span()))
                    .found()
                    .map(scene.keys()::of);
        });
    }

    void alter(AlterSequence statement) {
        Lookup<Relation> found = scene.schema().relation(statement.name());
        if (found.isAbsent()) {
            if (!statement.ifExists()) {
                acts.fail("42P01", Subject.of(ObjectKind.SEQUENCE, statement.name()));
            }
            return;
        }
        RelationKey key = found.found()
                .map(scene.keys()::of)
                .orElseGet(() -> RelationWords.unknown(scene, "sequence", statement.name()));
        if (found.found().filter(r -> !(r instanceof Sequence)).isPresent()) {
            acts.add(Act.of(Operation.ALTER_SEQUENCE).on(Role.SEQUENCE, key));
            acts.fail("42809", statement.name() + " is not a sequence.");
            return;
        }
        boolean owned =
                statement.options().has("owned_by") || statement.options().has("owned by");
        boolean onlyOwned = statement.options().options().stream()
                .allMatch(option -> option.name().startsWith("owned"));
        acts.add(Act.of(onlyOwned ? Operation.OWN_SEQUENCE : Operation.ALTER_SEQUENCE)
                .on(Role.SEQUENCE, key)
                .on(Role.TABLE, owner(statement.options())));
        owner(statement.options())
                .ifPresent(table -> acts.add(Act.of(Operation.READ_NAMES).on(Role.SOURCE, table)));
        refuseOwner(statement.options(), found.found());
        refuseOptions(statement.options());
        boolean identity = found.found()
                .filter(r -> r instanceof Sequence s && s.identity())
                .isPresent();
        if (identity && (owned || onlyOwned)) {
            acts.fail("0A000", "The sequence of an identity column cannot belong to another.");
        }
    }
}
