package io.github.migralint.rules.facts;

import io.github.migralint.ast.CreatePolicy;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.history.Step;
import io.github.migralint.schema.Policy;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A row security policy that a step takes from a table which serves clients.
 *
 * @param name its name
 * @param tableName its table as written
 * @param table its table, where the history knows it
 * @param policy what it is, where the history knows it
 * @param place where it is named
 */
public record DroppedPolicy(
        String name, QualifiedName tableName, Optional<Table> table, Optional<Policy> policy, Span place) {
    private static final String ANY_COMMAND = "ALL";

    /** Those that a step drops. */
    public static List<DroppedPolicy> of(Step step) {
        if (!(step.statement() instanceof DropObject drop) || drop.kind() != ObjectKind.POLICY) {
            return List.of();
        }
        var dropped = new ArrayList<DroppedPolicy>();
        for (ObjectReference object : drop.objects()) {
            Optional<QualifiedName> on = object.on().filter(name -> Serving.clients(step, name));
            if (on.isPresent() && !Following.dropsTable(step, on.get())) {
                String name = object.name().name();
                Optional<Table> table = step.before().table(on.get());
                Optional<Policy> policy = table.flatMap(t -> named(t, name));
                boolean skipped = policy.isEmpty()
                        && (step.before().relation(on.get()).isAbsent()
                                || table.filter(Table::complete).isPresent());
                boolean remade = policy.isEmpty() && made(step, on.get());
                boolean isNew =
                        policy.filter(p -> step.release().includes(p.origin())).isPresent();
                if (!skipped && !remade && !isNew) {
                    dropped.add(new DroppedPolicy(name, on.get(), table, policy, object.span()));
                }
            }
        }
        return dropped;
    }

    /** Whether it is known to give rights, and not to narrow them. */
    public boolean permits() {
        return policy.filter(Policy::permissive).isPresent();
    }

    /** Whether nothing stands in its place in a later schema, and its table is still there. */
    public boolean missed(Schema later) {
        Optional<Table> now = Ending.table(later, table, tableName);
        return now.map(t -> t.policies().stream().noneMatch(this::isReplacedBy)).orElse(table.isEmpty());
    }

    private boolean isReplacedBy(Policy other) {
        return policy.map(old -> other.name().equals(name)
                        || (other.permissive() == old.permissive()
                                && Ending.younger(other.id(), old.id())
                                && covers(other.command(), old.command())))
                .orElse(true);
    }

    /** Whether the migration makes a policy of the table after the step; of a policy that is unknown nothing more can be asked. */
    private static boolean made(Step step, QualifiedName table) {
        return Following.inMigration(step)
                .anyMatch(later -> later instanceof CreatePolicy policy && Names.same(policy.table(), table));
    }

    private static boolean covers(String command, String other) {
        return command.equals(other) || command.equals(ANY_COMMAND) || other.equals(ANY_COMMAND);
    }

    private static Optional<Policy> named(Table table, String name) {
        return table.policies().stream()
                .filter(policy -> policy.name().equals(name))
                .findFirst();
    }
}
