package io.github.migralint.dialect.mysql.program;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.ProceduralStatement.Assignment;
import io.github.migralint.ast.ProceduralStatement.Block;
import io.github.migralint.ast.ProceduralStatement.Sql;
import io.github.migralint.dialect.procedural.BodyTokens;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads statements of SQL, and SET, which may be one. */
final class Commands {
    private final Reading reading;
    private final BodyTokens tokens;

    Commands(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    ProceduralStatement command(int from) {
        while (!tokens.atEnd() && !tokens.isSymbol(";")) {
            tokens.next();
        }
        List<Token> run = tokens.run(from, tokens.index());
        if (run.isEmpty()) {
            throw tokens.expected("a statement");
        }
        if (run.getFirst().isWord("set")) {
            return set(run);
        }
        boolean query = run.getFirst().isWord("select") || run.getFirst().isWord("with");
        return new Sql(reading.sql().statement(run), query ? into(run) : List.of(), reading.spanFrom(from));
    }

    /** The variables that a query gives its values to. */
    private static List<Identifier> into(List<Token> query) {
        List<Identifier> targets = new ArrayList<>();
        int open = 0;
        for (int i = 0; i < query.size(); i++) {
            open += query.get(i).isSymbol("(") ? 1 : query.get(i).isSymbol(")") ? -1 : 0;
            if (open == 0 && query.get(i).isWord("into")) {
                int at = i + 1;
                do {
                    if (at < query.size()) {
                        targets.add(Reading.identifier(query.get(at)));
                    }
                    at += 2;
                } while (at - 1 < query.size() && query.get(at - 1).isSymbol(","));
                return targets;
            }
        }
        return targets;
    }

    /** {@code SET a = 1, @b = 2}: one statement for each variable. */
    private ProceduralStatement set(List<Token> run) {
        List<ProceduralStatement> assignments = new ArrayList<>();
        int open = 0;
        int from = 1;
        for (int i = 1; i <= run.size(); i++) {
            boolean last = i == run.size();
            if (last || (open == 0 && run.get(i).isSymbol(","))) {
                if (i > from) {
                    assignments.add(assignment(run.getFirst(), run.subList(from, i)));
                }
                from = i + 1;
            } else {
                open += run.get(i).isSymbol("(") ? 1 : run.get(i).isSymbol(")") ? -1 : 0;
            }
        }
        if (assignments.size() == 1) {
            return assignments.getFirst();
        }
        var span = new Span(run.getFirst().start(), run.getLast().end());
        return new Block(Optional.empty(), List.of(), assignments, List.of(), span);
    }

    private ProceduralStatement assignment(Token set, List<Token> part) {
        Optional<String> target = localTarget(part);
        if (target.isPresent()) {
            int sign = target.get().contains(".") ? 3 : 1;
            var value = Reading.expression(part.subList(sign + 1, part.size()));
            var span = new Span(part.getFirst().start(), part.getLast().end());
            return new Assignment(target.get(), true, value, span);
        }
        List<Token> statement = new ArrayList<>(part.size() + 1);
        statement.add(
                set.start() + 4 >= part.getFirst().start()
                        ? set
                        : wordAt(part.getFirst().start()));
        statement.addAll(part);
        var span = new Span(statement.getFirst().start(), part.getLast().end());
        return new Sql(reading.sql().statement(statement), List.of(), span);
    }

    /** SET stands only before the first assignment. */
    private static Token wordAt(int place) {
        return new Token(TokenKind.WORD, "SET", place, place);
    }

    /** The variable of the program, or the column of the row of a trigger, that is assigned. */
    private Optional<String> localTarget(List<Token> part) {
        if (part.size() > 2 && isSign(part.get(1)) && part.getFirst().kind() != TokenKind.VARIABLE) {
            String name = Reading.identifier(part.getFirst()).value();
            return Optional.of(name).filter(reading.locals()::isVariable);
        }
        boolean field = part.size() > 4 && part.get(1).isSymbol(".") && isSign(part.get(3));
        if (!field || part.getFirst().kind() == TokenKind.VARIABLE) {
            return Optional.empty();
        }
        String row = Reading.identifier(part.getFirst()).value();
        return row.equals("new") || reading.locals().isVariable(row)
                ? Optional.of(row + "." + Reading.identifier(part.get(2)).value())
                : Optional.empty();
    }

    private static boolean isSign(Token token) {
        return token.isSymbol("=") || token.isSymbol(":=");
    }
}
