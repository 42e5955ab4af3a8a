package io.github.migralint.history;

import io.github.migralint.ast.Comment;
import io.github.migralint.ast.Copy;
import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.Delete;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.Merge;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Truncate;
import io.github.migralint.ast.Update;
import io.github.migralint.history.Timeline.Event;
import io.github.migralint.history.Timeline.Kind;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what a statement does to rows: tables and columns that the history itself fills, and comments. */
final class RowObserver {
    private final Schema schema;
    private final Origin origin;
    private final List<Event> events = new ArrayList<>();
    private final List<ObjectId> takenOver = new ArrayList<>();

    RowObserver(Statement statement, Schema after, Origin origin) {
        this.schema = after;
        this.origin = origin;
        switch (statement) {
            case Update update -> updated(update);
            case Insert insert -> inserted(insert);
            case Merge merge -> filled(merge.table(), Optional.of(merge.query()));
            case Copy copy -> copy.table().filter(table -> copy.from()).ifPresent(this::copied);
            case CreateTableAs create -> {
                if (create.withData() && !create.query().relations().isEmpty()) {
                    filled(create.name(), Optional.of(create.query()));
                }
            }
            case Select select -> select.into().ifPresent(table -> filled(table, Optional.of(select.query())));
            case Truncate truncate -> truncate.tables().forEach(this::emptied);
            case Delete delete -> {
                if (delete.where().isEmpty()) {
                    emptied(delete.table());
                }
            }
            case Comment comment -> commented(comment);
            default -> {}
        }
    }

    List<Event> events() {
        return events;
    }

    /** Tables that took rows over from elsewhere. */
    List<ObjectId> takenOver() {
        return takenOver;
    }

    private void add(Kind kind, ObjectId object, Optional<ObjectId> other, String detail) {
        events.add(new Event(kind, object, other, detail, origin));
    }

    private void updated(Update update) {
        schema.table(update.table()).ifPresent(table -> {
            for (Identifier name : update.columns()) {
                table.column(name.value())
                        .ifPresent(
                                column -> add(Kind.FILLED, column.id(), source(update, table, column), column.name()));
            }
        });
    }

    private static Optional<ObjectId> source(Update update, Table table, Column column) {
        return UpdateSources.of(update.query().tokens(), column.name(), table.columns())
                .map(Column::id);
    }

    private void inserted(Insert insert) {
        boolean fromElsewhere = insert.source() == Insert.Source.QUERY
                && !insert.query().relations().isEmpty();
        if (fromElsewhere) {
            filled(insert.table(), Optional.of(insert.query()));
        } else {
            schema.relation(insert.table())
                    .found()
                    .ifPresent(table -> add(
                            Kind.FILLED,
                            table.id(),
                            Optional.empty(),
                            table.name().name()));
        }
    }

    private void emptied(QualifiedName name) {
        schema.relation(name)
                .found()
                .ifPresent(table -> add(
                        Kind.EMPTIED, table.id(), Optional.empty(), table.name().name()));
    }

    private void copied(QualifiedName table) {
        filled(table, Optional.empty());
    }

    private void filled(QualifiedName name, Optional<Query> query) {
        Optional<ObjectId> source = query.stream()
                .flatMap(q -> q.relations().stream())
                .flatMap(relation -> schema.relation(relation).found().stream())
                .map(Relation::id)
                .findFirst();
        schema.relation(name).found().ifPresent(table -> {
            takenOver.add(table.id());
            add(Kind.FILLED, table.id(), source, table.name().name());
        });
    }

    private void commented(Comment comment) {
        String text = comment.text().orElse("");
        QualifiedName name = comment.object().name();
        if (comment.kind() == ObjectKind.COLUMN && name.parts().size() > 1) {
            var owner = new QualifiedName(name.parts().subList(0, name.parts().size() - 1), name.span());
            schema.table(owner)
                    .flatMap(table -> table.column(name.name()))
                    .ifPresent(column -> add(Kind.COMMENTED, column.id(), Optional.empty(), text));
        } else {
            commented(comment.kind(), name)
                    .ifPresent(object -> add(Kind.COMMENTED, object.id(), Optional.empty(), text));
        }
    }

    private Optional<? extends SchemaObject> commented(ObjectKind kind, QualifiedName name) {
        return switch (kind) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE ->
                schema.relation(name).found();
            case TYPE, DOMAIN -> schema.type(name).found();
            case FUNCTION, PROCEDURE, ROUTINE ->
                schema.routines(name).size() == 1
                        ? Optional.of(schema.routines(name).getFirst())
                        : Optional.empty();
            default -> Optional.empty();
        };
    }
}
