package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.dialect.mysql.Collation;
import io.github.migralint.schema.Table;
import java.util.Optional;

/** Character sets, as far as they decide what a change of text costs. */
final class Charsets {
    static final String UTF8MB4 = "utf8mb4";
    static final String UTF8MB3 = "utf8mb3";

    private Charsets() {}

    /** The collation that new columns of a table get. */
    static Collation of(Scene scene, Table table) {
        Collation server = Collation.ofServer(scene.server());
        return Optional.ofNullable(table.options().get("collate"))
                .or(() -> scene.schema().collationOf(table.name().schema()))
                .map(name -> Collation.named(name, server))
                .orElse(server);
    }

    /**
     * Whether it is only taken for granted which character set a table has: nobody named one, and most databases were told
     * to use another one than these servers come with.
     */
    static boolean isGuessed(Scene scene, Table table) {
        Collation server = Collation.ofServer(scene.server());
        return scene.schema().collationOf(table.name().schema()).isEmpty()
                && !server.charset().equals(UTF8MB4)
                && of(scene, table).equals(server);
    }
}
