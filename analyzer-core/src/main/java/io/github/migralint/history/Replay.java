package io.github.migralint.history;

import io.github.migralint.ast.DoBlock;
import io.github.migralint.ast.MysqlStatement;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Engine;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effects;
import io.github.migralint.effect.Subject;
import io.github.migralint.framework.BookkeepingTables;
import io.github.migralint.framework.Direction;
import io.github.migralint.framework.TransactionMode;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Plays migrations one after the other on a schema that starts empty, or unknown. Each migration runs in a session of its
 * own. Migrations that go back are played aside: they would undo what the next one builds on.
 */
public final class Replay {
    private final Dialect dialect;
    private final Engine engine;
    private final SchemaBuilder schema;
    private final Chronicle chronicle = new Chronicle();
    private final ReleaseLog release;
    private final List<Migration> migrations;
    private final Deployment deployment;
    private final ReleaseMode mode;
    private final boolean consistent;
    private final Set<Integer> contradictions = new TreeSet<>();
    private Map<String, String> leftBehind;
    private Optional<TransactionTracker> together = Optional.empty();

    /**
     * Begins a replay.
     *
     * @param dialect the dialect of all migrations
     * @param engine the server they are meant for
     * @param complete whether the history starts from an empty database
     * @param mode what goes live together
     */
    public Replay(Dialect dialect, Engine engine, boolean complete, ReleaseMode mode) {
        this(dialect, engine, complete, mode, List.of(), Deployment.UNKNOWN);
    }

    /**
     * Begins a replay of which more is known.
     *
     * @param migrations what comes, now and later
     * @param deployment the database on which it all runs
     */
    public Replay(
            Dialect dialect,
            Engine engine,
            boolean complete,
            ReleaseMode mode,
            List<Migration> migrations,
            Deployment deployment) {
        this(dialect, engine, complete, mode, migrations, deployment, true);
    }

    /**
     * Begins a replay of which all is known.
     *
     * @param consistent whether the migrations, run one after the other, can have made the schema; if not, what only they
     *     forbid is not refused
     */
    public Replay(
            Dialect dialect,
            Engine engine,
            boolean complete,
            ReleaseMode mode,
            List<Migration> migrations,
            Deployment deployment,
            boolean consistent) {
        this.dialect = dialect;
        this.engine = engine;
        this.schema = dialect.emptySchema(complete);
        this.schema.assume(BookkeepingTables.NAMES);
        this.release = new ReleaseLog(mode);
        this.migrations = List.copyOf(migrations);
        this.deployment = deployment;
        this.mode = mode;
        this.consistent = consistent;
        this.leftBehind = deployment.settings();
    }

    /** The schema after what was played until now. */
    public Schema schema() {
        return schema.freeze();
    }

    /** Names of objects that something not understood may have changed. */
    public Set<String> uncertainNames() {
        return schema.uncertainNames();
    }

    /** The ordinals of migrations that cannot have run on what those before them made. */
    public Set<Integer> contradictions() {
        return Set.copyOf(contradictions);
    }

    /** What happened until now. */
    public Timeline timeline() {
        return chronicle.untilNow();
    }

    /** Plays a migration as mere history: nothing is kept but the schema and the timeline. */
    public void apply(Migration migration) {
        if (migration.direction() != Direction.UP) {
            return;
        }
        pass(migration);
        release.passed();
    }

    /** Plays the script that makes what was there before the first migration. */
    public void begin(Migration script) {
        pass(script);
    }

    private void pass(Migration migration) {
        finishTogether();
        Session session = session(migration, deployment.settings());
        for (Statement statement : migration.statements()) {
            if (new Doubt(schema).beforePast(statement)) {
                contradictions.add(migration.ordinal());
            }
            Schema before = schema.freeze();
            session.run(statement, statement.span(), Effects.NONE);
            if (dialect.hosts(statement, before)) {
                new InnerRun(session, statement.span(), Optional.empty(), 1).of(statement, Effects.NONE);
            }
        }
        session.transaction().finish();
    }

    /** Plays a migration under review: each statement becomes a step. */
    public List<Step> steps(Migration migration) {
        if (migration.direction() != Direction.UP) {
            return List.of();
        }
        release.begin(migration);
        return played(migration);
    }

    /** Plays a migration under review that went live in an earlier release and was changed since. */
    public List<Step> stepsAgain(Migration migration) {
        if (migration.direction() != Direction.UP) {
            return List.of();
        }
        release.beginAgain(migration);
        finishTogether();
        List<Step> steps = played(migration);
        finishTogether();
        return steps;
    }

    private List<Step> played(Migration migration) {
        if (!isInTransactionOfAll(migration)) {
            finishTogether();
        }
        Session session = session(migration, leftBehind);
        List<Step> steps = played(session);
        if (isInTransactionOfAll(migration)) {
            together = Optional.of(session.transaction());
        } else {
            leaveBehind(migration, session.transaction().finish());
        }
        release.end(migration);
        return steps;
    }

