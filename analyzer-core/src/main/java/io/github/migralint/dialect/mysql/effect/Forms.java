package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.dialect.Version;
import io.github.migralint.dialect.mysql.Server;

/** What servers say of forms that they do not know. */
final class Forms {
    private Forms() {}

    /** The version as people write it: of a line without a patch, the line. */
    static String version(Server server) {
        return server.saysPatch()
                ? server.version().toString()
                : new Version(server.version().major(), server.version().minor()) + minorZero(server);
    }

    private static String minorZero(Server server) {
        return server.version().minor() == 0 ? ".0" : "";
    }

    /** From which version on a flavor knows a form, as the end of a sentence. */
    static String since(Server server, Form form) {
        return Facts.forms(server).rows(form.name()).stream()
                .findFirst()
                .map(fact -> ", which comes with "
                        + (fact.since().minor() == 0 && fact.since().patch() == 0
                                ? fact.since() + ".0"
                                : fact.since().toString()))
                .orElse("");
    }
}
