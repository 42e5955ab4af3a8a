package io.github.migralint.rules.data;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.MysqlAction.ConvertCharset;
import io.github.migralint.ast.MysqlAction.ModifyColumn;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.effect.Effect.ChangesTable;
import io.github.migralint.effect.OnlineWay;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.engine.OnlineDdl;
import io.github.migralint.rules.facts.LockedWork;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Blocked;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Prose;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values of text columns are converted to another character set or collation. */
public final class CharsetConversion implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
                    "charset-conversion",
                    "Text is converted to another character set or collation, which copies the table or widens its"
                            + " keys.",
                    Category.DATA,
                    Risk.HIGH,
                    true,
                    Engines.MYSQL_AND_MARIADB)
            .replacing("table-rewrite", "column-type-rewrite");

    /**
     * A change of sets.
     *
     * @param object what it is about
     * @param target the new set, in words
     * @param columns the columns that change, as far as they are known
     * @param place the clause
     */
    private record Conversion(String object, String target, List<String> columns, Span place) {}

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!(step.statement() instanceof AlterTable alter) || !Serving.clients(step, alter.name())) {
            return;
        }
        for (AlterAction action : alter.actions()) {
            conversion(step, alter, action).ifPresent(found -> report.accept(finding(step, alter, found)));
        }
    }

    private static Optional<Conversion> conversion(Step step, AlterTable alter, AlterAction action) {
        if (action instanceof ConvertCharset convert) {
            List<String> columns = changed(step, alter);
            boolean known =
                    step.before().table(alter.name()).filter(Table::complete).isPresent();
            String target = Stream.concat(convert.charset().stream(), convert.collation().stream())
                    .collect(Collectors.joining(" "));
            return known && columns.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Conversion(
                            alter.name().toString(),
                            target.isEmpty() ? "the default of the database" : target,
                            columns,
                            convert.span()));
        }
        if (action instanceof ModifyColumn modify && saysSet(modify.definition())) {
            return changed(step, alter).stream()
                    .filter(modify.column().value()::equalsIgnoreCase)
                    .findFirst()
                    .map(column -> new Conversion(
                            alter.name() + "." + column, said(modify.definition()), List.of(column), modify.span()));
        }
        return Optional.empty();
    }

    private static boolean saysSet(ColumnDefinition definition) {
        return !said(definition).isEmpty();
    }

    private static String said(ColumnDefinition definition) {
        return Stream.concat(
                        definition.option("character set").flatMap(Option::value).stream(),
                        definition.collation().map(QualifiedName::name).stream())
                .collect(Collectors.joining(" "));
    }

    /** The columns that had another set or collation before. */
    private static List<String> changed(Step step, AlterTable alter) {
        Optional<Table> before = step.before().table(alter.name());
        Optional<Table> after = before.flatMap(table -> step.after().table(table.id()));
        return after.stream()
                .flatMap(table -> before.get().columns().stream()
                        .filter(old -> table.column(old.id())
                                .filter(now -> differs(old, now))
                                .isPresent()))
                .map(Column::name)
                .toList();
    }

    private static boolean differs(Column old, Column now) {
        return !old.traits().charset().equals(now.traits().charset())
                || !old.collation().equals(now.collation());
    }

    private static Finding finding(Step step, AlterTable alter, Conversion found) {
        String what = found.columns().isEmpty()
                ? "the text columns of " + alter.name()
                : Prose.list(found.columns().stream().limit(5).toList());
        Optional<OnlineWay> way = way(step, found.place());
        boolean cheap = way.filter(w -> !w.stopsWrites() && !w.rebuilds()).isPresent();
        var finding = Finding.at(step, INFO, found.place())
                .object(found.object())
                .label(
                        cheap
                                ? what + " become " + found.target() + "; nothing is written anew"
                                : what + " become " + found.target() + ": every value is converted")
                .message("This converts " + what + " to " + found.target()
                        + (cheap
                                ? ", which changes no value: what is compared with columns of the old set is converted"
                                        + " from now on, and uses no index."
                                : ": the table is copied, characters that the new set lacks stop it or become '?',"
                                        + " TEXT may grow to MEDIUMTEXT, keys may get too long, and comparisons with"
                                        + " columns of the old set use no index meanwhile."))
                .because(Known.relation(step, alter.name()));
        if (cheap) {
            return finding.risk(Risk.LOW).build();
        }
        LockedWork.rewrite(step, found.place())
                .ifPresent(work ->
                        finding.blocks(Blocked.by(work.lock(), alter.name().toString(), work.kind())));
        finding.instead(
                "first: what does not fit into the new set",
                "SELECT * FROM " + Sql.name(step, alter.name())
                        + " WHERE /* column */ <> CONVERT(CONVERT(/* column */ USING "
                        + found.target().split(" ", 2)[0] + ") USING utf8mb4);");
        return finding.with(OnlineDdl.besides(step, alter.name(), OnlineDdl.changes(step, alter)))
                .build();
    }

    private static Optional<OnlineWay> way(Step step, Span place) {
        return step.effects().of(ChangesTable.class).stream()
                .filter(change ->
                        place.contains(change.place()) || change.place().contains(place))
                .map(ChangesTable::way)
                .reduce(OnlineWay::and);
    }
}
