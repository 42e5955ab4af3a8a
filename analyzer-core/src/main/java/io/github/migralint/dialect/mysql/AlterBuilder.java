package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.AlterSequence;
import io.github.migralint.ast.MysqlStatement.AlterDatabase;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.mysql.MysqlParser.AlterObjectContext;
import io.github.migralint.source.Span;

/** Builds ALTER of databases and sequences, and sends the rest to its builder. */
final class AlterBuilder {
    private final TreeParts parts;

    AlterBuilder(TreeParts parts) {
        this.parts = parts;
    }

    Statement alter(AlterObjectContext context, Span span) {
        if (context.TABLE() != null) {
            return new AlterTableBuilder(parts).alter(context, span);
        }
        if (context.VIEW() != null) {
            return new ViewBuilder(parts).alter(context, span);
        }
        var create = new CreateBuilder(parts);
        if (context.SEQUENCE() != null) {
            return new AlterSequence(
                    parts.name(context.anyName()),
                    context.ifExists() != null,
                    create.sequenceOptions(context.sequenceOption()),
                    span);
        }
        if (context.DATABASE() == null && context.SCHEMA() == null) {
            return new OtherBuilder(parts).alter(context);
        }
        return new AlterDatabase(parts.optional(context.colId()), create.options(context.databaseOption()), span);
    }
}
