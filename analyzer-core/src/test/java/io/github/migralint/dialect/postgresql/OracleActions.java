package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.ConstraintAttributes;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.ast.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells the actions of ALTER TABLE as the oracle does: kind, name, and what else is known. */
final class OracleActions {
    private OracleActions() {}

    static List<Object> of(AlterTable statement) {
        return statement.actions().stream().map(OracleActions::action).toList();
    }

    private static Object action(AlterAction action) {
        Map<String, Object> facts = new LinkedHashMap<>();
        String name = facts(action, facts);
        List<Object> row = new ArrayList<>();
        row.add(ActionKinds.kindOf(action));
        if (!name.isEmpty() || !facts.isEmpty()) {
            row.add(name);
        }
        if (!facts.isEmpty()) {
            row.add(facts);
        }
        return row;
    }

    private static String facts(AlterAction action, Map<String, Object> facts) {
        return switch (action) {
            case AlterAction.AddColumn a -> {
                column(a.column(), facts);
                put(facts, "cascade", a.cascade());
                put(facts, "ifx", a.ifNotExists());
                yield a.column().name().value();
            }
            case AlterAction.DropColumn a -> {
                put(facts, "cascade", a.cascade());
                put(facts, "ifx", a.ifExists());
                yield a.column().value();
            }
            case AlterAction.AlterColumnType a -> {
                facts.put("type", type(a.type()));
                put(facts, "using", a.using().isPresent());
                put(facts, "cascade", a.cascade());
                yield a.column().value();
            }
            case AlterAction.SetDefault a -> {
                put(facts, "set", true);
                yield a.column().value();
            }
            case AlterAction.DropDefault a -> {
                facts.put("set", 0L);
                yield a.column().value();
            }
            case AlterAction.SetNotNull a -> a.column().value();
            case AlterAction.DropNotNull a -> a.column().value();
            case AlterAction.SetExpression a -> a.column().value();
            case AlterAction.DropExpression a -> {
                put(facts, "ifx", a.ifExists());
                yield a.column().value();
            }
            case AlterAction.AddIdentity a -> {
                facts.put("con", "CONSTR_IDENTITY");
                yield a.column().value();
            }
            case AlterAction.SetIdentity a -> a.column().value();
            case AlterAction.DropIdentity a -> {
                put(facts, "ifx", a.ifExists());
                yield a.column().value();
            }
            case AlterAction.SetStatistics a -> byName(a.column());
            case AlterAction.SetStorage a -> a.column().value();
            case AlterAction.SetCompression a -> a.column().value();
            case AlterAction.SetColumnOptions a -> a.column().value();
            case AlterAction.AddConstraint a -> constraint(a.constraint(), facts);
            case AlterAction.AlterConstraint a -> "";
            case AlterAction.ValidateConstraint a -> a.name().value();
            case AlterAction.DropConstraint a -> {
                put(facts, "cascade", a.cascade());
                put(facts, "ifx", a.ifExists());
                yield a.name().value();
            }
            case AlterAction.ToggleTrigger a -> a.name().map(Identifier::value).orElse("");
            case AlterAction.ToggleRule a -> a.name().value();
            case AlterAction.SetRowSecurity a -> "";
            case AlterAction.ClusterOn a -> a.index().value();
            case AlterAction.SetWithoutCluster a -> "";
            case AlterAction.SetWithoutOids a -> "";
            case AlterAction.SetLogged a -> "";
            case AlterAction.SetAccessMethod a ->
                a.method().map(Identifier::value).orElse("");
            case AlterAction.SetTablespace a -> a.tablespace().value();
            case AlterAction.SetOptions a -> "";
            case AlterAction.Inherit a -> a.parent().toString();
            case AlterAction.OfType a -> "";
            case AlterAction.NotOfType a -> "";
            case AlterAction.SetOwner a -> {
                facts.put("owner", owner(a.owner()));
                yield "";
            }
            case AlterAction.SetReplicaIdentity a -> "";
            case AlterAction.AttachPartition a -> a.partition().toString();
            case AlterAction.DetachPartition a -> {
                put(facts, "conc", a.concurrently());
                yield a.partition().toString();
            }
            case MysqlAction a -> throw new IllegalArgumentException(a.toString());
            case AlterAction.OtherAction a -> a.name().map(Identifier::value).orElse("");
        };
    }

    /** Columns of an index are numbers; the oracle gives names only. */
    private static String byName(Identifier column) {
        return column.value().matches("\\d+") ? "" : column.value();
    }

    private static String owner(Identifier owner) {
        return switch (owner.quoted() ? "" : owner.value()) {
            case "current_user" -> "ROLESPEC_CURRENT_USER";
            case "current_role" -> "ROLESPEC_CURRENT_ROLE";
            case "session_user" -> "ROLESPEC_SESSION_USER";
            default -> owner.value();
        };
    }

    private static void column(ColumnDefinition column, Map<String, Object> facts) {
        column.type().ifPresent(type -> facts.put("type", type(type)));
        List<Object> constraints = column.constraints().stream()
                .map(ColumnConstraint::kind)
                .map(OracleActions::constraintTag)
                .map(tag -> (Object) tag)
                .toList();
        if (!constraints.isEmpty()) {
            facts.put("cons", constraints);
        }
    }

    private static String constraintTag(ColumnConstraint.Kind kind) {
        return switch (kind) {
            case NULL -> "CONSTR_NULL";
            case NOT_NULL -> "CONSTR_NOTNULL";
            case DEFAULT -> "CONSTR_DEFAULT";
            case IDENTITY -> "CONSTR_IDENTITY";
            case GENERATED -> "CONSTR_GENERATED";
            case CHECK -> "CONSTR_CHECK";
            case UNIQUE -> "CONSTR_UNIQUE";
            case PRIMARY_KEY -> "CONSTR_PRIMARY";
            case REFERENCES -> "CONSTR_FOREIGN";
        };
    }

    private static String constraint(TableConstraint constraint, Map<String, Object> facts) {
        facts.put(
                "con",
                switch (constraint.kind()) {
                    case CHECK -> "CONSTR_CHECK";
                    case NOT_NULL -> "CONSTR_NOTNULL";
                    case UNIQUE -> "CONSTR_UNIQUE";
                    case PRIMARY_KEY -> "CONSTR_PRIMARY";
                    case EXCLUDE -> "CONSTR_EXCLUSION";
                    case FOREIGN_KEY -> "CONSTR_FOREIGN";
                });
        ConstraintAttributes attributes = constraint.attributes();
        put(facts, "notValid", attributes.notValid() || attributes.notEnforced());
        constraint.usingIndex().ifPresent(index -> facts.put("index", index.value()));
        constraint
                .references()
                .ifPresent(target -> facts.put("ref", target.table().toString()));
        return constraint.name().map(Identifier::value).orElse("");
    }

    /** A type by its name alone, as the oracle has it. */
    static String type(TypeName type) {
        String name = type.name().startsWith("setof ") ? type.name().substring("setof ".length()) : type.name();
        String schema = type.schema()
                .filter(s -> !s.equals("pg_catalog"))
                .map(s -> s + ".")
                .orElse("");
        return schema + name + (type.isArray() ? "[]" : "");
    }

    private static void put(Map<String, Object> facts, String name, boolean holds) {
        if (holds) {
            facts.put(name, 1L);
        }
    }
}
