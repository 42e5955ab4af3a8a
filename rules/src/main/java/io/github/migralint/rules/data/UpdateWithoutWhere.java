package io.github.migralint.rules.data;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.Update;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.Conditions;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Batches;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.ColumnSql;
import io.github.migralint.rules.text.Known;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Every row of a table is overwritten by one statement. */
public final class UpdateWithoutWhere implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "update-without-where",
            "An UPDATE without a condition overwrites every row of a table in one transaction.",
            Category.DATA,
            Risk.HIGH,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!(step.statement() instanceof Update update)
                || update.limited()
                || !Conditions.everyRow(update.where(), update.query())
                || !Serving.clients(step, update.table())
                || isOfOneRow(step, update)) {
            return;
        }
        String table = update.table().toString();
        String columns =
                update.columns().stream().map(Identifier::value).distinct().collect(Collectors.joining(", "));
        boolean fills = onlyNewColumns(step, update);
        report.accept(Finding.at(step, INFO, Clause.words(step, update.span(), 2))
                .object(table)
                .label(
                        fills
                                ? "fills " + columns + " in every row of " + table + " in one transaction"
                                : "overwrites " + columns + " in every row of " + table)
                .message("This UPDATE writes every row of " + table + " in one transaction"
                        + (fills ? "." : ", and the old values of " + columns + " are gone."))
                .blocks("every other writer of a row of " + table + ", from the moment it is written until the"
                        + " transaction ends; reads go on")
                .because(Known.relation(step, update.table()))
                .instead("in batches, each committed, outside the migration", Batches.update(step, update))
                .note(ColumnSql.of(step).costOfManyRows())
                .build());
    }

    /** One value for a whole primary key: a second row could not have it, so there is none. */
    private static boolean isOfOneRow(Step step, Update update) {
        Optional<Table> table = step.before().table(update.table());
        return update.query().relations().isEmpty()
                && table.flatMap(Table::primaryKey)
                        .filter(key -> !key.columns().isEmpty())
                        .filter(key -> key.columns().stream()
                                .allMatch(id -> table.get()
                                        .column(id)
                                        .filter(column -> setToConstant(update, column.name()))
                                        .isPresent()))
                        .isPresent();
    }

    private static boolean setToConstant(Update update, String column) {
        List<Token> tokens = update.query().tokens();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            boolean assigned = tokens.get(i).isWord(column) && tokens.get(i + 1).isSymbol("=");
            boolean alone = i + 3 >= tokens.size()
                    || tokens.get(i + 3).isSymbol(",")
                    || tokens.get(i + 3).isSymbol(";")
                    || tokens.get(i + 3).isWord("where");
            TokenKind value = tokens.get(i + 2).kind();
            if (assigned && alone && (value == TokenKind.NUMBER || value == TokenKind.STRING)) {
                return true;
            }
        }
        return false;
    }

    private static boolean onlyNewColumns(Step step, Update update) {
        Optional<Table> table = step.before().table(update.table());
        return table.isPresent()
                && !update.columns().isEmpty()
                && update.columns().stream()
                        .allMatch(column -> table.get()
                                .column(column.value())
                                .filter(found -> !Serving.clients(step, found))
                                .isPresent());
    }
}
