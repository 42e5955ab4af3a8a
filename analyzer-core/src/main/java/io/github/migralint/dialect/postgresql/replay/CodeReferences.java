package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.Call;
import io.github.migralint.ast.CodeBlock;
import io.github.migralint.ast.Copy;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.CreateView;
import io.github.migralint.ast.Delete;
import io.github.migralint.ast.DoBlock;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.LockTable;
import io.github.migralint.ast.Merge;
import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.ProceduralStatement.Assignment;
import io.github.migralint.ast.ProceduralStatement.Block;
import io.github.migralint.ast.ProceduralStatement.Choice;
import io.github.migralint.ast.ProceduralStatement.Execute;
import io.github.migralint.ast.ProceduralStatement.Leave;
import io.github.migralint.ast.ProceduralStatement.Loop;
import io.github.migralint.ast.ProceduralStatement.LoopHeader;
import io.github.migralint.ast.ProceduralStatement.Other;
import io.github.migralint.ast.ProceduralStatement.Raise;
import io.github.migralint.ast.ProceduralStatement.Return;
import io.github.migralint.ast.ProceduralStatement.Sql;
import io.github.migralint.ast.ProceduralStatement.Unread;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Truncate;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.ast.Update;
import io.github.migralint.dialect.postgresql.EmbeddedSql;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What code names, in all of its branches: relations, those among them that it writes, and routines. */
final class CodeReferences {
    private final Map<String, QualifiedName> relations = new LinkedHashMap<>();
    private final Map<String, QualifiedName> written = new LinkedHashMap<>();
    private final Map<String, QualifiedName> called = new LinkedHashMap<>();
    private final List<Query> queries = new ArrayList<>();

    private CodeReferences() {}

    static CodeReferences in(Block program) {
        var references = new CodeReferences();
        references.add(program);
        return references;
    }

    /** Relations that it reads or changes. */
    List<QualifiedName> relations() {
        return List.copyOf(relations.values());
    }

    /** Relations that it inserts into or updates. */
    List<QualifiedName> written() {
        return List.copyOf(written.values());
    }

    /** Routines that it calls. */
    List<QualifiedName> called() {
        return List.copyOf(called.values());
    }

    /** Its queries, each with all that it reads. */
    List<Query> queries() {
        return queries;
    }

    private void add(ProceduralStatement code) {
        switch (code) {
            case Block block ->
                block.declarations().forEach(declaration -> {
                    declaration.value().ifPresent(this::add);
                    declaration.query().ifPresent(this::add);
                });
            case Choice choice -> choice.branches().forEach(branch -> add(branch.condition()));
            case Loop loop -> add(loop.header());
            case Sql sql -> add(sql.statement());
            case Execute execute -> add(execute);
            case Assignment assignment -> add(assignment.value());
            case Return result -> result.value().ifPresent(this::add);
            case Leave leave -> leave.condition().ifPresent(this::add);
            case Other other -> other.queries().forEach(this::add);
            case Raise ignored -> {}
            case Unread ignored -> {}
        }
        code.children().forEach(this::add);
    }

    private void add(LoopHeader header) {
        switch (header) {
            case LoopHeader.Endless() -> {}
            case LoopHeader.While(Expression condition) -> add(condition);
            case LoopHeader.Range range -> {
                add(range.from());
                add(range.to());
                range.step().ifPresent(this::add);
            }
            case LoopHeader.Rows rows -> add(rows.statement());
            case LoopHeader.CommandRows rows -> {
                add(rows.command());
                rows.using().forEach(this::add);
            }
            case LoopHeader.CursorRows ignored -> {}
            case LoopHeader.Elements elements -> add(elements.array());
        }
    }

    /** A command that is one literal says what it does. */
    private void add(Execute execute) {
        List<Token> command = execute.command().tokens();
        if (command.size() == 1 && command.getFirst().kind() == TokenKind.STRING) {
            EmbeddedSql.at(command.getFirst()).forEach(this::add);
        }
        add(execute.command());
        execute.using().forEach(this::add);
    }

    private void add(Statement statement) {
        switch (statement) {
            case Select select -> add(select.query());
            case Insert insert -> write(insert.table(), insert.query());
            case Update update -> write(update.table(), update.query());
            case Merge merge -> write(merge.table(), merge.query());
            case Delete delete -> {
                name(delete.table());
                add(delete.query());
            }
            case CreateTableAs create -> add(create.query());
            case CreateView create -> add(create.query());
            case AlterTable alter -> name(alter.name());
            case CreateIndex create -> name(create.table());
            case Truncate truncate -> truncate.tables().forEach(this::name);
            case LockTable lock -> lock.tables().forEach(this::name);
            case Copy copy -> copy.table().ifPresent(this::name);
            case Call call -> called.putIfAbsent(call.procedure().toString(), call.procedure());
            case DoBlock block -> add(block.body());
            case Unparsed unparsed -> unparsed.mentions().forEach(this::name);
            default -> {}
        }
    }

    private void add(CodeBlock code) {
        code.program().ifPresent(this::add);
    }

    private void write(QualifiedName table, Query query) {
        name(table);
        written.putIfAbsent(table.toString(), table);
        add(query);
    }

    private void name(QualifiedName relation) {
        relations.putIfAbsent(relation.toString(), relation);
    }

    private void add(Expression expression) {
        add(EmbeddedSql.query(expression));
    }

    private void add(Query query) {
        queries.add(query);
        query.relations().forEach(this::name);
        for (Mentions.CallSite call : Mentions.calls(query.tokens())) {
            called.putIfAbsent(call.function().toString(), call.function());
        }
    }
}
