package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.mysql.Server;
import io.github.migralint.effect.Effects;
import io.github.migralint.effect.ExecutionContext;
import io.github.migralint.schema.Schema;

/** What a statement does in a version of MySQL or MariaDB. */
public final class MysqlEffects {
    private MysqlEffects() {}

    /** All that it does, given the schema before it. */
    public static Effects effectsOf(Statement statement, Schema before, Server server, ExecutionContext context) {
        var acts = new Acts();
        new StatementEffects(Scene.of(before, server, context), acts).add(statement);
        return acts.effects();
    }
}
