package io.github.migralint.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A setting of a run.
 *
 * @param name its key in a configuration, or the name of its option without the dashes
 * @param value what holds, none when nothing does
 * @param origin where that came from
 */
record Setting(String name, Optional<JsonNode> value, Origin origin) {
    /** Kinds of places that settings come from, the strongest first. */
    enum Source {
        OPTION,
        VARIABLE,
        FILE,
        FOUND,
        DEFAULT
    }

    /**
     * Where a setting came from.
     *
     * @param source the kind of place
     * @param place the option, the variable, the file with the line, or in a few words how it is found out
     */
    record Origin(Source source, String place) {
        static final Origin DEFAULT = new Origin(Source.DEFAULT, "default");
    }

    /** The value for people. */
    String text() {
        return value.map(Setting::text).orElse("-");
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(Setting::text)
                        .collect(Collectors.joining(", "))
                : value.asText();
    }
}
