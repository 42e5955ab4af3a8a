package io.github.migralint.rules.facts;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.effect.OnlineWay;
import io.github.migralint.history.Step;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.DomainType;
import io.github.migralint.schema.Table;
import java.util.Optional;
import java.util.Set;

/** For what sake a clause of ALTER TABLE works through a table: each has a remedy, and a rule, of its own. */
public enum ChangeCause {
    /** A column gets another type. */
    TYPE,
    /** Text gets another character set or collation. */
    CHARSET,
    /** NULL is refused from now on. */
    NOT_NULL,
    /** A new column whose default differs from row to row. */
    DEFAULT,
    /** A new column that counts up. */
    COUNTER,
    /** A column whose computed values are stored. */
    GENERATED,
    /** A new column of a constrained domain. */
    DOMAIN,
    CHECK,
    FOREIGN_KEY,
    INDEX,
    PRIMARY_KEY,
    PARTITIONS,
    /** Anything else. */
    OTHER;

    private static final Set<String> MOMENTS = Set.of("current_timestamp", "now", "localtime", "localtimestamp");

    /** Whether an engine that changes tables in one way only reads the rows for its sake, and writes none. */
    boolean onlyReads() {
        return this == CHECK || this == FOREIGN_KEY || this == NOT_NULL;
    }

    /** The cause of an action of a step. */
    static ChangeCause of(Step step, AlterTable alter, AlterAction action, Optional<OnlineWay> way) {
        return switch (action) {
            case AlterAction.AddColumn add -> of(step, add.column(), way);
            case AlterAction.AddConstraint add -> of(add.constraint().kind());
            case AlterAction.DropConstraint drop ->
                drop.kind().filter(TableConstraint.Kind.PRIMARY_KEY::equals).isPresent() ? PRIMARY_KEY : OTHER;
            case AlterAction.AlterConstraint ignored -> CHECK;
            case MysqlAction.AddIndex ignored -> INDEX;
            case MysqlAction.ConvertCharset ignored -> CHARSET;
            case MysqlAction.ChangePartitions ignored -> PARTITIONS;
            case MysqlAction.ModifyColumn modify -> of(step, alter, modify);
            default -> OTHER;
        };
    }

    private static ChangeCause of(TableConstraint.Kind kind) {
        return switch (kind) {
            case CHECK -> CHECK;
            case NOT_NULL -> NOT_NULL;
            case UNIQUE, EXCLUDE -> INDEX;
            case PRIMARY_KEY -> PRIMARY_KEY;
            case FOREIGN_KEY -> FOREIGN_KEY;
        };
    }

    /** The cause of a new column. */
    static ChangeCause of(Step step, ColumnDefinition column, Optional<OnlineWay> way) {
        if (NewColumn.countsUp(column)) {
            return COUNTER;
        }
        if (NewColumn.storedGenerated(column)) {
            return GENERATED;
        }
        if (way.isPresent()) {
            if (way.get().stopsWrites() && !way.get().rebuilds()) {
                // a virtual column of which the same statement makes an index
                return INDEX;
            }
            boolean copied = way.get().algorithm() == OnlineWay.Algorithm.COPY;
            return copied ? ofCopied(column) : OTHER;
        }
        boolean constrained = NewColumn.domain(step, column)
                .filter((DomainType domain) ->
                        domain.notNull() || !domain.checks().isEmpty())
                .isPresent();
        return constrained ? DOMAIN : DEFAULT;
    }

    private static ChangeCause ofCopied(ColumnDefinition column) {
        for (ColumnConstraint constraint : column.constraints()) {
            switch (constraint.kind()) {
                case REFERENCES -> {
                    return FOREIGN_KEY;
                }
                case CHECK -> {
                    return CHECK;
                }
                case DEFAULT -> {
                    if (constraint.expression().filter(ChangeCause::isComputed).isPresent()) {
                        return DEFAULT;
                    }
                }
                default -> {}
            }
        }
        return OTHER;
    }

    private static boolean isComputed(Expression value) {
        boolean moment = value.tokens().stream().findFirst().stream()
                .anyMatch(first -> MOMENTS.stream().anyMatch(first::isWord));
        return !moment && value.tokens().stream().anyMatch(token -> token.isSymbol("("));
    }

    /** What is not known to be the same is taken for another type. */
    private static ChangeCause of(Step step, AlterTable alter, MysqlAction.ModifyColumn modify) {
        if (NewColumn.storedGenerated(modify.definition())) {
            return GENERATED;
        }
        Optional<Column> before =
                column(step.before().table(alter.name()), modify.column().value());
        Optional<Column> after = column(
                step.after().table(alter.name()), modify.definition().name().value());
        if (before.isEmpty()
                || after.isEmpty()
                || before.get().type().isEmpty()
                || !before.get().type().equals(after.get().type())) {
            return TYPE;
        }
        if (before.get().generated().filter(generated -> generated.stored()).isPresent()) {
            return GENERATED;
        }
        boolean otherText =
                !before.get().traits().charset().equals(after.get().traits().charset())
                        || !before.get().collation().equals(after.get().collation());
        if (otherText) {
            return CHARSET;
        }
        return !before.get().notNull() && after.get().notNull() ? NOT_NULL : OTHER;
    }

    private static Optional<Column> column(Optional<Table> table, String name) {
        return table.flatMap(found -> found.column(name));
    }
}
