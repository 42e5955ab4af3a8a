package io.github.migralint.dialect.mysql.program;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.ProceduralStatement.Branch;
import io.github.migralint.ast.ProceduralStatement.Choice;
import io.github.migralint.ast.ProceduralStatement.Leave;
import io.github.migralint.ast.ProceduralStatement.Loop;
import io.github.migralint.ast.ProceduralStatement.LoopHeader;
import io.github.migralint.dialect.procedural.BodyTokens;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads IF, CASE and the loops. */
final class Branches {
    private static final Set<String> THEN = Set.of("then");
    private static final Set<String> DO = Set.of("do");

    private final StatementParser statements;
    private final Reading reading;
    private final BodyTokens tokens;

    Branches(StatementParser statements, Reading reading) {
        this.statements = statements;
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    Choice choice(int from) {
        tokens.next();
        List<Branch> branches = new ArrayList<>();
        do {
            branches.add(branch(from, reading.expression(THEN)));
        } while (tokens.accept("elseif"));
        List<ProceduralStatement> otherwise = otherwise();
        close("if", otherwise);
        return new Choice(branches, otherwise, false, reading.spanFrom(from));
    }

    private Branch branch(int from, Expression condition) {
        tokens.expect("then");
        List<ProceduralStatement> body = statements.list();
        return new Branch(condition, body, reading.spanFrom(from));
    }

    private List<ProceduralStatement> otherwise() {
        return tokens.accept("else") ? statements.list() : new ArrayList<>();
    }

    private void close(String construct, List<ProceduralStatement> last) {
        if (tokens.isWord("end") && tokens.peek(1).isWord(construct)) {
            tokens.next();
            tokens.next();
        } else {
            last.add(Reading.mark(tokens.expected("END " + construct.toUpperCase(Locale.ROOT))));
        }
    }

    Choice cases(int from) {
        tokens.next();
        Optional<Expression> subject =
                tokens.isWord("when") ? Optional.empty() : Optional.of(reading.expression(Set.of("when")));
        List<Branch> branches = new ArrayList<>();
        while (tokens.accept("when")) {
            Expression condition = reading.expression(THEN);
            branches.add(branch(from, subject.map(s -> equal(s, condition)).orElse(condition)));
        }
        boolean exhaustive = !tokens.isWord("else");
        List<ProceduralStatement> otherwise = otherwise();
        close("case", otherwise);
        return new Choice(branches, otherwise, exhaustive, reading.spanFrom(from));
    }

    /** {@code CASE x WHEN a} written out. */
    private static Expression equal(Expression subject, Expression value) {
        List<Token> tokens = new ArrayList<>();
        group(subject, tokens);
        tokens.add(symbol("=", TokenKind.OPERATOR, value.span().start()));
        group(value, tokens);
        return new Expression(tokens, value.span());
    }

    private static void group(Expression expression, List<Token> into) {
        into.add(symbol("(", TokenKind.PUNCTUATION, expression.span().start()));
        into.addAll(expression.tokens());
        into.add(symbol(")", TokenKind.PUNCTUATION, expression.span().end()));
    }

    private static Token symbol(String text, TokenKind kind, int place) {
        return new Token(kind, text, place, place);
    }

    Loop loop(Optional<Identifier> label, int from) {
        String word = Reading.fold(tokens.next());
        LoopHeader header = switch (word) {
            case "while" -> new LoopHeader.While(reading.expression(DO));
            case "for" -> rounds();
            default -> new LoopHeader.Endless();
        };
        if (word.equals("while") || word.equals("for")) {
            tokens.expect("do");
        }
        List<ProceduralStatement> body = new ArrayList<>(statements.list());
        if (word.equals("repeat")) {
            int until = tokens.index();
            tokens.expect("until");
            Expression condition = reading.expression(Set.of("end"));
            body.add(new Leave(false, Optional.empty(), Optional.of(condition), reading.spanFrom(until)));
        }
        close(word, body);
        boolean named = label.isPresent() && !tokens.atEnd() && !tokens.isSymbol(";");
        if (named) {
            reading.name("a label");
        }
        return new Loop(label, header, body, reading.spanFrom(from));
    }

    /** {@code FOR i IN 1..3}, {@code FOR r IN (SELECT …)}, {@code FOR r IN cursor}. */
    private LoopHeader rounds() {
        Identifier variable = reading.name("a variable");
        reading.locals().variable(variable.value());
        tokens.expect("in");
        boolean reverse = tokens.accept("reverse");
        List<Token> range = reading.expression(DO).tokens();
        for (int i = 1; i + 1 < range.size(); i++) {
            if (range.get(i).isSymbol("..")) {
                return new LoopHeader.Range(
                        variable,
                        Reading.expression(range.subList(0, i)),
                        Reading.expression(range.subList(i + 1, range.size())),
                        Optional.empty(),
                        reverse);
            }
        }
        if (range.getFirst().isSymbol("(") && range.size() > 2) {
            List<Token> query = range.subList(1, range.size() - 1);
            return new LoopHeader.Rows(
                    List.of(variable), reading.sql().query(query), reading.sql().statement(query));
        }
        return new LoopHeader.CursorRows(variable, Reading.identifier(range.getFirst()));
    }
}
