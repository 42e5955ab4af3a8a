package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.Call;
import io.github.migralint.ast.Copy;
import io.github.migralint.ast.Delete;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.LockTable;
import io.github.migralint.ast.Merge;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Truncate;
import io.github.migralint.ast.Update;
import io.github.migralint.dialect.grammar.SyntaxProblem;
import io.github.migralint.dialect.postgresql.PostgresqlParser.AssignmentsContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.CallContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.CopyContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.DeletionContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.InsertContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.LockContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.MergeChangeContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.MergeContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.MergeInsertContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.RelationContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.StatementGroupContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.TruncateContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.UpdateContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.WhereContext;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds the statements that change or lock rows, as far as their outer shape goes. */
final class DmlBuilder {
    private final TreeParts parts;

    DmlBuilder(TreeParts parts) {
        this.parts = parts;
    }

    Insert insert(InsertContext context, Span span) {
        int columnsFrom = TreeParts.from(context.insertColumns());
        int columnsTo = TreeParts.to(context.insertColumns());
        Insert.Source source = source(context);
        int rows = source == Insert.Source.VALUES ? rows(TreeParts.from(context.query()) + 1, context) : 0;
        return new Insert(
                parts.name(context.anyName()),
                columns(columnsFrom, columnsTo),
                source,
                rows,
                whole(Optional.empty()),
                context.onConflict() != null,
                span);
    }

    private Insert.Source source(InsertContext context) {
        if (context.query() == null) {
            return Insert.Source.DEFAULT_VALUES;
        }
        return parts.tokens().type(TreeParts.from(context.query())) == PostgresqlParser.VALUES
                ? Insert.Source.VALUES
                : Insert.Source.QUERY;
    }

    private int rows(int from, InsertContext context) {
        int rows = 0;
        int i = from;
        int to = TreeParts.to(context.query());
        while (i < to) {
            if (parts.tokens().type(i) == PostgresqlParser.LPAREN) {
                rows++;
                i = parts.tokens().closing(i);
            }
            i++;
        }
        return rows;
    }

    /** The columns of a list in parentheses; fields and elements of a column are that column. */
    private List<Identifier> columns(int from, int to) {
        List<Identifier> columns = new ArrayList<>();
        for (int i = from; i < to; i++) {
            int before = parts.tokens().type(i);
            if (before == PostgresqlParser.LBRACKET) {
                i = parts.tokens().closing(i);
            } else if ((before == PostgresqlParser.LPAREN && i == from) || before == PostgresqlParser.COMMA) {
                columns.add(Names.identifier(parts.tokens().token(i + 1)));
            }
        }
        return columns;
    }

    /** The whole statement, without the table it changes among the relations it reads. */
    private Query whole(Optional<QualifiedName> target) {
        Query query = parts.query(0, parts.tokens().count());
        if (target.isEmpty()) {
            return query;
        }
        Span span = target.get().span();
        List<QualifiedName> others = query.relations().stream()
                .filter(relation -> !relation.span().equals(span))
                .toList();
        return new Query(query.tokens(), others, query.writes(), query.span());
    }

    Update update(UpdateContext context, Span span) {
        QualifiedName table = table(context.relation());
        return new Update(
                table,
                context.relation().ONLY() != null,
                assigned(context.assignments()),
                where(context.where()),
                whole(Optional.of(table)),
                span);
    }

    private QualifiedName table(RelationContext context) {
        return parts.name(context.anyName());
    }

    private Optional<Expression> where(@Nullable WhereContext context) {
        return Optional.ofNullable(context).map(where -> parts.expression(where.expression()));
    }

    private List<Identifier> assigned(AssignmentsContext context) {
        List<Identifier> columns = new ArrayList<>();
        for (var assignment : context.assignment()) {
            assignment.assignmentTarget().forEach(target -> columns.add(parts.identifier(target.colId())));
        }
        return columns;
    }

    Delete delete(DeletionContext context, Span span) {
        QualifiedName table = table(context.relation());
        return new Delete(
                table, context.relation().ONLY() != null, where(context.where()), whole(Optional.of(table)), span);
    }

    Merge merge(MergeContext context, Span span) {
        List<String> actions = new ArrayList<>();
        for (var when : context.mergeWhen()) {
            actions.add(when.mergeChange() != null ? change(when.mergeChange()) : insertion(when.mergeInsert()));
        }
        QualifiedName table = table(context.relation());
        boolean bySource = context.mergeWhen().stream().anyMatch(when -> when.BY() != null);
        return new Merge(table, actions, bySource, context.returning() != null, whole(Optional.of(table)), span);
    }

    private static String change(MergeChangeContext context) {
        return context.NOTHING() != null ? "DO NOTHING" : context.DELETE() != null ? "DELETE" : "UPDATE";
    }

    private static String insertion(MergeInsertContext context) {
        return context.NOTHING() != null ? "DO NOTHING" : "INSERT";
    }

    Copy copy(CopyContext context, Span span, Optional<Span> data) {
        if (context.FROM() == null && context.where() != null) {
            throw new SyntaxProblem(TreeParts.from(context.where()), "expected the end");
        }
        Span none = new Span(span.end(), span.end());
        return new Copy(
                Optional.ofNullable(context.relation()).map(this::table),
                Optional.ofNullable(context.statementGroup()).flatMap(this::inside),
                context.FROM() != null,
                context.PROGRAM() != null,
                context.STDIN() != null || context.STDOUT() != null,
                data.orElse(none),
                span);
    }

    private Optional<Statement> inside(StatementGroupContext context) {
        return OtherStatements.inner(parts.tokens(), TreeParts.from(context) + 1, TreeParts.to(context) - 1);
    }

    Truncate truncate(TruncateContext context, Span span) {
        return new Truncate(
                context.relation().stream().map(this::table).toList(),
                context.relation().stream().anyMatch(relation -> relation.ONLY() != null),
                context.RESTART() != null,
                context.behavior() != null && context.behavior().CASCADE() != null,
                span);
    }

    LockTable lock(LockContext context, Span span) {
        return new LockTable(
                context.relation().stream().map(this::table).toList(),
                context.relation().stream().anyMatch(relation -> relation.ONLY() != null),
                context.lockMode() == null ? "ACCESS EXCLUSIVE" : parts.words(context.lockMode()),
                context.NOWAIT() != null,
                span);
    }

    Call call(CallContext context, Span span) {
        return new Call(parts.name(context.functionName()), parts.expression(context.argumentList()), span);
    }
}
