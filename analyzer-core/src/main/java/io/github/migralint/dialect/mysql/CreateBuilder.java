package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.CreateSchema;
import io.github.migralint.ast.CreateSequence;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.SequenceOptions;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.mysql.MysqlParser.CreateContext;
import io.github.migralint.dialect.mysql.MysqlParser.CreateDatabaseContext;
import io.github.migralint.dialect.mysql.MysqlParser.CreateIndexContext;
import io.github.migralint.dialect.mysql.MysqlParser.CreateSequenceContext;
import io.github.migralint.dialect.mysql.MysqlParser.CreateStoredContext;
import io.github.migralint.dialect.mysql.MysqlParser.DatabaseOptionContext;
import io.github.migralint.dialect.mysql.MysqlParser.SequenceOptionContext;
import io.github.migralint.dialect.mysql.MysqlParser.ViewAttributeContext;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/** Builds CREATE of databases, indexes and sequences, and sends the rest to its builder. */
final class CreateBuilder {
    private final TreeParts parts;

    CreateBuilder(TreeParts parts) {
        this.parts = parts;
    }

    Statement create(CreateContext context, Span span) {
        var object = context.createObject();
        boolean replace = context.orReplace() != null;
        Persistence persistence = object.TEMPORARY() != null ? Persistence.TEMPORARY : Persistence.PERMANENT;
        if (object.createTable() != null) {
            return new TableBuilder(parts).table(object.createTable(), persistence, replace, span);
        }
        if (object.createIndex() != null) {
            return index(object.createIndex(), span);
        }
        if (object.createDatabase() != null) {
            return database(object.createDatabase(), replace, span);
        }
        if (object.createSequence() != null) {
            return sequence(object.createSequence(), persistence, span);
        }
        return object.createPlain() != null
                ? new OtherBuilder(parts).create(object.createPlain())
                : stored(object.createStored(), object.viewAttribute(), replace, span);
    }

    private Statement stored(
            CreateStoredContext object, List<ViewAttributeContext> attributes, boolean replace, Span span) {
        if (object.createView() != null) {
            return new ViewBuilder(parts).create(object.createView(), attributes, replace, span);
        }
        Optional<String> definer = new ViewBuilder(parts).definer(attributes);
        if (object.createTrigger() != null) {
            return new RoutineBuilder(parts).trigger(object.createTrigger(), replace, definer, span);
        }
        return object.createRoutine() != null
                ? new RoutineBuilder(parts).routine(object.createRoutine(), replace, definer, span)
                : new OtherBuilder(parts).create(object);
    }

    private Statement index(CreateIndexContext context, Span span) {
        var keys = new ConstraintBuilder(parts);
        boolean special = context.FULLTEXT() != null || context.SPATIAL() != null || context.VECTOR() != null;
        int kind = TreeParts.from(context) + (context.ONLINE() != null || context.OFFLINE() != null ? 1 : 0);
        return new CreateIndex(
                parts.optional(context.colId()),
                parts.name(context.anyName()),
                false,
                context.UNIQUE() != null,
                false,
                context.ifNotExists() != null,
                special ? parts.tokens().word(kind) : keys.method(context.indexType(), context.indexOption(), "btree"),
                keys.elements(context.keyParts()),
                List.of(),
                false,
                Optional.empty(),
                keys.options(context.indexOption()),
                Optional.empty(),
                new AlterTableBuilder(parts)
                        .online(context.online(), context.waiting(), context.ONLINE() == null ? null : context),
                span);
    }

    private Statement database(CreateDatabaseContext context, boolean replace, Span span) {
        return new CreateSchema(
                parts.optional(context.colId()),
                context.ifNotExists() != null,
                Optional.empty(),
                List.of(),
                replace,
                options(context.databaseOption()),
                span);
    }

    List<Option> options(List<DatabaseOptionContext> contexts) {
        return contexts.stream().map(this::option).toList();
    }

    private Option option(DatabaseOptionContext context) {
        if (context.charset() != null) {
            return parts.option("character set", context.charsetName(), context);
        }
        if (context.COLLATE() != null) {
            return parts.option("collate", context.charsetName(), context);
        }
        if (context.READ() != null) {
            int value = TreeParts.to(context) - 1;
            return new Option("read only", Optional.of(parts.value(value, value + 1)), parts.span(context));
        }
        return parts.option(context.COMMENT() != null ? "comment" : "encryption", context.string(), context);
    }

    private Statement sequence(CreateSequenceContext context, Persistence persistence, Span span) {
        return new CreateSequence(
                parts.name(context.anyName()),
                persistence,
                context.ifNotExists() != null,
                sequenceOptions(context.sequenceOption()),
                span);
    }

    SequenceOptions sequenceOptions(List<SequenceOptionContext> contexts) {
        return new SequenceOptions(contexts.stream().map(this::option).toList(), Optional.empty());
    }

    private Option option(SequenceOptionContext context) {
        int from = TreeParts.from(context);
        String word = parts.tokens().word(from);
        if (context.NO() != null) {
            return parts.option("no " + parts.tokens().word(from + 1), context);
        }
        if (word.startsWith("no")) {
            return parts.option("no " + word.substring(2), context);
        }
        if (context.signedNumber() != null) {
            return parts.option(word, context.signedNumber(), context);
        }
        return context.colIdOrType() == null
                ? parts.option(word, context)
                : parts.option(word, context.colIdOrType(), context);
    }
}
