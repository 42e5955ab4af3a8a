package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.Volatility;
import io.github.migralint.dialect.Version;
import io.github.migralint.schema.DataType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The functions that the server brings, from {@code functions.tsv}. */
final class FunctionTable {
    /** What calls of a function give. */
    enum Kind {
        PLAIN,
        SET,
        AGGREGATE,
        WINDOW
    }

    /**
     * What all functions of a name have in common.
     *
     * @param since the first major version that has the name
     * @param until the last, if it is gone
     * @param kind what calls give; of several kinds the plainest
     * @param volatility of the least volatile of them
     * @param returns the type that all of them return, if it is one
     */
    record Function(int since, Optional<Integer> until, Kind kind, Volatility volatility, Optional<DataType> returns) {
        boolean isIn(Version version) {
            return since <= version.major()
                    && until.map(last -> version.major() <= last).orElse(true);
        }
    }

    private final Map<String, Function> functions = new HashMap<>();

    private FunctionTable() {
        DataFile.rows("functions.tsv").forEach(cells -> functions.put(cells.get(0), function(cells)));
    }

    /** Read when the first expression calls a function, not before. */
    private static final class Holder {
        static final FunctionTable TABLE = new FunctionTable();
    }

    private static Function function(List<String> cells) {
        return new Function(
                Integer.parseInt(cells.get(1)),
                Optional.of(cells.get(2)).filter(until -> !until.isEmpty()).map(Integer::valueOf),
                Kind.valueOf(cells.get(3).toUpperCase(Locale.ROOT)),
                Volatility.valueOf(cells.get(4).toUpperCase(Locale.ROOT)),
                Optional.of(cells.get(5)).filter(type -> !type.isEmpty()).map(DataType::of));
    }

    /** The function of that name in any version. */
    static Optional<Function> find(String name) {
        return Optional.ofNullable(Holder.TABLE.functions.get(name));
    }
}
