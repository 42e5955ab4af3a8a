package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.FactTable;
import io.github.migralint.dialect.Version;
import io.github.migralint.effect.Effects;
import io.github.migralint.effect.ExecutionContext;
import io.github.migralint.schema.Schema;
import java.util.Optional;

/** What statements do to a running PostgreSQL server of a given version. */
public final class PostgresqlEffects {
    private PostgresqlEffects() {}

    private static final class Holder {
        static final FactTable<Cost> FACTS =
                FactTable.read(PostgresqlEffects.class, "effects.tsv", row -> Optional.of(Cost.of(row)));
    }

    /** The table of facts, read when first asked for. */
    static FactTable<Cost> facts() {
        return Holder.FACTS;
    }

    /**
     * What a statement does.
     *
     * @param statement the statement
     * @param before the schema before it, as the replay of a history gives it
     * @param version the version of the server
     * @param context what the statement meets besides
     */
    public static Effects effectsOf(Statement statement, Schema before, Version version, ExecutionContext context) {
        var scene = new Scene(before, version, context, new RelationKeys(before));
        var acts = new Acts();
        SyntaxHistory.refuse(statement, version, acts);
        FunctionHistory.refuse(statement, scene, acts);
        SystemCatalogs.refuse(statement, scene, acts);
        if (!acts.failed()) {
            new StatementEffects(scene, acts).add(statement);
        }
        return Doubts.without(Costs.of(acts, scene, facts()), before);
    }
}
