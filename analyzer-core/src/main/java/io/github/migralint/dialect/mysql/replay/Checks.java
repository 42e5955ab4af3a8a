package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.ast.TypeName;
import io.github.migralint.dialect.mysql.Server;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.TableDraft;
import java.util.List;
import java.util.Optional;

/** CHECK constraints, with the names that each of the two servers makes up for them. */
final class Checks {
    private static final String GENERATED = "_chk_";

    private final Change change;
    private final TableDraft table;
    private int lastNumber;

    /** Names given now come after all that the table had before the statement. */
    Checks(Change change, TableDraft table) {
        this.change = change;
        this.table = table;
        this.lastNumber = GeneratedNumbers.highest(table, GENERATED);
    }

    /** Whether CHECK is more than decoration. */
    static boolean areKept(Server server) {
        return server.isMariadb() || server.isMysqlFrom(8, 0, 16);
    }

    /** The mark in the names that the server makes up and keeps in step with the name of the table, if it does. */
    static Optional<String> mark(Server server) {
        return server.isMysql() ? Optional.of(GENERATED) : Optional.empty();
    }

    /** Adds one as written for the table. */
    void add(TableConstraint written) {
        written.expression()
                .ifPresent(e -> add(
                        written.name().map(Identifier::value).orElseGet(this::generatedName),
                        e,
                        !written.attributes().notEnforced()));
    }

    /** Adds that of a column's definition; on MariaDB it is a property of the column and has its name. */
    void add(ColumnDefinition definition) {
        String column = definition.name().value();
        for (ColumnConstraint constraint : definition.constraints()) {
            if (constraint.kind() == ColumnConstraint.Kind.CHECK) {
                constraint
                        .expression()
                        .ifPresent(e -> add(
                                name(constraint, column),
                                e,
                                !constraint.attributes().notEnforced()));
            }
        }
        boolean json =
                definition.type().map(TypeName::name).filter("json"::equals).isPresent();
        if (json && change.server().isMariadb() && table.constraints().stream().noneMatch(c -> belongsTo(c, column))) {
            String valid = "json_valid(`" + column.replace("`", "``") + "`)";
            add(column, new Expression(Words.tokens(valid, change.server()), definition.span()), true);
        }
    }

    private String name(ColumnConstraint constraint, String column) {
        return change.server().isMariadb()
                ? column
                : constraint.name().map(Identifier::value).orElseGet(this::generatedName);
    }

    private static boolean belongsTo(Constraint constraint, String column) {
        return constraint.kind() == Constraint.Kind.CHECK && constraint.name().equalsIgnoreCase(column);
    }

    private String generatedName() {
        if (change.server().isMysql()) {
            return table.name().name() + GENERATED + ++lastNumber;
        }
        int number = 1;
        while (isTaken("CONSTRAINT_" + number)) {
            number++;
        }
        return "CONSTRAINT_" + number;
    }

    private boolean isTaken(String name) {
        return table.constraints().stream()
                .anyMatch(c -> c.kind() == Constraint.Kind.CHECK && c.name().equalsIgnoreCase(name));
    }

    private void add(String name, Expression expression, boolean enforced) {
        if (!areKept(change.server()) || isTaken(name)) {
            return;
        }
        List<ObjectId> columns = Mentions.columns(expression.tokens(), table.columns());
        table.constraints()
                .add(new Constraint(
                        change.schema().newId(),
                        name,
                        Constraint.Kind.CHECK,
                        columns,
                        Optional.of(expression),
                        Optional.empty(),
                        Optional.empty(),
                        enforced,
                        enforced,
                        false,
                        false,
                        false,
                        change.origin()));
    }

    /** Remembers the name of the CHECK of a column that gets another name: the CHECK does not. */
    static Column keepingName(TableDraft table, Column column) {
        return table.constraints().stream().anyMatch(c -> belongsTo(c, column))
                ? column.withTraits(column.traits().withCheckName(name(column)))
                : column;
    }

    /** Whether a constraint is the CHECK of a column, which goes with its definition. */
    static boolean belongsTo(Constraint constraint, Column column) {
        return belongsTo(constraint, name(column)) && constraint.columns().contains(column.id());
    }

    private static String name(Column column) {
        return column.traits().checkName().orElse(column.name());
    }
}
