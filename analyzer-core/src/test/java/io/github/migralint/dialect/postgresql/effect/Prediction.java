package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.AlterEnum;
import io.github.migralint.ast.SetVariable;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.dialect.Rehearsal;
import io.github.migralint.dialect.Version;
import io.github.migralint.dialect.postgresql.PostgresqlDialect;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effects;
import io.github.migralint.effect.ExecutionContext;
import io.github.migralint.effect.LockMode;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaBuilder;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import io.github.migralint.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What we say about a case: its setup is replayed, its statement judged, from the SQL alone. */
final class Prediction {
    private static final PostgresqlDialect DIALECT = new PostgresqlDialect();

    private final SchemaBuilder schema = DIALECT.emptySchema(true);
    private final Map<String, String> settings = new HashMap<>(Map.of("timezone", "UTC"));
    private final Set<ObjectId> created = new HashSet<>();
    private final Map<ObjectId, Set<String>> labels = new HashMap<>();
    private final Map<String, LockMode> locks = new TreeMap<>();
    private final Version version;

    private Prediction(int major) {
        this.version = new Version(major, 0);
        schema.addSchema("m");
        schema.addSchema("m2");
        schema.searchPath(Optional.of(List.of("m", "public")));
    }

    /**
     * What is said.
     *
     * @param locks strongest lock by relation
     * @param rewrites relations with new storage
     * @param indexBuilds new indexes
     * @param indexRebuilds indexes built again
     * @param fullScans tables read from end to end
     * @param inTransaction whether it is allowed in a transaction block
     * @param sqlState the error, or empty
     * @param mayFail errors that depend on rows
     */
    record Said(
            Map<String, String> locks,
            Set<String> rewrites,
            Set<String> indexBuilds,
            Set<String> indexRebuilds,
            Set<String> fullScans,
            boolean inTransaction,
            String sqlState,
            Set<String> mayFail) {}

    static Said of(TruthTable.Case truth, int major) {
        return new Prediction(major).say(truth);
    }

    private Said say(TruthTable.Case truth) {
        truth.setup().forEach(sql -> statements(sql).forEach(this::apply));
        for (String sql : truth.session()) {
            for (Statement statement : statements(sql)) {
                if (statement instanceof SetVariable set) {
                    set.value().ifPresent(value -> settings.put(set.name(), value));
                }
            }
        }
        for (String sql : truth.beforeInTransaction()) {
            for (Statement statement : statements(sql)) {
                Effects earlier = effects(statement);
                remember(statement);
                takeEarlier(earlier);
            }
        }
        List<Statement> statements = statements(truth.statement());
        if (statements.get(0) instanceof Unparsed) {
            return refused();
        }
        Schema before = schema.now();
        Effects effects = effects(statements.get(0));
        take(effects);
        return said(effects, before);
    }

    /** A statement that cannot be read is reported as such. */
    private static Said refused() {
        return new Said(Map.of(), Set.of(), Set.of(), Set.of(), Set.of(), true, "42601", Set.of());
    }

    private static List<Statement> statements(String sql) {
        SourceText text = SourceText.of("case.sql", sql);
        return DIALECT.parse(text, new io.github.migralint.source.Span(0, sql.length()), DIALECT.defaultVersion())
                .statements();
    }

    private void apply(Statement statement) {
        DIALECT.apply(statement, schema, version, Origin.BEFORE_HISTORY);
    }

    private void remember(Statement statement) {
        Schema before = schema.now();
        schema.takeTouched();
        apply(statement);
        schema.takeTouched().stream().filter(id -> before.object(id).isEmpty()).forEach(created::add);
        if (statement instanceof AlterEnum add && add.oldLabel().isEmpty()) {
            schema.now()
                    .type(add.name())
                    .found()
                    .ifPresent(type -> labels.computeIfAbsent(type.id(), id -> new HashSet<>())
                            .add(add.label()));
        }
    }

    private Effects effects(Statement statement) {
        var context = new ExecutionContext(true, settings, created, labels);
        return Rehearsal.effectsOf(statement, schema.now(), DIALECT, version, context);
    }

    private void take(Effects effects) {
        for (Effect.TakesLock lock : effects.of(Effect.TakesLock.class)) {
            locks.merge(lock.relation().toString(), lock.mode(), Modes::stronger);
        }
    }

    /** Locks that earlier statements of the transaction hold are on what the relations are called now. */
    private void takeEarlier(Effects effects) {
        for (Effect.TakesLock lock : effects.of(Effect.TakesLock.class)) {
            RelationKey relation = lock.relation();
            Schema now = schema.now();
            String name = relation.id()
                    .flatMap(now::object)
                    .filter(Relation.class::isInstance)
                    .map(object -> new RelationKeys(now).of((Relation) object).toString())
                    .orElseGet(() -> relation.toString().replaceFirst("^new ", ""));
            locks.merge(name, lock.mode(), Modes::stronger);
        }
    }

    private Said said(Effects effects, Schema before) {
        Map<String, String> modes = new TreeMap<>();
        locks.forEach((relation, mode) -> modes.put(relation, mode.name()));
        Set<String> rewrites = new TreeSet<>();
        effects.of(Effect.RewritesTable.class)
                .forEach(r ->
                        rewrites.add(r.relation() + (r.emptied() && filled(r.relation(), before) ? " (emptied)" : "")));
        Set<String> builds = new TreeSet<>();
        Set<String> rebuilds = new TreeSet<>();
        effects.of(Effect.BuildsIndex.class)
                .forEach(b -> (b.rebuild() ? rebuilds : builds).add(b.index().toString()));
        Set<String> scans = new TreeSet<>();
        effects.of(Effect.ScansTable.class).stream()
                .map(Effect.ScansTable::relation)
                .filter(relation -> filled(relation, before) && !createdNow(relation) && counted(relation, before))
                .forEach(relation -> scans.add(relation.toString()));
        Set<String> risks = new TreeSet<>();
        effects.of(Effect.MayFailOnRows.class).forEach(risk -> risks.add(risk.sqlState()));
        return new Said(
                modes,
                rewrites,
                builds,
                rebuilds,
                scans,
                !effects.forbiddenInTransaction(),
                effects.failure().map(Effect.Fails::sqlState).orElse(""),
                risks);
    }

    private boolean createdNow(RelationKey relation) {
        return relation.id().filter(created::contains).isPresent();
    }

    /** The instrument has row counts of the first schema only. */
    private static boolean counted(RelationKey relation, Schema before) {
        return relation.id()
                .flatMap(before::object)
                .filter(Relation.class::isInstance)
                .map(object -> ((Relation) object).name().schema().equals("m"))
                .orElse(true);
    }

    /** An empty table is read from end to end in no time; the servers do not count that. */
    private static boolean filled(RelationKey relation, Schema before) {
        return relation.id()
                .flatMap(before::object)
                .map(object -> switch (object) {
                    case Table table -> filled(table, before);
                    case View view ->
                        view.reads().stream()
                                .flatMap(id -> before.table(id).stream())
                                .anyMatch(table -> filled(table, before));
                    default -> false;
                })
                .orElse(false);
    }

    private static boolean filled(Table table, Schema schema) {
        List<Table> line = new ArrayList<>(List.of(table));
        table.partitionOf().flatMap(m -> schema.table(m.parent())).ifPresent(parent -> {
            line.add(parent);
            parent.partitionOf().flatMap(m -> schema.table(m.parent())).ifPresent(line::add);
        });
        return line.stream().anyMatch(Table::filled);
    }
}
