package io.github.migralint.rules.data;

import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A table that a crash empties. */
public final class UnloggedTable implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "unlogged-table",
            "An unlogged table is empty after a crash of the server, and always empty on replicas.",
            Category.DATA,
            Risk.MEDIUM,
            true,
            List.of("postgresql"));

    /** Names of tables whose rows can be made again. */
    private static final Pattern REBUILDABLE =
            Pattern.compile("(?i)(^|_)(staging|stage|stg|scratch|cache[sd]?|tmp|temp|temporary|import|load)(_|\\d|$)");

    private static final int WORDS_OF_CREATE = 3;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        unlogged(step)
                .filter(name -> !REBUILDABLE.matcher(name.name()).find() && !dropped(step, name))
                .ifPresent(name -> report.accept(finding(step, name)));
    }

    private static Optional<QualifiedName> unlogged(Step step) {
        if (step.statement() instanceof CreateTable create && create.persistence() == Persistence.UNLOGGED) {
            return skipped(step, create.ifNotExists(), create.name()) ? Optional.empty() : Optional.of(create.name());
        }
        if (step.statement() instanceof CreateTableAs create && create.persistence() == Persistence.UNLOGGED) {
            return skipped(step, create.ifNotExists(), create.name()) ? Optional.empty() : Optional.of(create.name());
        }
        return Optional.empty();
    }

    private static boolean skipped(Step step, boolean ifNotExists, QualifiedName name) {
        return ifNotExists && step.before().relation(name).found().isPresent();
    }

    /** Whether the same migration takes it away again. */
    private static boolean dropped(Step step, QualifiedName name) {
        return step.following().stream()
                .filter(DropObject.class::isInstance)
                .map(DropObject.class::cast)
                .filter(drop -> drop.kind() == ObjectKind.TABLE)
                .flatMap(drop -> drop.objects().stream())
                .anyMatch(object -> object.name().toString().equals(name.toString()));
    }

    private static Finding finding(Step step, QualifiedName name) {
        Span head = Clause.words(step, step.statement().span(), WORDS_OF_CREATE);
        return Finding.at(step, INFO, head)
                .object(name.toString())
                .label("empty after a crash, and on every replica")
                .message("The rows of " + name + " are gone after a crash or an immediate shutdown of the server, and"
                        + " replicas never have any.")
                .because("what an unlogged table holds is not written to the log, from which crashed servers, replicas"
                        + " and backups of the log are restored")
                .instead(
                        "for rows that cannot be made again",
                        Sql.text(step, head).replaceFirst("(?i)\\s+UNLOGGED", "") + " " + Sql.name(step, name) + " …")
                .note(
                        "For rows that can be made again it is right: say so by a suppression with its reason, or by a name"
                                + " such as " + name.name() + "_cache or " + name.name() + "_staging.")
                .build();
    }
}
