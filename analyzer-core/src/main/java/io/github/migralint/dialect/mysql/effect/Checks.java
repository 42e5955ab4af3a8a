package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.effect.Effect;
import io.github.migralint.source.Span;

/** CHECK before and since it is enforced. */
final class Checks {
    private Checks() {}

    /** Whether CHECK is read and forgotten. */
    static boolean areIgnored(Scene scene) {
        return scene.isMysql() && !scene.server().isMysqlFrom(8, 0, 16);
    }

    static Effect.IgnoresClause ignored(Span place) {
        return new Effect.IgnoresClause(
                "CHECK", "MySQL enforces it from 8.0.16 on; before it is read and forgotten", place);
    }
}
