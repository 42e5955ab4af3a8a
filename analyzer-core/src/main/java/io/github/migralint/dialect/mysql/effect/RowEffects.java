package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.Delete;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.MysqlStatement.LoadData;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.Update;
import io.github.migralint.effect.Effect.TakesLock.Hold;
import io.github.migralint.effect.LockMode;
import io.github.migralint.schema.Relation;
import java.util.Optional;

/** Statements on rows: what they touch cannot be altered until their transaction ends. */
final class RowEffects {
    private final Scene scene;
    private final Acts acts;

    RowEffects(Scene scene, Acts acts) {
        this.scene = scene;
        this.acts = acts;
    }

    void insert(Insert statement) {
        write(statement.table());
        read(statement.query(), statement.table());
    }

    void update(Update statement) {
        write(statement.table());
        read(statement.query(), statement.table());
    }

    void delete(Delete statement) {
        write(statement.table());
        read(statement.query(), statement.table());
    }

    void load(LoadData statement) {
        write(statement.table());
    }

    void select(Select statement) {
        LockMode mode = statement.rowLock().isPresent() ? Modes.SHARED_WRITE : Modes.SHARED_READ;
        statement.query().relations().forEach(name -> touch(name, mode));
    }

    private void write(QualifiedName table) {
        acts.missingUnlessThere(scene, table);
        touch(table, Modes.SHARED_WRITE);
    }

    private void read(Query query, QualifiedName written) {
        query.relations().stream()
                .filter(name -> !name.toString().equals(written.toString()))
                .forEach(name -> touch(name, Modes.SHARED_READ));
    }

    private void touch(QualifiedName name, LockMode mode) {
        Optional<Relation> relation = scene.schema().relation(name).found();
        acts.lock(relation.map(scene::key).orElseGet(() -> scene.key(scene.table(name))), mode, Hold.TRANSACTION);
    }
}
