package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.dialect.postgresql.WrittenTypes;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The type of an expression, where its form leaves no doubt. */
final class ExpressionTypes {
    private static final Set<String> CONDITIONS = Set.of("and", "or", "not", "is", "in", "between", "like", "ilike");
    private static final Set<String> COMPARISONS = Set.of("=", "<", ">", "<=", ">=", "<>", "!=", "~", "@>", "&&");
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");
    private static final Set<String> NUMBERS = Set.of("int2", "int4", "int8", "numeric", "float4", "float8");
    private static final Map<String, String> WORDS = Map.of(
            "true", "bool",
            "false", "bool",
            "current_date", "date",
            "current_timestamp", "timestamptz",
            "localtimestamp", "timestamp",
            "current_time", "timetz",
            "localtime", "time",
            "current_user", "name",
            "session_user", "name",
            "current_role", "name");

    private ExpressionTypes() {}

    static Optional<DataType> of(List<Token> tokens, Optional<Table> table, Scene scene) {
        List<Token> bare = Predicates.unwrap(tokens);
        if (bare.isEmpty() || hasAtTop(bare, token -> token.isWord("collate") || token.isWord("at"))) {
            return Optional.empty();
        }
        if (hasAtTop(bare, ExpressionTypes::isCondition)) {
            return Optional.of(DataType.of("bool"));
        }
        if (hasAtTop(bare, token -> ARITHMETIC.contains(token.text()))) {
            return arithmetic(bare, table, scene);
        }
        if (hasAtTop(bare, token -> token.kind() == TokenKind.OPERATOR)) {
            return Optional.empty();
        }
        Optional<List<Token>> cast = UsingClause.castType(bare);
        if (cast.isPresent()) {
            return WrittenTypes.read(cast.get()).map(type -> Types.resolve(type, scene.schema()));
        }
        return bare.size() == 1 ? single(bare.get(0), table) : call(bare, scene);
    }

    private static boolean isCondition(Token token) {
        return COMPARISONS.contains(token.text()) || CONDITIONS.stream().anyMatch(token::isWord);
    }

    private static boolean hasAtTop(List<Token> tokens, java.util.function.Predicate<Token> wanted) {
        int depth = 0;
        for (Token token : tokens) {
            depth += Predicates.depthChange(token);
            if (depth == 0 && wanted.test(token)) {
                return true;
            }
        }
        return false;
    }

    /** Of numbers alone; dates and intervals follow rules of their own. */
    private static Optional<DataType> arithmetic(List<Token> tokens, Optional<Table> table, Scene scene) {
        int depth = 0;
        for (int i = tokens.size() - 1; i > 0; i--) {
            depth -= Predicates.depthChange(tokens.get(i));
            if (depth == 0 && ARITHMETIC.contains(tokens.get(i).text())) {
                Optional<DataType> left = of(tokens.subList(0, i), table, scene);
                Optional<DataType> right = of(tokens.subList(i + 1, tokens.size()), table, scene);
                return left.filter(ExpressionTypes::isNumber).isPresent()
                                && right.filter(ExpressionTypes::isNumber).isPresent()
                        ? left
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isNumber(DataType type) {
        return type.arrayDimensions() == 0 && type.userType().isEmpty() && NUMBERS.contains(type.name());
    }

    private static Optional<DataType> single(Token token, Optional<Table> table) {
        if (token.kind() == TokenKind.NUMBER) {
            boolean integer = token.text().chars().allMatch(Character::isDigit);
            return Optional.of(DataType.of(integer ? "int4" : "numeric"));
        }
        if (!Predicates.isName(token)) {
            return Optional.empty();
        }
        String name = Predicates.name(token);
        return table.flatMap(found -> found.column(name))
                .flatMap(Column::type)
                .or(() -> Optional.ofNullable(WORDS.get(name))
                        .filter(type -> token.kind() == TokenKind.WORD)
                        .map(DataType::of));
    }

    /** One call and nothing around it, of a function that is not the history's own. */
    private static Optional<DataType> call(List<Token> tokens, Scene scene) {
        boolean call = tokens.size() > 2
                && tokens.get(0).kind() == TokenKind.WORD
                && tokens.get(1).isSymbol("(")
                && Predicates.closing(tokens, 1) == tokens.size() - 1;
        if (!call || !Functions.named(tokens.get(0), scene).isEmpty()) {
            return Optional.empty();
        }
        return FunctionTable.find(Predicates.name(tokens.get(0))).flatMap(FunctionTable.Function::returns);
    }
}
