package io.github.migralint.dialect.mysql.procedural;

import io.github.migralint.ast.Call;
import io.github.migralint.ast.Delete;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.MysqlStatement.Execute;
import io.github.migralint.ast.MysqlStatement.LoadData;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.ast.Update;
import io.github.migralint.dialect.mysql.evaluation.Evaluator;
import io.github.migralint.dialect.procedural.Language;
import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.dialect.procedural.Variables;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effects;
import io.github.migralint.schema.Schema;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The language of stored programs. */
final class StoredProgram implements Language {
    /** Errors that come from other sessions. */
    private static final Set<String> BY_CIRCUMSTANCES = Set.of("1205", "1213", "40001");

    private final Function<SourceText, List<Statement>> parser;

    StoredProgram(Function<SourceText, List<Statement>> parser) {
        this.parser = parser;
    }

    @Override
    public Value evaluate(Expression expression, Schema schema, Variables variables) {
        return new Evaluator(schema, variables).evaluate(expression);
    }

    @Override
    public Value truth(Value value) {
        return Evaluator.truth(value);
    }

    @Override
    public Optional<List<Value.Row>> rows(Query query, Schema schema, Variables variables) {
        return new Evaluator(schema, variables).rows(query.tokens());
    }

    @Override
    public Statement bind(Statement statement, Function<Expression, Value> values) {
        return new Binding(values).in(statement);
    }

    @Override
    public List<Statement> parse(SourceText text) {
        return parser.apply(text);
    }

    /** No statement of the language has its text in place: EXECUTE IMMEDIATE is one of SQL. */
    @Override
    public List<Statement> at(Token literal) {
        return List.of();
    }

    @Override
    public Statement unseen(Expression command) {
        return Prepared.unseen(command.span());
    }

    @Override
    public boolean catches(List<String> conditions, String error) {
        return Errors.catches(conditions, error);
    }

    @Override
    public boolean mayFail(Statement statement, Effects effects, String condition) {
        if (condition.equals("not found") || condition.equals("sqlwarning")) {
            return false;
        }
        boolean onRows = effects.of(Effect.MayFailOnRows.class).stream()
                .anyMatch(risk -> Errors.catches(List.of(condition), risk.sqlState()));
        boolean unseen = statement instanceof Unparsed || statement instanceof Call || statement instanceof Execute;
        if (onRows || unseen || BY_CIRCUMSTANCES.contains(condition)) {
            return true;
        }
        if (condition.equals("sqlexception")) {
            return !effects.certain() || touchesRows(statement);
        }
        return Errors.isAboutSchema(condition) ? !effects.certain() : touchesRows(statement);
    }

    private static boolean touchesRows(Statement statement) {
        return statement instanceof Insert
                || statement instanceof Update
                || statement instanceof Delete
                || statement instanceof LoadData;
    }

    @Override
    public String error(String condition) {
        return condition;
    }

    /** The SQLSTATE that the manual recommends for errors of users. */
    @Override
    public String raised() {
        return "45000";
    }

    @Override
    public String noBranch() {
        return Errors.NO_BRANCH;
    }

    @Override
    public String noRow() {
        return Errors.NO_ROW;
    }

    @Override
    public String nullCommand() {
        return Errors.SYNTAX;
    }

    @Override
    public boolean isAny(String condition) {
        return condition.equals("sqlexception");
    }

    /** What was done before the error stays: there is no subtransaction, and DDL commits. */
    @Override
    public boolean takesBack() {
        return false;
    }
}
