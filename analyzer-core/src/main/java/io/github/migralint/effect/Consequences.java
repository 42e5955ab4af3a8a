package io.github.migralint.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterEnum;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.MysqlStatement;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Rename;
import io.github.migralint.ast.SetSchema;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Truncate;
import io.github.migralint.effect.Effect.BreaksClients;
import io.github.migralint.effect.Effect.BreaksClients.Breakage;
import io.github.migralint.effect.Effect.LosesData;
import io.github.migralint.effect.Effect.LosesData.Loss;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a statement does to data and to running code: the same on every engine, whatever it locks. */
public final class Consequences {
    private static final Set<ObjectKind> USED_BY_NAME = EnumSet.of(
            ObjectKind.TABLE,
            ObjectKind.FOREIGN_TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.COLUMN,
            ObjectKind.SCHEMA,
            ObjectKind.TYPE,
            ObjectKind.DOMAIN,
            ObjectKind.FUNCTION,
            ObjectKind.PROCEDURE,
            ObjectKind.ROUTINE);

    /** Changes of partitions after which their rows are gone. */
    private static final Set<MysqlAction.ChangePartitions.Operation> EMPTYING =
            EnumSet.of(MysqlAction.ChangePartitions.Operation.DROP, MysqlAction.ChangePartitions.Operation.TRUNCATE);

    private Consequences() {}

    /** The losses and breakages of a statement, in the order of its clauses. */
    public static List<Effect> of(Statement statement, Schema before) {
        if (statement instanceof AlterTable alter && alter.kind() == ObjectKind.TABLE) {
            return alteration(alter, before);
        }
        if (statement instanceof DropObject drop) {
            return removal(drop, before);
        }
        if (statement instanceof Truncate truncate) {
            return truncate.tables().stream()
                    .<Effect>map(
                            table -> lost(Loss.ROWS, ObjectKind.TABLE, table, relation(before, table), table.span()))
                    .toList();
        }
        if (statement instanceof Rename rename && USED_BY_NAME.contains(rename.kind())) {
            return renaming(rename, before);
        }
        if (statement instanceof SetSchema move
                && (USED_BY_NAME.contains(move.kind()) || move.kind() == ObjectKind.SEQUENCE)) {
            QualifiedName name = move.object().name();
            return gone(before, name, move.ifExists())
                    ? List.of()
                    : List.of(broken(move.kind(), name, relation(before, name), Breakage.MOVED, name.span()));
        }
        if (statement instanceof MysqlStatement.RenameTables rename) {
            return rename.renames().stream()
                    .filter(pair -> !gone(before, pair.table(), rename.ifExists()))
                    .<Effect>map(pair -> broken(
                            ObjectKind.TABLE,
                            pair.table(),
                            relation(before, pair.table()),
                            Breakage.RENAMED,
                            pair.span()))
                    .toList();
        }
        if (statement instanceof CreateTable create && create.replace()) {
            return replaced(create.name(), before);
        }
        if (statement instanceof CreateTableAs create && create.replace()) {
            return replaced(create.name(), before);
        }
        if (statement instanceof AlterEnum change && change.oldLabel().isPresent()) {
            Optional<ObjectId> type = before.type(change.name()).found().map(SchemaObject::id);
            return List.of(
                    new BreaksClients(ObjectKind.TYPE, change.oldLabel().get(), type, Breakage.RENAMED, change.span()));
        }
        return List.of();
    }

