package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.MysqlStatement.LockTables;
import io.github.migralint.ast.MysqlStatement.MaintainTables;
import io.github.migralint.ast.MysqlStatement.TableLock;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effect.TakesLock.Hold;
import io.github.migralint.effect.OnlineWay;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.schema.Table;
import java.util.List;

/** OPTIMIZE, ANALYZE, CHECK, REPAIR and LOCK TABLES. */
final class MaintenanceEffects {
    private final Scene scene;
    private final Acts acts;

    MaintenanceEffects(Scene scene, Acts acts) {
        this.scene = scene;
        this.acts = acts;
    }

    void maintain(MaintainTables statement) {
        acts.commit();
        for (QualifiedName name : statement.tables()) {
            acts.at(name.span());
            switch (statement.action()) {
                case "OPTIMIZE" -> optimize(name);
                case "CHECK" ->
                    acts.add(new Effect.ScansTable(scene.key(scene.table(name)), "CHECK TABLE reads every row"));
                case "REPAIR" -> repair(name);
                default -> acts.lock(scene.key(scene.table(name)), Modes.SHARED_READ, Hold.STATEMENT);
            }
        }
    }

    /** InnoDB builds the table anew, as FORCE does. */
    private void optimize(QualifiedName name) {
        Table table = scene.table(name);
        RelationKey key = scene.key(table);
        boolean fulltext = scene.indexes(table).stream().anyMatch(Scene::isFulltext);
        var storage = new Storage(Storage.isInnodb(table), true, fulltext, false);
        OnlineWay way = new Combination(scene, storage)
                .best(List.of(Clause.of(Operation.REBUILD_TABLE, "OPTIMIZE TABLE", name.span())));
        acts.lockForMoment(key);
        acts.lock(key, Modes.working(way.lock()), Hold.STATEMENT);
        // ALGORITHM and LOCK cannot be said of it
        OnlineWay fixed = new OnlineWay(way.algorithm(), way.lock(), way.rebuilds(), false);
        acts.add(new Effect.ChangesTable(key, fixed, "OPTIMIZE TABLE", name.span()));
        acts.add(new Effect.RewritesTable(key, false, "OPTIMIZE TABLE builds the table anew", name.span()));
    }

    private void repair(QualifiedName name) {
        acts.lock(scene.key(scene.table(name)), Modes.EXCLUSIVE, Hold.STATEMENT);
    }

    /** Held until UNLOCK TABLES, which is later than the end of this statement. */
    void lock(LockTables statement) {
        acts.commit();
        for (TableLock lock : statement.locks()) {
            acts.at(lock.span());
            acts.missingUnlessThere(scene, lock.table());
            acts.lock(
                    scene.key(scene.table(lock.table())),
                    lock.write() ? Modes.SHARED_NO_READ_WRITE : Modes.SHARED_READ_ONLY,
                    Hold.TRANSACTION);
        }
    }
}
