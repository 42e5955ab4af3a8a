package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.Expression;
import io.github.migralint.dialect.postgresql.WrittenTypes;
import io.github.migralint.schema.DataType;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The USING clause of a type change, where it is the column itself under casts; anything else computes new values. */
final class UsingClause {
    private UsingClause() {}

    /** The types that the column is cast to, innermost first; none when the clause does something else. */
    static Optional<List<DataType>> casts(Expression using, String column, Scene scene) {
        var casts = new ArrayList<DataType>();
        return collect(using.tokens(), column, scene, casts) ? Optional.of(casts) : Optional.empty();
    }

    private static boolean collect(List<Token> tokens, String column, Scene scene, List<DataType> casts) {
        List<Token> bare = Predicates.unwrap(tokens);
        if (Predicates.isColumn(bare, column)) {
            return true;
        }
        Optional<Cast> cast = cast(bare);
        if (cast.isPresent()) {
            return collect(cast.get().value(), column, scene, casts)
                    && WrittenTypes.read(cast.get().type())
                            .map(type -> casts.add(Types.resolve(type, scene.schema())))
                            .orElse(false);
        }
        Optional<List<Token>> collated = withoutCollation(bare);
        return collated.isPresent() && collect(collated.get(), column, scene, casts);
    }

    private record Cast(List<Token> value, List<Token> type) {}

    /** The type that an expression is cast to last. */
    static Optional<List<Token>> castType(List<Token> tokens) {
        return cast(tokens).map(Cast::type);
    }

    private static Optional<Cast> cast(List<Token> tokens) {
        int depth = 0;
        for (int i = tokens.size() - 1; i > 0; i--) {
            depth -= Predicates.depthChange(tokens.get(i));
            if (depth == 0 && tokens.get(i).isSymbol("::")) {
                return Optional.of(new Cast(tokens.subList(0, i), tokens.subList(i + 1, tokens.size())));
            }
        }
        boolean call = tokens.size() > 4
                && tokens.get(0).isWord("cast")
                && tokens.get(1).isSymbol("(")
                && Predicates.closing(tokens, 1) == tokens.size() - 1;
        return call ? castCall(tokens.subList(2, tokens.size() - 1)) : Optional.empty();
    }

    private static Optional<Cast> castCall(List<Token> inside) {
        int depth = 0;
        for (int i = inside.size() - 1; i > 0; i--) {
            depth -= Predicates.depthChange(inside.get(i));
            if (depth == 0 && inside.get(i).isWord("as")) {
                return Optional.of(new Cast(inside.subList(0, i), inside.subList(i + 1, inside.size())));
            }
        }
        return Optional.empty();
    }

    private static Optional<List<Token>> withoutCollation(List<Token> tokens) {
        for (int i = tokens.size() - 1; i > 0 && i >= tokens.size() - 4; i--) {
            if (tokens.get(i).isWord("collate")) {
                return Optional.of(tokens.subList(0, i));
            }
        }
        return Optional.empty();
    }
}
