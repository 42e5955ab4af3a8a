package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.dialect.FactTable;
import io.github.migralint.dialect.mysql.Flavor;
import io.github.migralint.dialect.mysql.Server;
import java.util.Optional;

/** The table of facts, read when first asked for. */
final class Facts {
    private Facts() {}

    private static final class Mysql {
        static final FactTable<Cost> COSTS = costs(Flavor.MYSQL);
        static final FactTable<String> FORMS = forms(Flavor.MYSQL);
    }

    private static final class Mariadb {
        static final FactTable<Cost> COSTS = costs(Flavor.MARIADB);
        static final FactTable<String> FORMS = forms(Flavor.MARIADB);
    }

    private static FactTable<Cost> costs(Flavor flavor) {
        return FactTable.read(
                Facts.class,
                "effects.tsv",
                row -> row.cell("flavor").equals(flavor.dialect()) ? Optional.of(Cost.of(row)) : Optional.empty());
    }

    private static FactTable<String> forms(Flavor flavor) {
        return FactTable.read(
                Facts.class,
                "forms.tsv",
                row -> row.cell("flavor").equals(flavor.dialect())
                        ? Optional.of(row.cell("evidence"))
                        : Optional.empty());
    }

    /** What operations cost. */
    static FactTable<Cost> costs(Server server) {
        return server.isMysql() ? Mysql.COSTS : Mariadb.COSTS;
    }

    /** Which forms of statements a server knows. */
    static FactTable<String> forms(Server server) {
        return server.isMysql() ? Mysql.FORMS : Mariadb.FORMS;
    }

    /** Whether a server knows a form. */
    static boolean knows(Server server, Form form) {
        return forms(server).find(form.name(), server.version()).isPresent();
    }

    /** What an operation costs on a server; none where it does not know it. */
    static Optional<Cost> cost(Operation operation, Server server) {
        return costs(server).find(operation.name(), server.version()).map(FactTable.Fact::cost);
    }
}
