package io.github.migralint.rules.constraint;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterSequence;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.DoBlock;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.Statement;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Suspicion;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.Ending;
import io.github.migralint.rules.facts.Following;
import io.github.migralint.rules.facts.InsertedValues;
import io.github.migralint.rules.facts.Names;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Identity;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Numbers are given by hand where a sequence counts, which goes on from where it was. */
public final class SequenceBehindData implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "sequence-behind-data",
            "Rows get numbers by hand while the sequence that counts them stays behind.",
            Category.CONSTRAINT,
            Risk.MEDIUM,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.statement() instanceof AlterTable alter && Serving.clients(step, alter.name())) {
            alter.actions().stream()
                    .filter(AlterAction.SetOptions.class::isInstance)
                    .flatMap(action -> ((AlterAction.SetOptions) action).options().stream())
                    .filter(option -> option.name().equals("auto_increment"))
                    .forEach(option -> report.accept(reset(step, alter, option)));
        }
    }

    @Override
    public void suspect(Step step, Consumer<Suspicion> report) {
        if (!(step.statement() instanceof Insert insert) || continues(step, insert)) {
            return;
        }
        step.before()
                .table(insert.table())
                .filter(table -> table.persistence() != Persistence.TEMPORARY)
                .ifPresent(table -> counted(table)
                        .filter(column -> numbered(insert, table, column) && !advanced(step))
                        .ifPresent(column -> report.accept(new Suspicion(
                                finding(step, insert, table, column), end -> missed(end, table, column)))));
    }

    /** The column that takes its numbers from a sequence, which does not look at what rows hold. */
    private static Optional<Column> counted(Table table) {
        return table.columns().stream()
                .filter(SequenceBehindData::takesFromSequence)
                .findFirst();
    }

    private static boolean takesFromSequence(Column column) {
        return column.identity().flatMap(Identity::sequence).isPresent()
                || column.defaultValue()
                        .filter(value -> value.expression()
                                .normalized()
                                .toLowerCase(Locale.ROOT)
                                .startsWith("nextval"))
                        .isPresent();
    }

    private static boolean numbered(Insert insert, Table table, Column column) {
        List<String> columns = insert.columns().isEmpty()
                ? table.columns().stream().map(Column::name).toList()
                : insert.columns().stream().map(Identifier::value).toList();
        int place = columns.indexOf(column.name());
        return place >= 0 && InsertedValues.areNumbers(insert, place);
    }

    /** Of a row of INSERTs into one table the first is told. */
    private static boolean continues(Step step, Insert insert) {
        List<Statement> all = step.embedding().isEmpty() ? step.migration().statements() : List.of();
        return step.index() > 0
                && step.index() <= all.size()
                && all.get(step.index() - 1) instanceof Insert before
                && Names.same(before.table(), insert.table());
    }

    /** Whether a later statement sets a sequence: which one, its arguments tell only when they run. */
    private static boolean advanced(Step step) {
        return Following.inHistory(step).anyMatch(later -> switch (later) {
            case Select select -> names(select.query().tokens(), "setval");
            case AlterSequence sequence -> sequence.options().has("restart");
            case AlterTable alter ->
                alter.actions().stream()
                        .anyMatch(action ->
                                action instanceof AlterAction.SetIdentity || action instanceof AlterAction.AddIdentity);
            case DoBlock block -> block.body().text().toLowerCase(Locale.ROOT).contains("setval");
            default -> false;
        });
    }

    private static boolean names(List<Token> tokens, String word) {
        return tokens.stream().anyMatch(token -> token.isWord(word));
    }

    private static boolean missed(Schema end, Table table, Column column) {
        return Ending.table(end, table)
                .flatMap(now -> now.column(column.id()))
                .filter(SequenceBehindData::takesFromSequence)
                .isPresent();
    }

    private static Finding finding(Step step, Insert insert, Table table, Column column) {
        String name = table.name().name();
        String sql = Sql.name(step, insert.table());
        String quoted = step.quote(column.name());
        return Finding.at(
                        step,
                        INFO,
                        new Span(insert.span().start(), insert.table().span().end()))
                .object(insert.table() + "." + column.name())
                .label("the sequence of " + column.name() + " does not know the numbers that are given here")
                .message("This gives rows of " + name + " their " + column.name()
                        + " by hand, and its sequence goes on from where it was: sooner or later an INSERT of the"
                        + " application gets a number that is taken, and fails.")
                .instead(
                        "after it, in the same migration",
                        "SELECT setval(pg_get_serial_sequence('" + insert.table() + "', '" + column.name()
                                + "'), (SELECT max(" + quoted + ") FROM " + sql + "));")
                .instead("or", "-- leave " + column.name() + " out, and let the sequence number the rows")
                .build();
    }

    private static Finding reset(Step step, AlterTable alter, Option option) {
        String table = alter.name().toString();
        return Finding.at(step, INFO, option.span())
                .risk(Risk.LOW)
                .object(table)
                .label("a value below the highest number in use is ignored")
                .message("AUTO_INCREMENT = " + option.value().orElse("…") + " of " + table
                        + " is ignored without a word where a row has that number or a higher one: it never goes below"
                        + " what rows hold.")
                .instead(
                        "what comes next",
                        "SELECT auto_increment FROM information_schema.tables WHERE table_name = '"
                                + alter.name().name() + "' AND table_schema = DATABASE();")
                .build();
    }
}