    private List<Step> played(Session session) {
        var maker = new StepMaker(session);
        var steps = new ArrayList<Step>();
        for (Statement statement : session.migration().statements()) {
            steps.add(step(statement, steps.size(), session, maker));
        }
        return steps;
    }

    private void finishTogether() {
        together.ifPresent(TransactionTracker::finish);
        together = Optional.empty();
    }

    /** Files that go live together are run in one call of their tool: the next may find what this one set. */
    private void leaveBehind(Migration migration, Map<String, String> settings) {
        if (mode == ReleaseMode.EACH || !migration.session().connections().shared()) {
            return;
        }
        leftBehind = new HashMap<>(settings);
        for (String restored : migration.session().connections().restored()) {
            leftBehind.remove(restored);
            Optional.ofNullable(deployment.settings().get(restored))
                    .ifPresent(value -> leftBehind.put(restored, value));
        }
    }

    private Session session(Migration migration, Map<String, String> earlier) {
        var start = new HashMap<>(earlier);
        start.putAll(migration.session().settings());
        var settings = new Settings(deployment.settings(), start);
        TransactionTracker transaction = together.orElseGet(
                () -> new TransactionTracker(migration, migration.statements().size(), schema, settings));
        return new Session(
                dialect,
                engine,
                migrations,
                migration,
                schema,
                chronicle,
                release,
                transaction,
                deployment,
                consistent);
    }

    /**
     * Plays a migration that goes back, on the schema as it is now, which it leaves as it is: what comes next builds on
     * what it would undo.
     *
     * @param migration the migration
     * @param undone the migration that it takes back, which was the last one to be played; none when nobody knows
     */
    public List<Step> stepsBack(Migration migration, Optional<Migration> undone) {
        SchemaBuilder fork = schema.fork();
        Timeline past = chronicle.untilNow();
        var transaction = new TransactionTracker(
                migration,
                migration.statements().size(),
                fork,
                new Settings(deployment.settings(), deployment.settings()));
        var session = new Session(
                dialect,
                engine,
                List.of(),
                migration,
                fork,
                new Chronicle(past),
                releaseBack(migration, undone, past),
                transaction,
                deployment,
                consistent);
        return played(session);
    }

    /** What the migration made that is taken back serves nobody any more. */
    private ReleaseLog releaseBack(Migration migration, Optional<Migration> undone, Timeline past) {
        if (undone.isEmpty()) {
            return ReleaseLog.back(
                    Set.of(migration.ordinal()), Set.of(), release.current().history());
        }
        Set<Integer> migrations = new HashSet<>(release.current().migrations());
        migrations.add(undone.get().ordinal());
        migrations.add(migration.ordinal());
        int first = migrations.stream().min(Integer::compare).orElseThrow();
        List<ObjectId> born = past.since(first).stream()
                .filter(event -> event.kind() == Timeline.Kind.CREATED
                        && migrations.contains(event.origin().migration()))
                .map(Timeline.Event::object)
                .toList();
        return ReleaseLog.back(migrations, born, release.current().history());
    }

    /** Whether the next migration of the release goes on in the transaction of this one. */
    private boolean isInTransactionOfAll(Migration migration) {
        return mode == ReleaseMode.TOGETHER && migration.transaction().mode() == TransactionMode.SHARED;
    }

    /** Routines and types may be what an extension brings, or a file that is missing: that puts no tables in doubt. */
    private static boolean wantsCode(Effects effects) {
        return effects.failure()
                .flatMap(Effect.Fails::subject)
                .map(Subject::kind)
                .filter(kind -> kind == ObjectKind.FUNCTION
                        || kind == ObjectKind.PROCEDURE
                        || kind == ObjectKind.ROUTINE
                        || kind == ObjectKind.TYPE)
                .isPresent();
    }

    private Step step(Statement statement, int index, Session session, StepMaker maker) {
        Effects effects = session.effectsOf(statement);
        StepMaker.Start start = maker.start();
        Migration migration = session.migration();
        if (migration.direction() == Direction.UP && !wantsCode(effects) && session.contradicts(statement, effects)) {
            contradictions.add(migration.ordinal());
        }
        session.run(statement, statement.span(), effects);
        List<Step> embedded = List.of();
        if (effects.failure().isEmpty() && dialect.hosts(statement, start.schema())) {
            var inner = new InnerSteps(maker, statement, index);
            // What a routine runs stands in another file: only a block and a prepared text show their statements.
            boolean shows = statement instanceof DoBlock || statement instanceof MysqlStatement.Execute;
            Optional<InnerSteps> shown = shows ? Optional.of(inner) : Optional.empty();
            effects = new InnerRun(session, statement.span(), shown, 1).of(statement, effects);
            embedded = inner.all();
            if (effects.failure().isPresent()) {
                new Doubt(session.schema()).afterBlock();
            }
        }
        return maker.step(statement, index, start, effects, Optional.empty(), embedded);
    }
}
