package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.Expression;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.EnumType;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Literals that their type surely refuses. */
final class LiteralValues {
    private static final Set<String> INTEGERS = Set.of("int2", "int4", "int8");
    private static final Pattern INTEGER = Pattern.compile("\\s*[-+]?(\\d[\\d_]*|0[xXoObB][0-9a-fA-F_]+)\\s*");

    private LiteralValues() {}

    /** What is wrong with an expression as a value of the type, if it is one literal and wrong for sure. */
    static Optional<Problem> problem(Expression expression, DataType type, Scene scene) {
        List<Token> tokens = expression.tokens();
        boolean literal = (tokens.size() == 1 && tokens.get(0).kind() == TokenKind.STRING)
                || (tokens.size() == 3
                        && tokens.get(0).kind() == TokenKind.STRING
                        && tokens.get(1).isSymbol("::"));
        if (!literal) {
            return Optional.empty();
        }
        return problem(Predicates.string(tokens.get(0)), type, scene);
    }

    /** A string that the length of the type cuts off; the server finds out when it computes the value. */
    static Optional<Problem> tooLong(Expression expression, DataType type) {
        List<Token> tokens = expression.tokens();
        boolean limited = Set.of("varchar", "bpchar").contains(type.name())
                && type.arrayDimensions() == 0
                && type.modifiers().size() == 1
                && tokens.size() == 1
                && tokens.get(0).kind() == TokenKind.STRING;
        if (!limited) {
            return Optional.empty();
        }
        String value = Predicates.string(tokens.get(0)).stripTrailing();
        boolean fits = value.codePointCount(0, value.length())
                <= Integer.parseInt(type.modifiers().get(0).trim());
        return fits ? Optional.empty() : Optional.of(new Problem("22001", "The value is too long for " + type + "."));
    }

    /** The label that a condition compares an enum column with although it was added in this transaction. */
    static Optional<Problem> prematureLabel(List<Token> condition, Table table, Scene scene) {
        return table.columns().stream()
                .filter(column -> condition.stream()
                        .anyMatch(token -> Predicates.name(token).equals(column.name())))
                .flatMap(column -> column.type().stream())
                .flatMap(type -> condition.stream()
                        .filter(token -> token.kind() == TokenKind.STRING)
                        .flatMap(token -> problem(Predicates.string(token), type, scene).stream()))
                .filter(problem -> problem.sqlState().equals("55P04"))
                .findFirst();
    }

    /** What is wrong with the text of a literal as a value of the type. */
    static Optional<Problem> problem(String value, DataType type, Scene scene) {
        if (type.arrayDimensions() > 0) {
            return Optional.empty();
        }
        Optional<EnumType> enumType = type.userType()
                .flatMap(scene.schema()::object)
                .filter(EnumType.class::isInstance)
                .map(EnumType.class::cast);
        if (enumType.isPresent()) {
            return label(value, enumType.get(), scene);
        }
        boolean noInteger =
                INTEGERS.contains(type.name()) && !INTEGER.matcher(value).matches();
        return noInteger
                ? Optional.of(new Problem("22P02", "'" + value + "' is not of type " + type + "."))
                : Optional.empty();
    }

    private static Optional<Problem> label(String value, EnumType type, Scene scene) {
        if (!type.labels().contains(value)) {
            return Optional.of(new Problem(
                    "22P02", "'" + value + "' is no label of " + type.name().name() + "."));
        }
        boolean added =
                scene.context().labelsAdded().getOrDefault(type.id(), Set.of()).contains(value);
        boolean typeIsNew = scene.context().createdInTransaction().contains(type.id());
        return added && !(typeIsNew && scene.since(17))
                ? Optional.of(new Problem(
                        "55P04",
                        "Label '" + value + "' of " + type.name().name()
                                + " was added in this transaction and cannot be used before it ends."))
                : Optional.empty();
    }
}
