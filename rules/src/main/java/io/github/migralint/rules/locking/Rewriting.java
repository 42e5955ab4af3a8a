package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.Cluster;
import io.github.migralint.ast.MoveTablespace;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Vacuum;
import io.github.migralint.history.Step;
import io.github.migralint.rules.facts.LockedWork;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A clause that copies tables, or indexes, for their own sake.
 *
 * @param cause what it asks for
 * @param clause where it stands
 * @param named the table or index that it names, if it names one
 * @param works what is copied, as far as the history knows it
 */
record Rewriting(Cause cause, Span clause, Optional<QualifiedName> named, List<LockedWork> works) {
    private static final Set<String> OFF = Set.of("false", "off", "0");

    Rewriting {
        works = List.copyOf(works);
    }

    /** What asks for a copy. */
    enum Cause {
        VACUUM_FULL("VACUUM FULL"),
        CLUSTER("CLUSTER"),
        SET_LOGGED("SET LOGGED"),
        SET_UNLOGGED("SET UNLOGGED"),
        SET_ACCESS_METHOD("SET ACCESS METHOD"),
        SET_TABLESPACE("SET TABLESPACE"),
        MOVE_INDEX("SET TABLESPACE"),
        MOVE_ALL("SET TABLESPACE");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        /** The clause as the manual writes it. */
        String words() {
            return words;
        }
    }

    /** Those of a step that somebody has to wait for. */
    static List<Rewriting> of(Step step) {
        if (step.statement() instanceof Vacuum vacuum && full(vacuum)) {
            return vacuumed(step, vacuum);
        }
        if (step.statement() instanceof Cluster cluster) {
            return whole(step, Cause.CLUSTER, cluster.table(), 1);
        }
        if (step.statement() instanceof MoveTablespace) {
            return whole(step, Cause.MOVE_ALL, Optional.empty(), 5);
        }
        if (step.statement() instanceof AlterTable alter) {
            return altered(step, alter);
        }
        return List.of();
    }

    /** One for each table that is named, or one for the whole database. */
    private static List<Rewriting> vacuumed(Step step, Vacuum vacuum) {
        if (vacuum.targets().isEmpty()) {
            return whole(step, Cause.VACUUM_FULL, Optional.empty(), 2);
        }
        List<LockedWork> works = LockedWork.rewrites(step, vacuum.span());
        var found = new ArrayList<Rewriting>();
        for (Vacuum.Target target : vacuum.targets()) {
            List<LockedWork> own = works.stream()
                    .filter(work -> belongs(step, work, target.table()))
                    .toList();
            if (!own.isEmpty()) {
                found.add(new Rewriting(Cause.VACUUM_FULL, target.table().span(), Optional.of(target.table()), own));
            }
        }
        return found;
    }

    /** Whether a table is the one of that name, or a partition of it. */
    private static boolean belongs(Step step, LockedWork work, QualifiedName name) {
        return step.before()
                .relation(name)
                .found()
                .map(relation -> work.table().id().stream()
                        .flatMap(id -> Partitions.withAncestors(step, id))
                        .anyMatch(relation.id()::equals))
                .orElse(work.table().name().endsWith(name.name()));
    }

    private static List<Rewriting> whole(Step step, Cause cause, Optional<QualifiedName> named, int words) {
        Span span = step.statement().span();
        List<LockedWork> works = Stream.concat(
                        LockedWork.rewrites(step, span).stream(), movedIndexes(step, cause, span))
                .toList();
        boolean nothing = works.isEmpty() && (named.isPresent() || nothingServes(step));
        return nothing ? List.of() : List.of(new Rewriting(cause, Clause.words(step, span, words), named, works));
    }

    /** Which tables were clustered, or lie where, may have been settled by hand; that there is no table at all, not. */
    private static boolean nothingServes(Step step) {
        return step.before().complete()
                && step.before().relations().stream().noneMatch(relation -> Serving.clients(step, relation.id()));
    }

    private static Stream<LockedWork> movedIndexes(Step step, Cause cause, Span span) {
        return cause == Cause.MOVE_ALL ? LockedWork.indexBuilds(step, span).stream() : Stream.empty();
    }

    private static List<Rewriting> altered(Step step, AlterTable alter) {
        var found = new ArrayList<Rewriting>();
        for (AlterAction action : alter.actions()) {
            cause(step, alter, action).ifPresent(cause -> {
                List<LockedWork> works = cause == Cause.MOVE_INDEX
                        ? LockedWork.indexBuilds(step, action.span())
                        : LockedWork.rewrites(step, action.span());
                if (!works.isEmpty()) {
                    found.add(new Rewriting(cause, action.span(), Optional.of(alter.name()), works));
                }
            });
        }
        return found;
    }

    private static Optional<Cause> cause(Step step, AlterTable alter, AlterAction action) {
        if (action instanceof AlterAction.SetLogged set) {
            return Optional.of(set.logged() ? Cause.SET_LOGGED : Cause.SET_UNLOGGED);
        }
        if (action instanceof AlterAction.SetAccessMethod) {
            return Optional.of(Cause.SET_ACCESS_METHOD);
        }
        if (action instanceof AlterAction.SetTablespace) {
            boolean index = step.before().index(alter.name()).isPresent();
            return Optional.of(index ? Cause.MOVE_INDEX : Cause.SET_TABLESPACE);
        }
        return Optional.empty();
    }

    private static boolean full(Vacuum vacuum) {
        return vacuum.options().stream()
                .filter(option -> option.name().equals("full"))
                .anyMatch(Rewriting::on);
    }

    private static boolean on(Option option) {
        return option.value()
                .filter(value -> OFF.contains(value.toLowerCase(Locale.ROOT)))
                .isEmpty();
    }
}
