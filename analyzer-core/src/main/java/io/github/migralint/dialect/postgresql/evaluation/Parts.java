package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.schema.Relation;
import java.util.ArrayList;
import java.util.List;

/**
 * A relation whose parts, such as columns and constraints, may be more than the history shows.
 *
 * @param identity its oid
 * @param schemaName the schema it is in
 * @param name its name
 */
record Parts(Datum identity, Datum schemaName, Datum name) {
    /** Relations that the history does not show, and those that it does not show whole. */
    static List<Parts> unknown(Objects objects, Gaps gaps) {
        var parts = new ArrayList<Parts>();
        for (Gap gap : gaps.relations()) {
            parts.add(new Parts(Gap.identity(), gap.schemaName(), gap.name()));
        }
        for (Relation relation : objects.facts().schema().relations()) {
            if (!objects.whole(relation)) {
                parts.add(new Parts(
                        Objects.reference("pg_class", relation.id()),
                        Objects.schemaName(relation),
                        Objects.name(relation)));
            }
        }
        return parts;
    }
}
