package io.github.migralint.rules.locking;

import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.OnlineOptions;
import io.github.migralint.ast.Option;
import io.github.migralint.effect.OnlineWay;
import io.github.migralint.history.SettingChange;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.engine.OnlineDdl;
import io.github.migralint.rules.facts.OnlineChange;
import io.github.migralint.source.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A change that could let everybody work is told to stop them. */
public final class BlockingOptionDemanded implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
                    "blocking-option-demanded",
                    "A statement or setting demands a copy, or a lock, that stops clients without need.",
                    Category.LOCKING,
                    Risk.HIGH,
                    true,
                    Engines.MYSQL_AND_MARIADB)
            .replacing("blocking-index-creation", "table-rewrite");

    private static final Set<String> ON = Set.of("1", "on", "true");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        for (SettingChange change : SettingChange.of(step.statement())) {
            if (demandsCopies(change)) {
                report.accept(setting(step, change));
            }
        }
        Optional<OnlineChange> change = OnlineChange.of(step);
        if (change.isPresent()) {
            demanded(change.get()).ifPresent(option -> report.accept(finding(step, change.get(), option)));
        }
    }

    private static boolean demandsCopies(SettingChange change) {
        Optional<String> value = change.value().map(text -> text.toLowerCase(Locale.ROOT));
        return switch (change.name()) {
            case "old_alter_table" ->
                value.filter(text -> ON.contains(text) || text.equals("copy")).isPresent();
            case "alter_algorithm" -> value.filter("copy"::equals).isPresent();
            default -> false;
        };
    }

    /** The demand that stops more clients than the change by itself would. */
    private static Optional<Option> demanded(OnlineChange change) {
        OnlineOptions options = change.options();
        OnlineWay.Lock least = change.way().lock();
        Optional<String> lock = options.lockNamed();
        if (lock.filter(named -> stronger(named, least)).isPresent()) {
            return options.lock();
        }
        boolean copies = options.algorithmNamed().filter("copy"::equals).isPresent();
        return copies && lock.filter("none"::equals).isEmpty() && !change.way().stopsWrites()
                ? options.algorithm()
                : Optional.empty();
    }

    private static boolean stronger(String lock, OnlineWay.Lock least) {
        return switch (lock) {
            case "shared" -> least == OnlineWay.Lock.NONE;
            case "exclusive" -> least != OnlineWay.Lock.EXCLUSIVE;
            default -> false;
        };
    }

    private static Finding finding(Step step, OnlineChange change, Option option) {
        String table = change.table().name();
        boolean everybody = option.value().filter("exclusive"::equals).isPresent();
        String words = (option.name() + "=" + option.value().orElse("")).toUpperCase(Locale.ROOT);
        return Finding.at(step, INFO, option.span())
                .object(
                        step.statement() instanceof CreateIndex index
                                ? NewIndex.of(index).object()
                                : table)
                .label(words + " stops " + (everybody ? "everybody" : "every writer") + " of " + table)
                .message(words + " stops " + (everybody ? "all reads and writes" : "every write") + " of " + table
                        + " until the change is done, which the server could do while they go on.")
                .blocks((everybody ? "all reads and writes of " : "INSERT, UPDATE and DELETE on ") + table
                        + ", from the moment it waits for the lock until the work is done")
                .because("on " + step.engine() + " nothing about this change needs more than"
                        + OnlineDdl.demands(change.way()).replaceFirst("^,", ""))
                .instead("in its place", "--" + OnlineDdl.demands(change.way()).replaceFirst("^,", ""))
                .build();
    }

    private static Finding setting(Step step, SettingChange change) {
        Span statement = step.statement().span();
        return Finding.at(step, INFO, statement)
                .object(change.name())
                .label("every ALTER TABLE after this copies its table while writers wait")
                .message("With " + change.name() + " = " + change.value().orElse("") + " every ALTER TABLE of the"
                        + " session copies its table while writers wait, even where a change of the dictionary would"
                        + " do.")
                .instead(
                        "leave it out, and say in each statement what it may cost",
                        "-- …, ALGORITHM=INPLACE, LOCK=NONE")
                .build();
    }
}
