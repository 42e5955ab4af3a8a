package io.github.migralint.dialect.postgresql.procedural;

import io.github.migralint.ast.Call;
import io.github.migralint.ast.Copy;
import io.github.migralint.ast.Delete;
import io.github.migralint.ast.DoBlock;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.Merge;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.ast.Update;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effects;
import java.util.List;
import java.util.Set;

/** Whether a statement that does not surely fail may do so all the same. */
final class Risks {
    /** Errors that depend on other sessions and on privileges, of which a history tells nothing. */
    private static final Set<String> BY_CIRCUMSTANCES = Set.of("42501", "55P03", "40P01", "40001", "57014", "55006");

    private Risks() {}

    /** Whether the statement may fail with the condition of a handler. */
    static boolean mayFail(Statement statement, Effects effects, String condition) {
        boolean onRows = effects.of(Effect.MayFailOnRows.class).stream()
                .anyMatch(risk -> ErrorConditions.catches(List.of(condition), risk.sqlState()));
        if (onRows || statement instanceof Unparsed || statement instanceof Call || statement instanceof DoBlock) {
            return true;
        }
        String state = ErrorConditions.stateOf(condition);
        if (state.equals("others")) {
            return !effects.certain() || touchesRows(statement) || calls(statement);
        }
        boolean aboutSchema = state.startsWith("42") || state.startsWith("2B") || state.startsWith("3F");
        if (BY_CIRCUMSTANCES.contains(state)) {
            return true;
        }
        return aboutSchema ? !effects.certain() || calls(statement) : touchesRows(statement) || calls(statement);
    }

    private static boolean touchesRows(Statement statement) {
        return statement instanceof Insert
                || statement instanceof Update
                || statement instanceof Delete
                || statement instanceof Merge
                || statement instanceof Copy;
    }

    /** A function can raise anything. */
    private static boolean calls(Statement statement) {
        return statement instanceof Select select && !select.calls().isEmpty();
    }
}
