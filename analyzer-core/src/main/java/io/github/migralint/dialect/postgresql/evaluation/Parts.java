package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.schema.Relation;
import java.util.ArrayList;
import java.util.List;

/**
 * A relation whose parts, such as columns and constraints, may be more than the history shows.
 *
 * @param identity its oid
 * @param schemaName the schema it is in
 * @param namespace the same, by its oid
 * @param name its name
 * @param system whether it is a relation of the server's own
 */
record Parts(Datum identity, Datum schemaName, Datum namespace, Datum name, boolean system) {
    /** Relations that the history does not show, and those that it does not show whole. */
    static List<Parts> unknown(Objects objects, Gaps gaps) {
        var parts = new ArrayList<Parts>();
        for (Gap gap : gaps.relations()) {
            parts.add(new Parts(Gap.identity(), gap.schemaName(), gap.namespace(), gap.name(), gap.isSystem()));
        }
        for (Relation relation : objects.facts().schema().relations()) {
            if (!objects.whole(relation)) {
                parts.add(new Parts(
                        Objects.reference("pg_class", relation.id()),
                        Objects.schemaName(relation),
                        Objects.namespace(relation),
                        Objects.name(relation),
                        false));
            }
        }
        return parts;
    }

    /** The same without the server's own, which have no constraints to speak of, no triggers, no children. */
    static List<Parts> unknownOfUsers(Objects objects, Gaps gaps) {
        return unknown(objects, gaps).stream().filter(parts -> !parts.system()).toList();
    }
}