    private static List<Effect> alteration(AlterTable alter, Schema before) {
        Optional<Table> table = before.table(alter.name());
        return alter.actions().stream()
                .flatMap(action -> switch (action) {
                    case AlterAction.DropColumn drop -> dropped(drop, table).stream();
                    case MysqlAction.RenameColumn rename -> Stream.of(renamed(rename.column(), table, rename.span()));
                    case MysqlAction.ModifyColumn modify
                    when modify.renames() -> Stream.of(renamed(modify.column(), table, modify.span()));
                    case MysqlAction.RenameTo rename ->
                        Stream.of(broken(
                                ObjectKind.TABLE,
                                alter.name(),
                                relation(before, alter.name()),
                                Breakage.RENAMED,
                                rename.span()));
                    case MysqlAction.ChangePartitions change
                    when EMPTYING.contains(change.operation()) ->
                        Stream.of(lost(
                                Loss.ROWS,
                                ObjectKind.TABLE,
                                alter.name(),
                                relation(before, alter.name()),
                                change.span()));
                    default -> Stream.<Effect>empty();
                })
                .toList();
    }

    /** No data go with a column that is computed when it is read. */
    private static Optional<Effect> dropped(AlterAction.DropColumn drop, Optional<Table> table) {
        Optional<Column> column = table.flatMap(t -> t.column(drop.column().value()));
        boolean absent = column.isEmpty() && table.filter(Table::complete).isPresent();
        boolean virtual = column.flatMap(Column::generated)
                .filter(generated -> !generated.stored())
                .isPresent();
        return absent || virtual
                ? Optional.empty()
                : Optional.of(new LosesData(
                        Loss.COLUMN, ObjectKind.COLUMN, drop.column().value(), column.map(Column::id), drop.span()));
    }

    private static Effect renamed(Identifier column, Optional<Table> table, Span place) {
        return new BreaksClients(
                ObjectKind.COLUMN,
                column.value(),
                table.flatMap(t -> t.column(column.value())).map(Column::id),
                Breakage.RENAMED,
                place);
    }

    /** CREATE OR REPLACE drops what has the name. */
    private static List<Effect> replaced(QualifiedName name, Schema before) {
        return before
                .table(name)
                .<Effect>map(table -> lost(Loss.TABLE, ObjectKind.TABLE, name, Optional.of(table.id()), name.span()))
                .stream()
                .toList();
    }

    private static List<Effect> removal(DropObject drop, Schema before) {
        if (drop.kind() != ObjectKind.TABLE && drop.kind() != ObjectKind.MATERIALIZED_VIEW) {
            return List.of();
        }
        return drop.objects().stream()
                .filter(object -> !gone(before, object.name(), drop.ifExists()))
                .<Effect>map(object ->
                        lost(Loss.TABLE, drop.kind(), object.name(), relation(before, object.name()), object.span()))
                .toList();
    }

    private static List<Effect> renaming(Rename rename, Schema before) {
        ObjectReference object = rename.object();
        if (gone(before, object.name(), rename.ifExists())) {
            return List.of();
        }
        if (rename.member().isPresent()) {
            String old = rename.member().get().value();
            Optional<ObjectId> column =
                    before.table(object.name()).flatMap(t -> t.column(old)).map(Column::id);
            return List.of(new BreaksClients(
                    rename.kind(),
                    old,
                    column,
                    Breakage.RENAMED,
                    rename.member().get().span()));
        }
        return List.of(
                broken(rename.kind(), object.name(), relation(before, object.name()), Breakage.RENAMED, object.span()));
    }

    /** Whether IF EXISTS skips the object because the history shows that it is not there. */
    private static boolean gone(Schema before, QualifiedName name, boolean ifExists) {
        return ifExists && before.relation(name).isAbsent();
    }

    private static Optional<ObjectId> relation(Schema before, QualifiedName name) {
        return before.relation(name).found().map(SchemaObject::id);
    }

    private static LosesData lost(
            Loss loss, ObjectKind kind, QualifiedName name, Optional<ObjectId> object, Span place) {
        return new LosesData(loss, kind, name.name(), object, place);
    }

    private static BreaksClients broken(
            ObjectKind kind, QualifiedName name, Optional<ObjectId> object, Breakage how, Span place) {
        return new BreaksClients(kind, name.name(), object, how, place);
    }
}
