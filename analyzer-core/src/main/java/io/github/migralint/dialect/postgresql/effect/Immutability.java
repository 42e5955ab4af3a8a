package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Volatility;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an index or a generated column stores must not depend on anything but the row.
 *
 * @param scene what the statement sees
 * @param table the table, where there is one
 */
record Immutability(Scene scene, Optional<Table> table) {
    private static final Set<String> VARYING_WORDS = Set.of(
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "current_user",
            "session_user",
            "current_role");
    /** With one argument they use the text search configuration of the session. */
    private static final Set<String> CONFIGURED = Set.of(
            "to_tsvector", "to_tsquery", "plainto_tsquery", "phraseto_tsquery", "websearch_to_tsquery", "ts_headline");

    private static final Set<String> OF_TIME_ZONE = Set.of("date_trunc", "date_part");
    /** How moments read depends on the time zone, how they are written on DateStyle. */
    private static final Set<String> MOMENTS = Set.of("timestamptz", "timetz");

    private static final Set<String> DATES = Set.of("date", "timestamp", "timestamptz");
    private static final Set<String> STRINGS = Set.of("text", "varchar", "bpchar", "name");
    private static final Set<String> OF_MOMENTS = Set.of("date", "time", "timestamp");
    private static final Set<String> NUMBERS = Set.of(
            "int2", "int4", "int8", "numeric", "float4", "float8", "bool", "uuid", "date", "timestamp", "timestamptz");

    boolean surelyVaries(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            boolean word = tokens.get(i).kind() == TokenKind.WORD
                    && VARYING_WORDS.contains(Predicates.name(tokens.get(i)))
                    && column(tokens.get(i)).isEmpty();
            if (word || castDepends(tokens, i) || joinDepends(tokens, i) || extracts(tokens, i)) {
                return true;
            }
        }
        return Functions.calls(tokens).stream().anyMatch(site -> varies(site, tokens));
    }

    private Optional<DataType> column(Token token) {
        return table.flatMap(found -> found.column(Predicates.name(token)))
                .flatMap(Column::type)
                .filter(type -> type.arrayDimensions() == 0 && type.userType().isEmpty());
    }

    private boolean varies(Functions.CallSite site, List<Token> tokens) {
        QualifiedName name = site.name();
        List<Routine> routines = scene.schema().routines(name);
        if (!routines.isEmpty()) {
            // A function in SQL may be replaced by what it computes, whatever it was declared.
            return routines.stream()
                    .allMatch(routine ->
                            !routine.language().equals("sql") && routine.volatility() != Volatility.IMMUTABLE);
        }
        boolean single = tokens.subList(site.open() + 1, site.end()).stream().noneMatch(t -> t.isSymbol(","));
        if (CONFIGURED.contains(name.name()) && single) {
            return true;
        }
        if (OF_TIME_ZONE.contains(name.name()) && site.end() - site.open() == 4) {
            return column(tokens.get(site.end() - 1))
                    .filter(type -> MOMENTS.contains(type.name()))
                    .isPresent();
        }
        return FunctionTable.find(name.name())
                .filter(function -> function.volatility() != Volatility.IMMUTABLE)
                .isPresent();
    }

    /** {@code moment::date} depends on the time zone, {@code moment::text} on how dates are written. */
    private boolean castDepends(List<Token> tokens, int at) {
        if (at + 2 >= tokens.size() || !tokens.get(at + 1).isSymbol("::")) {
            return false;
        }
        String target = Predicates.name(tokens.get(at + 2));
        boolean array = at + 3 < tokens.size() && tokens.get(at + 3).isSymbol("[");
        return !array
                && column(tokens.get(at))
                        .filter(type -> (MOMENTS.contains(type.name()) && OF_MOMENTS.contains(target))
                                || (DATES.contains(type.name()) && STRINGS.contains(target)))
                        .isPresent();
    }

    /** A text joined with something else writes that as a text, in a way that may depend on the session. */
    private boolean joinDepends(List<Token> tokens, int at) {
        if (!tokens.get(at).isSymbol("||") || at == 0 || at + 1 >= tokens.size()) {
            return false;
        }
        boolean left = single(tokens, at - 1, at - 2) && isOther(tokens.get(at - 1));
        boolean right = single(tokens, at + 1, at + 2) && isOther(tokens.get(at + 1));
        return left || right;
    }

    private static boolean single(List<Token> tokens, int at, int beyond) {
        boolean outside = beyond < 0 || beyond >= tokens.size();
        return Predicates.isName(tokens.get(at))
                && (outside
                        || tokens.get(beyond).isSymbol("||")
                        || tokens.get(beyond).isSymbol(")")
                        || tokens.get(beyond).isSymbol("("));
    }

    private boolean isOther(Token token) {
        return column(token).filter(type -> NUMBERS.contains(type.name())).isPresent();
    }

    /** {@code extract(day FROM moment)}. */
    private boolean extracts(List<Token> tokens, int at) {
        return tokens.get(at).isWord("extract")
                && at + 5 < tokens.size()
                && tokens.get(at + 3).isWord("from")
                && tokens.get(at + 5).isSymbol(")")
                && column(tokens.get(at + 4))
                        .filter(type -> MOMENTS.contains(type.name()))
                        .isPresent();
    }
}
