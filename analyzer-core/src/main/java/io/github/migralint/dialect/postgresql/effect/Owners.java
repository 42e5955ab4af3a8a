package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.Identifier;
import java.util.Locale;
import java.util.Set;

/** Who owns things: migrations run as the owner of what they make. */
final class Owners {
    private static final Set<String> SELF = Set.of("current_user", "session_user", "current_role", "postgres");

    private Owners() {}

    /** Whether the owner surely stays who he is, as far as the migrations made the object. */
    static boolean keeps(Identifier owner) {
        return SELF.contains(owner.value().toLowerCase(Locale.ROOT));
    }
}
