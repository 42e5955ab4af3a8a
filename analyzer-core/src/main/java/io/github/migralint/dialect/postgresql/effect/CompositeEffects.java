package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.CompositeType;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.UserType;
import java.util.List;

/** ALTER TYPE … ATTRIBUTE: free, except that the type of an attribute in use cannot change. */
final class CompositeEffects {
    private final Scene scene;
    private final Acts acts;
    private final AlterTable statement;

    CompositeEffects(Scene scene, Acts acts, AlterTable statement) {
        this.scene = scene;
        this.acts = acts;
        this.statement = statement;
    }

    void alter() {
        Lookup<UserType> found = scene.schema().type(statement.name());
        if (found.found().isEmpty()
                && scene.schema().relation(statement.name()).found().isPresent()) {
            acts.fail("42809", statement.name() + " is not a composite type.");
            return;
        }
        if (found.isAbsent()) {
            if (!statement.ifExists()) {
                acts.fail("42P01", Subject.of(ObjectKind.TYPE, statement.name()));
            }
            return;
        }
        if (!(found.found().orElse(null) instanceof CompositeType type)) {
            acts.uncertain();
            return;
        }
        List<Table> users = scene.schema().tablesUsing(type.id());
        for (AlterAction action : statement.actions()) {
            switch (action) {
                case AlterAction.AddColumn a -> {
                    if (has(type, a.column().name())) {
                        acts.fail(
                                "42701",
                                Subject.of(ObjectKind.ATTRIBUTE, a.column().name()));
                    }
                }
                case AlterAction.DropColumn a -> require(type, a.column(), a.ifExists());
                case AlterAction.AlterColumnType a -> {
                    require(type, a.column(), false);
                    if (!users.isEmpty()) {
                        acts.add(Act.of(Operation.READ_NAMES).on(Role.SOURCE, scene.keysOf(users)));
                        acts.fail("0A000", "A column of " + users.get(0).name().name() + " has the type.");
                    }
                }
                default -> acts.uncertain();
            }
        }
        typedTables(type);
    }

    /** Tables of the type follow with CASCADE, and stand in the way without. */
    private void typedTables(CompositeType type) {
        List<Table> typed = scene.schema().tablesOfType(type.id());
        if (typed.isEmpty()) {
            return;
        }
        if (!statement.actions().stream().allMatch(CompositeEffects::cascades)) {
            acts.fail("2BP01", "Table " + typed.get(0).name().name() + " is of that type.");
            return;
        }
        for (Table table : typed) {
            var parts = List.of(
                    new Identifier(table.name().schema(), true, statement.name().span()),
                    new Identifier(table.name().name(), true, statement.name().span()));
            var alike = new AlterTable(
                    ObjectKind.TABLE,
                    new QualifiedName(parts, statement.name().span()),
                    false,
                    false,
                    statement.actions(),
                    statement.span());
            new AlterTableEffects(scene, acts, alike).alter(table);
        }
    }

    private static boolean cascades(AlterAction action) {
        return switch (action) {
            case AlterAction.AddColumn a -> a.cascade();
            case AlterAction.DropColumn a -> a.cascade();
            case AlterAction.AlterColumnType a -> a.cascade();
            default -> true;
        };
    }

    private static boolean has(CompositeType type, Identifier attribute) {
        return type.attributes().stream().anyMatch(a -> a.name().equals(attribute.value()));
    }

    private void require(CompositeType type, Identifier attribute, boolean ifExists) {
        if (!has(type, attribute) && !ifExists) {
            acts.fail("42703", Subject.of(ObjectKind.ATTRIBUTE, attribute));
        }
    }
}
