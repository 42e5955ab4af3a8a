package io.github.migralint.dialect.procedural;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.ProceduralStatement.LoopHeader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The variables that statements may give another value. */
final class Assigned {
    private final Set<String> names = new LinkedHashSet<>();

    private Assigned() {}

    static Set<String> in(List<ProceduralStatement> statements) {
        var assigned = new Assigned();
        statements.forEach(assigned::visit);
        return assigned.names;
    }

    private void visit(ProceduralStatement statement) {
        switch (statement) {
            case ProceduralStatement.Block block -> {
                block.body().forEach(this::visit);
                block.handlers().forEach(handler -> handler.body().forEach(this::visit));
            }
            case ProceduralStatement.Choice choice -> {
                choice.branches().forEach(branch -> branch.body().forEach(this::visit));
                choice.otherwise().forEach(this::visit);
            }
            case ProceduralStatement.Loop loop -> {
                header(loop.header());
                names.add(Frames.FOUND);
                loop.body().forEach(this::visit);
            }
            case ProceduralStatement.Sql sql -> {
                names.add(Frames.FOUND);
                add(sql.into());
            }
            case ProceduralStatement.Execute execute -> add(execute.into());
            case ProceduralStatement.Assignment assignment -> names.add(assignment.target());
            case ProceduralStatement.Other other -> {
                names.add(Frames.FOUND);
                names.addAll(other.targets());
            }
            case ProceduralStatement.Raise ignored -> {}
            case ProceduralStatement.Return ignored -> {}
            case ProceduralStatement.Leave ignored -> {}
            case ProceduralStatement.Unread ignored -> {}
        }
    }

    private void header(LoopHeader header) {
        switch (header) {
            case LoopHeader.Rows rows -> add(rows.variables());
            case LoopHeader.CommandRows rows -> add(rows.variables());
            case LoopHeader.Elements elements -> add(elements.variables());
            case LoopHeader.Range ignored -> {}
            case LoopHeader.CursorRows ignored -> {}
            case LoopHeader.Endless ignored -> {}
            case LoopHeader.While ignored -> {}
        }
    }

    private void add(List<Identifier> variables) {
        variables.forEach(variable -> names.add(variable.value()));
    }
}
