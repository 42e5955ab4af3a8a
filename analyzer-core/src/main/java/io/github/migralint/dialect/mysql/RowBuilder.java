package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.Call;
import io.github.migralint.ast.Delete;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.MysqlStatement.LoadData;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Update;
import io.github.migralint.dialect.grammar.SyntaxProblem;
import io.github.migralint.dialect.mysql.MysqlParser.AnyNameContext;
import io.github.migralint.dialect.mysql.MysqlParser.BoundsContext;
import io.github.migralint.dialect.mysql.MysqlParser.CallContext;
import io.github.migralint.dialect.mysql.MysqlParser.DeleteTargetContext;
import io.github.migralint.dialect.mysql.MysqlParser.DeletionContext;
import io.github.migralint.dialect.mysql.MysqlParser.InsertContext;
import io.github.migralint.dialect.mysql.MysqlParser.InsertSourceContext;
import io.github.migralint.dialect.mysql.MysqlParser.LoadDataContext;
import io.github.migralint.dialect.mysql.MysqlParser.ReplaceRowsContext;
import io.github.migralint.dialect.mysql.MysqlParser.UpdateContext;
import io.github.migralint.dialect.mysql.MysqlParser.WhereContext;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Builds queries and the statements that change rows, as far as their outer shape goes. */
final class RowBuilder {
    private final TreeParts parts;
    private final StatementTokens tokens;

    RowBuilder(TreeParts parts) {
        this.parts = parts;
        this.tokens = parts.tokens();
    }

    Statement select(Span span) {
        return new Select(whole(), new SelectList(parts).calls(), Optional.empty(), rowLock(), span);
    }

    private Query whole() {
        return parts.query(0, tokens.count());
    }

