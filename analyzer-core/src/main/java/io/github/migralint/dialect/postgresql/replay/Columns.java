package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.SequenceOptions;
import io.github.migralint.ast.TypeName;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.Generated;
import io.github.migralint.schema.Identity;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.TableDraft;
import java.util.List;
import java.util.Optional;

/** Columns with what their definitions say besides constraints: type, default, identity, generation. */
final class Columns {
    private final Change change;

    Columns(Change change) {
        this.change = change;
    }

    /** Adds a column to a draft; one of that name that is there already, by inheritance, takes what the definition says. */
    void add(TableDraft table, ColumnDefinition definition) {
        Optional<Column> existing = table.column(definition.name().value());
        Column column = existing.orElseGet(() -> bare(definition));
        if (existing.isEmpty()) {
            table.columns().add(column);
        }
        Column complete = withProperties(table, column, definition);
        table.editColumn(column.id(), c -> complete);
    }

    private Column bare(ColumnDefinition definition) {
        return new Column(
                change.schema().newId(),
                definition.name().value(),
                definition.type().map(type -> DataTypes.resolve(type, change.now())),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                definition.collation().map(QualifiedName::toString),
                change.origin(),
                change.origin());
    }

    private Column withProperties(TableDraft table, Column column, ColumnDefinition definition) {
        Column result = definition
                .type()
                .flatMap(DataTypes::serialBase)
                .map(base -> serial(table, column, base, definition))
                .orElse(column);
        for (ColumnConstraint constraint : definition.constraints()) {
            result = switch (constraint.kind()) {
                case DEFAULT ->
                    result.withDefaultValue(constraint.expression().flatMap(e -> Defaults.of(e, change.now())));
                case IDENTITY -> identity(table, result, constraint.always());
                case GENERATED -> generated(table, result, constraint);
                case NULL, NOT_NULL, CHECK, UNIQUE, PRIMARY_KEY, REFERENCES -> result;
            };
        }
        return result;
    }

    private Column serial(TableDraft table, Column column, String base, ColumnDefinition definition) {
        Sequence sequence =
                new Sequences(change).forColumn(table.id(), table.name(), column.id(), column.name(), base, false);
        return column.withType(Optional.of(DataType.of(base)))
                .withDefaultValue(Optional.of(Defaults.nextValue(sequence.name(), sequence.id(), definition.span())));
    }

    /** The column as an identity column, with a new sequence. */
    Column identity(TableDraft table, Column column, boolean always) {
        return identity(table, column, always, SequenceOptions.NONE);
    }

    /** The same with options of the sequence, of which its name is one: dumps always give it. */
    Column identity(TableDraft table, Column column, boolean always, SequenceOptions options) {
        String type = column.type().map(DataType::name).orElse("int8");
        Sequence made =
                new Sequences(change).forColumn(table.id(), table.name(), column.id(), column.name(), type, true);
        Sequence sequence = options.value("sequence name")
                .map(name -> made.withName(sequenceName(name, table.name().schema())))
                .orElse(made);
        change.schema().put(sequence);
        return column.withIdentity(Optional.of(new Identity(always, Optional.of(sequence.id()))));
    }

    private static ObjectName sequenceName(String name, String schema) {
        int dot = name.indexOf('.');
        return dot < 0 ? new ObjectName(schema, name) : new ObjectName(name.substring(0, dot), name.substring(dot + 1));
    }

    private Column generated(TableDraft table, Column column, ColumnConstraint constraint) {
        return column.withGenerated(constraint
                .expression()
                .map(expression -> new Generated(
                        expression, constraint.stored(), Mentions.columns(expression.tokens(), table.columns()))));
    }

    /** Whether the definition makes the column refuse NULL by more than its NOT NULL. */
    static boolean impliesNotNull(ColumnDefinition definition) {
        return definition.type().flatMap(DataTypes::serialBase).isPresent()
                || definition.constraints().stream().anyMatch(c -> c.kind() == ColumnConstraint.Kind.IDENTITY);
    }

    /** A copy of a column for another table. */
    Column copy(Column column) {
        return new Column(
                change.schema().newId(),
                column.name(),
                column.type(),
                false,
                column.defaultValue(),
                column.identity(),
                column.generated(),
                column.collation(),
                change.origin(),
                change.origin());
    }

    /** Remembers columns that a statement names of a table that is not fully known. */
    void assume(ObjectId table, List<Identifier> names) {
        Table found = change.table(table);
        if (found.complete()) {
            return;
        }
        change.edit(table, draft -> {
            for (Identifier name : names) {
                if (draft.column(name.value()).isEmpty()) {
                    draft.columns().add(unknown(name.value()));
                }
            }
        });
    }

    private Column unknown(String name) {
        return new Column(
                change.schema().newId(),
                name,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Origin.BEFORE_HISTORY,
                Origin.BEFORE_HISTORY);
    }

    /** The column with another type. */
    Column retyped(Column column, TypeName type, Optional<QualifiedName> collation) {
        DataType resolved = DataTypes.resolve(type, change.now());
        return column.withType(Optional.of(resolved))
                .withTypeOrigin(change.origin())
                .withCollation(collation.map(QualifiedName::toString));
    }

    /** The column with another generation expression. */
    static Column regenerated(Column column, Expression expression, Table table) {
        boolean stored = column.generated().map(Generated::stored).orElse(true);
        return column.withGenerated(
                Optional.of(new Generated(expression, stored, Mentions.columns(expression.tokens(), table.columns()))));
    }
}
