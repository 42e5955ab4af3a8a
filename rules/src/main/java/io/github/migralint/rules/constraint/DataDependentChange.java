package io.github.migralint.rules.constraint;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.Delete;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.ast.TableConstraint.Kind;
import io.github.migralint.ast.Truncate;
import io.github.migralint.ast.Update;
import io.github.migralint.effect.Effect.Commits;
import io.github.migralint.effect.Effect.MayFailOnRows;
import io.github.migralint.effect.Effect.TakesLock;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Standing;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.facts.Shipment;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Relation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A statement that fails or not depending on rows which only production has. */
public final class DataDependentChange implements Rule {
    private static final Set<String> DUPLICATES = Set.of("23505", "1062");
    private static final Set<String> ORPHANS = Set.of("23503", "1452");
    private static final Set<String> CHECKS = Set.of("23514", "3819", "4025");

    /** So many migrations back a clean-up is looked for. */
    private static final int RECENT = 3;

    private static final RuleInfo INFO = new RuleInfo(
                    "data-dependent-change",
                    "A new key or constraint fails if there are rows that break it, which only production knows.",
                    Category.CONSTRAINT,
                    Risk.MEDIUM,
                    true,
                    Engines.ALL)
            .withStanding(Standing.ATTACHED);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        step.effects().of(MayFailOnRows.class).stream()
                .filter(failure -> told(failure.sqlState()))
                .filter(failure -> Serving.clients(step, failure.relation()))
                .filter(failure -> !cleaned(step, failure.relation()))
                .findFirst()
                .ifPresent(failure -> report.accept(finding(step, failure)));
    }

    private static boolean told(String error) {
        return DUPLICATES.contains(error) || ORPHANS.contains(error) || CHECKS.contains(error);
    }

    /** Whether the release, or one of the last migrations before it, changed or removed rows of the table. */
    private static boolean cleaned(Step step, RelationKey table) {
        int now = step.migration().ordinal();
        Stream<Statement> lately = step.prospect().migrations().stream()
                .filter(migration -> migration.ordinal() < now && migration.ordinal() >= now - RECENT)
                .flatMap(migration -> migration.statements().stream());
        return Stream.concat(lately, Shipment.before(step).map(Shipment.Placed::statement))
                .anyMatch(earlier -> switch (earlier) {
                    case Delete delete -> is(step, delete.table(), table);
                    case Update update -> is(step, update.table(), table);
                    case Truncate truncate -> truncate.tables().stream().anyMatch(name -> is(step, name, table));
                    default -> false;
                });
    }

    private static boolean is(Step step, QualifiedName name, RelationKey table) {
        Optional<ObjectId> found = step.before().relation(name).found().map(Relation::id);
        return table.id().isPresent()
                ? found.equals(table.id())
                : name.toString().equals(table.name());
    }

    private static Finding finding(Step step, MayFailOnRows failure) {
        String table = failure.relation().name();
        var finding = Finding.at(step, INFO, Clause.words(step, step.statement().span(), 3))
                .risk(harmless(step) ? Risk.LOW : Risk.MEDIUM)
                .object(table)
                .label("fails " + rows(failure))
                .message("This statement fails (" + failure.sqlState() + ") " + rows(failure)
                        + ": look for them before the deployment, and keep the application from adding more.");
        if (DUPLICATES.contains(failure.sqlState())) {
            String columns = columns(step);
            finding.instead(
                    "first: which rows are alike",
                    "SELECT " + columns + ", COUNT(*) FROM " + table + " GROUP BY " + columns
                            + " HAVING COUNT(*) > 1;");
        } else if (ORPHANS.contains(failure.sqlState())) {
            finding.instead("first: which rows point at nothing", orphans(step, table));
        } else {
            finding.instead(
                    "first: which rows break it", "SELECT * FROM " + table + " WHERE NOT (" + check(step) + ");");
        }
        return finding.build();
    }

    /** {@code if orders has rows that point at nothing}. */
    private static String rows(MayFailOnRows failure) {
        return failure.reason().startsWith("if ")
                ? failure.reason()
                : "if " + failure.relation().name() + " has " + failure.reason();
    }

    /** Nobody waits while it works, and what came before it is not left behind when it fails. */
    private static boolean harmless(Step step) {
        boolean blocks = step.effects().of(TakesLock.class).stream()
                .anyMatch(lock -> lock.hold() != TakesLock.Hold.MOMENT
                        && lock.mode().blocking().stopsWrites());
        return !blocks && step.effects().of(Commits.class).isEmpty();
    }

    private static String columns(Step step) {
        List<String> columns = step.statement() instanceof CreateIndex index
                ? index.elements().stream()
                        .flatMap(element -> element.column().stream())
                        .map(column -> step.quote(column.value()))
                        .toList()
                : constraints(step)
                        .filter(constraint -> constraint.kind() == Kind.UNIQUE || constraint.kind() == Kind.PRIMARY_KEY)
                        .findFirst()
                        .map(constraint -> constraint.columns().stream()
                                .map(column -> step.quote(column.value()))
                                .toList())
                        .orElse(List.of());
        return columns.isEmpty() ? "/* columns */" : String.join(", ", columns);
    }

    private static String orphans(Step step, String table) {
        Optional<TableConstraint> key = constraints(step)
                .filter(constraint -> constraint.kind() == Kind.FOREIGN_KEY
                        && constraint.columns().size() == 1)
                .findFirst();
        String column = key.map(k -> step.quote(k.columns().getFirst().value())).orElse("/* column */");
        String parent = key.flatMap(TableConstraint::references)
                .map(target -> Sql.name(step, target.table()))
                .orElse("/* parent */");
        String parentColumn = key.flatMap(TableConstraint::references)
                .filter(target -> target.columns().size() == 1)
                .map(target -> step.quote(target.columns().getFirst().value()))
                .orElse("id");
        return "SELECT c.* FROM " + table + " c LEFT JOIN " + parent + " p ON p." + parentColumn + " = c." + column
                + " WHERE c." + column + " IS NOT NULL AND p." + parentColumn + " IS NULL;";
    }

    private static String check(Step step) {
        return constraints(step)
                .filter(constraint -> constraint.kind() == Kind.CHECK)
                .flatMap(constraint -> constraint.expression().stream())
                .findFirst()
                .map(expression -> Sql.text(step, expression.span()))
                .orElse("/* condition */");
    }

    private static Stream<TableConstraint> constraints(Step step) {
        return step.statement() instanceof AlterTable alter
                ? alter.actions().stream()
                        .filter(AlterAction.AddConstraint.class::isInstance)
                        .map(action -> ((AlterAction.AddConstraint) action).constraint())
                : Stream.of();
    }
}
