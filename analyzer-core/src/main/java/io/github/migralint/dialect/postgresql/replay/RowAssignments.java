package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.schema.Routine;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Columns of NEW and OLD in the body of a trigger function, and what it assigns to them. */
final class RowAssignments {
    private RowAssignments() {}

    static List<Routine.RowAssignment> in(List<Token> body) {
        var assignments = new ArrayList<Routine.RowAssignment>();
        for (int i = 0; i + 3 < body.size(); i++) {
            boolean assigns = column(body, i).isPresent()
                    && (body.get(i + 3).isSymbol(":=") || body.get(i + 3).isSymbol("="))
                    && beginsStatement(body, i);
            if (assigns) {
                assignments.add(new Routine.RowAssignment(
                        column(body, i).orElseThrow(),
                        source(body, i + 4, column(body, i).orElseThrow())));
            }
        }
        return List.copyOf(assignments);
    }

    /** Columns of NEW and OLD that are named anywhere in it. */
    static List<String> columns(List<Token> body) {
        var columns = new LinkedHashSet<String>();
        for (int i = 0; i + 2 < body.size(); i++) {
            boolean ofRow = (body.get(i).isWord("new") || body.get(i).isWord("old"))
                    && body.get(i + 1).isSymbol(".")
                    && Words.isName(body.get(i + 2));
            if (ofRow) {
                columns.add(Words.name(body.get(i + 2)));
            }
        }
        return List.copyOf(columns);
    }

    /** In a condition NEW.c = … compares. */
    private static boolean beginsStatement(List<Token> body, int at) {
        if (at == 0) {
            return true;
        }
        Token previous = body.get(at - 1);
        return previous.isSymbol(";")
                || previous.isWord("begin")
                || previous.isWord("then")
                || previous.isWord("else")
                || previous.isWord("loop");
    }

    private static Optional<String> column(List<Token> body, int at) {
        boolean ofNew = at + 2 < body.size()
                && body.get(at).isWord("new")
                && body.get(at + 1).isSymbol(".")
                && Words.isName(body.get(at + 2));
        return ofNew ? Optional.of(Words.name(body.get(at + 2))) : Optional.empty();
    }

    /** The first column of NEW on the right side that is not the assigned one itself, or that one. */
    private static Optional<String> source(List<Token> body, int start, String assigned) {
        Optional<String> itself = Optional.empty();
        for (int i = start; i < body.size() && !body.get(i).isSymbol(";"); i++) {
            Optional<String> column = column(body, i);
            if (column.isPresent() && !column.get().equals(assigned)) {
                return column;
            }
            itself = itself.or(() -> column);
        }
        return itself;
    }
}