    /** {@code FOR UPDATE}, {@code FOR SHARE}, {@code LOCK IN SHARE MODE} at the outermost level. */
    private Optional<String> rowLock() {
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.type(i) == MysqlParser.LPAREN) {
                i = tokens.closing(i);
            } else if (tokens.type(i) == MysqlParser.FOR && tokens.word(i + 1).equals("update")) {
                return Optional.of("FOR UPDATE");
            } else if ((tokens.type(i) == MysqlParser.FOR && tokens.word(i + 1).equals("share"))
                    || tokens.type(i) == MysqlParser.LOCK) {
                return Optional.of("FOR SHARE");
            }
        }
        return Optional.empty();
    }

    Statement insert(InsertContext context, Span span) {
        return insert(context.anyName(), context.insertSource(), false, context.IGNORE() != null, span);
    }

    Statement replace(ReplaceRowsContext context, Span span) {
        return insert(context.anyName(), context.insertSource(), true, false, span);
    }

    private Statement insert(
            AnyNameContext table, InsertSourceContext source, boolean replace, boolean ignore, Span span) {
        boolean query = source.insertedQuery() != null;
        List<Identifier> columns = source.SET() != null
                ? assigned(source.assignments())
                : columns(TreeParts.from(source.insertColumns()), TreeParts.to(source.insertColumns()));
        return new Insert(
                parts.name(table),
                columns,
                query ? Insert.Source.QUERY : Insert.Source.VALUES,
                query ? 0 : source.SET() != null ? 1 : rows(source),
                whole(),
                source.onDuplicate() != null,
                replace,
                ignore,
                span);
    }

    private List<Identifier> columns(int from, int to) {
        List<Identifier> columns = new ArrayList<>();
        for (int i = from + 1; i < to; i++) {
            boolean last = tokens.type(i) == MysqlParser.COMMA || tokens.type(i) == MysqlParser.RPAREN;
            if (last && i > from + 1) {
                columns.add(parts.identifier(i - 1));
            }
        }
        return columns;
    }

    private int rows(InsertSourceContext source) {
        int rows = 0;
        for (int i = TreeParts.from(source.rows()); i < TreeParts.to(source.rows()); i++) {
            if (tokens.type(i) == MysqlParser.LPAREN) {
                rows++;
                i = tokens.closing(i);
            }
        }
        return rows;
    }

    /** The columns that assignments set. */
    private List<Identifier> assigned(ParserRuleContext assignments) {
        List<Identifier> columns = new ArrayList<>();
        boolean begins = true;
        for (int i = TreeParts.from(assignments); i < TreeParts.to(assignments); i++) {
            if (tokens.type(i) == MysqlParser.LPAREN) {
                i = tokens.closing(i);
            } else if (begins
                    && (tokens.type(i + 1) == MysqlParser.EQUALS || tokens.type(i + 1) == MysqlParser.ASSIGN)) {
                columns.add(parts.identifier(i));
                begins = false;
            } else {
                begins |= tokens.type(i) == MysqlParser.COMMA;
            }
        }
        return columns;
    }

    Statement update(UpdateContext context, Span span) {
        List<QualifiedName> written = new Targets(parts, context.tables()).assigned(context.assignments());
        if (written.isEmpty()) {
            throw new SyntaxProblem(TreeParts.from(context.tables()), "expected a table");
        }
        QualifiedName table = written.getFirst();
        return new Update(
                table,
                false,
                assigned(context.assignments()),
                where(context.where()),
                besides(table, written.subList(1, written.size())),
                isLimited(context.bounds()),
                span);
    }

    private Optional<Expression> where(@Nullable WhereContext context) {
        return Optional.ofNullable(context).map(where -> parts.expression(where.expression()));
    }

    private boolean isLimited(BoundsContext context) {
        for (int i = TreeParts.from(context); i < TreeParts.to(context); i++) {
            if (tokens.type(i) == MysqlParser.LIMIT) {
                return true;
            }
        }
        return false;
    }

    /** The whole statement, without the table it changes among the relations it reads. */
    private Query besides(QualifiedName table, List<QualifiedName> furtherTargets) {
        Query query = whole();
        List<QualifiedName> others = query.relations().stream()
                .filter(relation -> !relation.span().equals(table.span()))
                .toList();
        List<QualifiedName> writes = new ArrayList<>(query.writes());
        writes.addAll(furtherTargets);
        return new Query(query.tokens(), others, writes, query.span());
    }

    Statement delete(DeletionContext context, Span span) {
        boolean single = context.tables() == null;
        List<QualifiedName> named =
                context.deleteTarget().stream().map(this::target).toList();
        List<QualifiedName> written = single ? named : new Targets(parts, context.tables()).resolved(named);
        return new Delete(
                written.getFirst(),
                false,
                where(context.where()),
                besides(written.getFirst(), written.subList(1, written.size())),
                isLimited(context.bounds()),
                span);
    }

    private QualifiedName target(DeleteTargetContext context) {
        int from = TreeParts.from(context);
        int to = from + 1;
        while (tokens.type(to) == MysqlParser.DOT && tokens.type(to + 1) != MysqlParser.STAR) {
            to += 2;
        }
        return parts.name(from, to);
    }

    Statement load(LoadDataContext context, Span span) {
        return new LoadData(
                parts.name(context.anyName()),
                context.LOCAL() != null,
                context.REPLACE() != null,
                context.IGNORE() != null,
                filled(context.fileFormat()),
                span);
    }

    private List<Identifier> filled(ParserRuleContext format) {
        int to = TreeParts.to(format);
        if (to <= TreeParts.from(format) || tokens.type(to - 1) != MysqlParser.RPAREN) {
            return List.of();
        }
        return columns(tokens.partner(to - 1), to);
    }

    Statement call(CallContext context, Span span) {
        int end = TreeParts.to(context);
        Expression arguments = context.argumentGroup() == null
                ? new Expression(List.of(), tokens.span(end, end))
                : parts.expression(context.argumentGroup());
        return new Call(parts.name(context.anyName()), arguments, span);
    }
}
