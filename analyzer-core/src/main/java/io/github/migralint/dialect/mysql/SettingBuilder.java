package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.MysqlStatement.SetVariables;
import io.github.migralint.ast.MysqlStatement.VariableAssignment;
import io.github.migralint.ast.MysqlStatement.VariableAssignment.Scope;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.grammar.Folding;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Builds SET in all its forms. */
final class SettingBuilder {
    private static final Set<String> OTHERS = Set.of("role", "password", "resource", "statement", "default");

    private final TreeParts parts;
    private final StatementTokens tokens;

    SettingBuilder(TreeParts parts) {
        this.parts = parts;
        this.tokens = parts.tokens();
    }

    Statement set(Span span) {
        boolean assigned = tokens.type(2) == MysqlParser.EQUALS
                || tokens.type(2) == MysqlParser.ASSIGN
                || tokens.type(2) == MysqlParser.DOT;
        if (OTHERS.contains(tokens.word(1)) && !assigned) {
            return other();
        }
        List<VariableAssignment> variables = new ArrayList<>();
        int from = 1;
        Optional<Scope> sticky = Optional.empty();
        for (int i = 1; i <= tokens.count(); i++) {
            if (i < tokens.count() && tokens.type(i) == MysqlParser.LPAREN) {
                i = tokens.closing(i);
            } else if (i == tokens.count() || tokens.type(i) == MysqlParser.COMMA) {
                boolean mode = isTransaction(1) || isTransaction(2);
                if (!mode || i == tokens.count()) {
                    sticky = scopeWord(from).or(() -> Optional.of(Scope.SESSION));
                    variables.add(variable(from, i, sticky.get()));
                    from = i + 1;
                }
            }
        }
        return new SetVariables(variables, span);
    }

    private boolean isTransaction(int i) {
        return tokens.word(i).equals("transaction") && tokens.type(i + 1) != MysqlParser.EQUALS;
    }

    private Statement other() {
        boolean statement = tokens.word(1).equals("statement");
        String kind = "SET "
                + (tokens.word(1).equals("default")
                        ? "DEFAULT ROLE"
                        : tokens.word(1).toUpperCase(Locale.ROOT));
        return statement ? OtherBuilder.about(kind, tokens, statementAfterFor()) : OtherBuilder.of(kind, tokens);
    }

    private int statementAfterFor() {
        int i = 2;
        while (i < tokens.count() && tokens.type(i) != MysqlParser.FOR) {
            i = tokens.type(i) == MysqlParser.LPAREN ? tokens.closing(i) + 1 : i + 1;
        }
        return i + 1;
    }

    private Optional<Scope> scopeWord(int i) {
        boolean named = WordTypes.isWord(tokens.type(i + 1));
        return named && SettingReader.SCOPES.contains(tokens.word(i))
                ? Optional.of(scope(tokens.word(i)))
                : Optional.empty();
    }

    private static Scope scope(String word) {
        return switch (word) {
            case "global" -> Scope.GLOBAL;
            case "persist", "persist_only" -> Scope.PERSIST;
            default -> Scope.SESSION;
        };
    }

    private VariableAssignment variable(int from, int to, Scope scope) {
        int at = scopeWord(from).isPresent() ? from + 1 : from;
        Span span = tokens.span(from, to);
        String word = tokens.word(at);
        if (isTransaction(at)) {
            return transaction(at, to, at > from ? scope : Scope.NEXT_TRANSACTION, span);
        }
        boolean assigned = tokens.type(at + 1) == MysqlParser.EQUALS;
        if (word.equals("names") && !assigned) {
            return value("names", at + 1, to, Scope.SESSION, span);
        }
        if ((word.equals("charset") && !assigned) || tokens.type(at) == MysqlParser.CHARACTER) {
            return value("character set", word.equals("charset") ? at + 1 : at + 2, to, Scope.SESSION, span);
        }
        return assignment(at, to, scope, span);
    }

    private VariableAssignment transaction(int at, int to, Scope scope, Span span) {
        var modes = new StringBuilder();
        for (Token token : tokens.run(at + 1, to)) {
            modes.append(modes.isEmpty() || token.text().equals(",") ? "" : " ")
                    .append(token.text().toUpperCase(Locale.ROOT));
        }
        return new VariableAssignment(
                scope,
                "transaction",
                Optional.of(modes.toString()),
                Optional.of(new Expression(tokens.run(at + 1, to), tokens.span(at + 1, to))),
                span);
    }

    private VariableAssignment assignment(int at, int to, Scope written, Span span) {
        int sign = at;
        while (sign < to && tokens.type(sign) != MysqlParser.EQUALS && tokens.type(sign) != MysqlParser.ASSIGN) {
            sign++;
        }
        Token first = tokens.token(at);
        if (first.kind() == TokenKind.VARIABLE) {
            return marked(first, sign + 1, to, span);
        }
        QualifiedVariable variable =
                new QualifiedVariable(Folding.fold(parts.name(at, sign).toString()));
        return value(variable.name(), sign + 1, to, variable.isOfProgram() ? Scope.PROGRAM : written, span);
    }

    /**
     * The name of a variable without marks.
     *
     * @param name its parts with dots between them
     */
    private record QualifiedVariable(String name) {
        /** The columns of a trigger's rows. */
        boolean isOfProgram() {
            return name.startsWith("new.") || name.startsWith("old.");
        }
    }

    /** {@code @x}, {@code @@x}, {@code @@global.x}. */
    private VariableAssignment marked(Token variable, int from, int to, Span span) {
        String text = variable.text();
        if (!text.startsWith("@@")) {
            return value(Folding.fold(Literals.text(text.substring(1))), from, to, Scope.USER, span);
        }
        String name = Folding.fold(text.substring(2).replace("`", ""));
        int dot = name.indexOf('.');
        String scope = dot < 0 ? "" : name.substring(0, dot);
        boolean scoped = SettingReader.SCOPES.contains(scope);
        return value(scoped ? name.substring(dot + 1) : name, from, to, scoped ? scope(scope) : Scope.SESSION, span);
    }

    private VariableAssignment value(String name, int from, int to, Scope scope, Span span) {
        boolean standard = to == from + 1 && tokens.type(from) == MysqlParser.DEFAULT;
        if (standard || from >= to) {
            return new VariableAssignment(scope, name, Optional.empty(), Optional.empty(), span);
        }
        var expression = new Expression(tokens.run(from, to), tokens.span(from, to));
        return new VariableAssignment(scope, name, literal(from, to, name), Optional.of(expression), span);
    }

    private Optional<String> literal(int from, int to, String name) {
        boolean signed = to == from + 2 && tokens.type(from) == MysqlParser.SIGN;
        boolean charset = name.equals("names") || name.equals("character set");
        boolean plain = to == from + 1 && tokens.token(from).kind() != TokenKind.VARIABLE;
        if (charset) {
            return plain || to > from + 1 ? Optional.of(parts.value(from, from + 1)) : Optional.empty();
        }
        return plain || signed ? Optional.of(parts.value(from, to)) : Optional.empty();
    }
}
