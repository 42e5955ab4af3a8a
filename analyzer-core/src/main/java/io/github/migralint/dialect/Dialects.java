package io.github.migralint.dialect;

import io.github.migralint.dialect.mysql.Flavor;
import io.github.migralint.dialect.mysql.MysqlDialect;
import io.github.migralint.dialect.postgresql.PostgresqlDialect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All dialects; the only place outside their folders that names them. */
public final class Dialects {
    private Dialects() {}

    /** Every dialect, the default one first. */
    public static List<Dialect> all() {
        return List.of(new PostgresqlDialect(), new MysqlDialect(Flavor.MYSQL), new MysqlDialect(Flavor.MARIADB));
    }

    /** The dialect that is assumed when nothing tells another. */
    public static Dialect usual() {
        return all().getFirst();
    }

    /** That a version of a dialect is not known, which ones are, and of which engine it may be one. */
    public static String unknownVersion(String written, Dialect dialect) {
        String meant = all().stream()
                .filter(other -> other.version(written).isPresent())
                .map(other -> other.name() + "-" + written)
                .collect(Collectors.joining(" or "));
        return "unknown version " + written + " of " + dialect.label() + ": supported are " + dialect.supportedInWords()
                + (meant.isEmpty() ? "" : "; did you mean " + meant + "?");
    }

    /** The dialect of that name. */
    public static Optional<Dialect> named(String name) {
        return all().stream().filter(dialect -> dialect.name().equals(name)).findFirst();
    }
}
