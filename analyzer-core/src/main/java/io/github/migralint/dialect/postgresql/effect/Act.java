package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.effect.Effect;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing the server is asked to do, with the relations concerned.
 *
 * @param operation what is done
 * @param on the relations by role
 * @param reason why work is done, for messages
 * @param place the clause that asks for it
 */
record Act(Operation operation, Map<Role, List<RelationKey>> on, String reason, Span place) {
    Act {
        on = Map.copyOf(on);
    }

    static Act of(Operation operation) {
        return new Act(operation, Map.of(), operation.words(), Effect.WHOLE_STATEMENT);
    }

    Act on(Role role, RelationKey relation) {
        return on(role, List.of(relation));
    }

    Act on(Role role, Optional<RelationKey> relation) {
        return on(role, relation.stream().toList());
    }

    Act on(Role role, List<RelationKey> relations) {
        var all = new EnumMap<Role, List<RelationKey>>(Role.class);
        all.putAll(on);
        var together = new ArrayList<>(all.getOrDefault(role, List.of()));
        together.addAll(relations);
        all.put(role, List.copyOf(together));
        return new Act(operation, all, reason, place);
    }

    /** The same without the relations of a role. */
    Act without(Role role) {
        var rest = new EnumMap<Role, List<RelationKey>>(Role.class);
        rest.putAll(on);
        rest.remove(role);
        return new Act(operation, rest, reason, place);
    }

    Act because(String why) {
        return new Act(operation, on, why, place);
    }

    Act at(Span clause) {
        return new Act(operation, on, reason, clause);
    }

    List<RelationKey> in(Role role) {
        return on.getOrDefault(role, List.of());
    }
}
