package io.github.migralint.dialect.mysql.effect;

import java.util.List;
import java.util.function.Predicate;

/** Clauses that do something else together than each would alone. */
final class Companions {
    private final List<Clause> clauses;
    private final Scene scene;

    private Companions(List<Clause> clauses, Scene scene) {
        this.clauses = clauses;
        this.scene = scene;
    }

    /** The clauses of one statement, where one of them makes another cheaper. */
    static List<Clause> helping(List<Clause> clauses, Scene scene) {
        var companions = new Companions(clauses, scene);
        List<Clause> all = clauses;
        if (companions.any(Operation.DROP_PRIMARY_KEY) && companions.any(Operation.ADD_PRIMARY_KEY)) {
            all = replaced(all, Operation.DROP_PRIMARY_KEY, Operation.REPLACE_PRIMARY_KEY);
            all = replaced(all, Operation.ADD_PRIMARY_KEY, Operation.REPLACE_PRIMARY_KEY);
        }
        return companions.any(Operation::changesRowLayout)
                ? replaced(all, Operation.MOVE_COLUMN, Operation.MOVE_COLUMN_WITH_NEW)
                : all;
    }

    /** The clauses of one statement, where one of them makes another dearer. */
    static List<Clause> hindering(List<Clause> clauses, Scene scene) {
        return clauses.size() < 2 ? clauses : new Companions(clauses, scene).hindering();
    }

    private List<Clause> hindering() {
        List<Clause> all = clauses;
        if (count(Operation.ADD_FIRST_FULLTEXT_INDEX) + count(Operation.ADD_FULLTEXT_INDEX) > 1) {
            all = replaced(all, Operation.ADD_FIRST_FULLTEXT_INDEX, Operation.ADD_FULLTEXT_INDEXES);
            all = replaced(all, Operation.ADD_FULLTEXT_INDEX, Operation.ADD_FULLTEXT_INDEXES);
        }
        if (any(Operation::isVirtual) && !virtualGoesWithOthers()) {
            all = replaced(all, Operation.ADD_VIRTUAL_COLUMN, Operation.COMBINE_VIRTUAL_COLUMN);
            all = replaced(all, Operation.DROP_VIRTUAL_COLUMN, Operation.COMBINE_VIRTUAL_COLUMN);
        }
        return all;
    }

    /** Virtual columns go with indexes; with other changes only where all of it is instant, and not even then always. */
    private boolean virtualGoesWithOthers() {
        boolean onlyIndexes = all(operation -> operation.isVirtual() || isOfIndex(operation));
        if (onlyIndexes) {
            return true;
        }
        if (scene.isMariadb()) {
            return all(operation -> operation == Operation.DROP_VIRTUAL_COLUMN || operation == Operation.DROP_COLUMN);
        }
        boolean dropsForNew = any(Operation.DROP_VIRTUAL_COLUMN) && any(Companions::addsStored);
        return !dropsForNew
                && all(operation -> Facts.cost(operation, scene.server())
                        .filter(Cost::isInstant)
                        .isPresent());
    }

    private static boolean isOfIndex(Operation operation) {
        return operation == Operation.ADD_INDEX
                || operation == Operation.DROP_INDEX
                || operation == Operation.ADD_INDEXED_VIRTUAL_COLUMN;
    }

    private static boolean addsStored(Operation operation) {
        return operation == Operation.ADD_COLUMN || operation == Operation.ADD_COLUMN_BETWEEN;
    }

    private boolean any(Operation wanted) {
        return any(operation -> operation == wanted);
    }

    private boolean any(Predicate<Operation> wanted) {
        return clauses.stream().anyMatch(clause -> clause.operations().stream().anyMatch(wanted));
    }

    private boolean all(Predicate<Operation> wanted) {
        return clauses.stream().allMatch(clause -> clause.operations().stream().allMatch(wanted));
    }

    private long count(Operation wanted) {
        return clauses.stream().filter(clause -> clause.asksFor(wanted)).count();
    }

    private static List<Clause> replaced(List<Clause> clauses, Operation old, Operation fresh) {
        return clauses.stream().map(clause -> clause.replacing(old, fresh)).toList();
    }
}
