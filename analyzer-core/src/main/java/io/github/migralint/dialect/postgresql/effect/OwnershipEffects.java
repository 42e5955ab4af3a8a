package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.OtherStatement;
import io.github.migralint.dialect.postgresql.replay.Ownership;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.SchemaBuilder;
import io.github.migralint.schema.SchemaObject;
import java.util.List;

/**
 * DROP OWNED and REASSIGN OWNED, as far as the history tells what belongs to a role.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record OwnershipEffects(Scene scene, Acts acts) {
    void drop(OtherStatement statement) {
        acts.uncertain();
        List<SchemaObject> owned = Ownership.ownedBy(scene.schema(), Ownership.rolesDropped(statement));
        locks(owned, Operation.DROP_ALONG, Role.RELATION);
        Trial dropped = trial(owned, false);
        Trial cascaded = trial(owned, true);
        boolean reachesFurther = !dropped.touched().containsAll(cascaded.touched());
        if (reachesFurther && !Ownership.cascades(statement)) {
            acts.fail("2BP01", "Other objects depend on what the role owns.");
            return;
        }
        new Removals(scene, acts).charge(cascaded);
    }

    private Trial trial(List<SchemaObject> owned, boolean cascade) {
        var copy = SchemaBuilder.trial(scene.schema());
        Ownership.remove(copy, owned, cascade);
        return new Trial(scene.schema(), copy.now(), copy.takeTouched());
    }

    void reassign(OtherStatement statement) {
        acts.uncertain();
        locks(Ownership.ownedBy(scene.schema(), Ownership.oldOwners(statement)), Operation.OWNER, Role.TABLE);
    }

    private void locks(List<SchemaObject> owned, Operation operation, Role role) {
        owned.stream()
                .filter(Relation.class::isInstance)
                .map(Relation.class::cast)
                .forEach(relation ->
                        acts.add(Act.of(operation).on(role, scene.keys().of(relation))));
    }
}
