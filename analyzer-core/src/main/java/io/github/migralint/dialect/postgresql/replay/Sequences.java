package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.AlterSequence;
import io.github.migralint.ast.CreateSequence;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.SequenceOptions;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import java.util.Optional;

/** Sequences, those of columns included. */
final class Sequences {
    private final Change change;

    Sequences(Change change) {
        this.change = change;
    }

    void create(CreateSequence statement) {
        ObjectName name = statement.persistence() == Persistence.TEMPORARY
                ? change.schema().nameForTemporary(statement.name())
                : change.schema().nameForNew(statement.name());
        if (change.schema().relationNamed(name).isPresent()) {
            return;
        }
        var sequence = new Sequence(
                change.schema().newId(),
                name,
                type(statement.options()).orElse("int8"),
                Optional.empty(),
                Optional.empty(),
                false,
                change.origin());
        change.schema().put(owned(sequence, statement.options()));
        change.schema().markCertain(name.name());
    }

    void alter(AlterSequence statement) {
        change.relation(statement.name()).ifPresent(relation -> {
            if (relation instanceof Sequence sequence) {
                Sequence typed =
                        type(statement.options()).map(sequence::withType).orElse(sequence);
                change.schema().put(owned(typed, statement.options()));
            }
        });
    }

    private static Optional<String> type(SequenceOptions options) {
        return options.options().stream()
                .filter(option -> option.name().equals("as"))
                .flatMap(option -> option.value().stream())
                .map(value -> TypeSpellings.internal(value.toLowerCase(java.util.Locale.ROOT)))
                .findFirst();
    }

    private Sequence owned(Sequence sequence, SequenceOptions options) {
        if (options.ownedBy().isPresent()) {
            return ownedBy(sequence, options.ownedBy().get());
        }
        boolean ownedByNone = options.options().stream().map(Option::name).anyMatch(name -> name.startsWith("owned"));
        return ownedByNone ? sequence.withOwnerTable(Optional.empty()).withOwnerColumn(Optional.empty()) : sequence;
    }

    private Sequence ownedBy(Sequence sequence, QualifiedName owner) {
        if (owner.parts().size() < 2) {
            return sequence.withOwnerTable(Optional.empty()).withOwnerColumn(Optional.empty());
        }
        var parts = owner.parts().subList(0, owner.parts().size() - 1);
        Optional<Table> table = change.table(new QualifiedName(parts, owner.span()));
        Optional<ObjectId> column = table.flatMap(t -> t.column(owner.name())).map(Column::id);
        return sequence.withOwnerTable(table.map(Table::id)).withOwnerColumn(column);
    }

    /** Makes the sequence of a serial or identity column. */
    Sequence forColumn(
            ObjectId table, ObjectName tableName, ObjectId column, String columnName, String type, boolean identity) {
        String name = new GeneratedNames(change.schema()).sequence(tableName, columnName);
        var sequence = new Sequence(
                change.schema().newId(),
                new ObjectName(tableName.schema(), name),
                type,
                Optional.of(table),
                Optional.of(column),
                identity,
                change.origin());
        change.schema().put(sequence);
        return sequence;
    }
}
