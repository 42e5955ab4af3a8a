package io.github.migralint.sarif;

import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the model of the SARIF library, and mends it: the model leaves out members that hold their default, but a reader
 * takes a missing level for that of the rule, and a missing list of results for a run that did not happen.
 */
final class SarifMapper {
    private SarifMapper() {}

    /** Read by the JSON library alone, like the next three. */
    @SuppressWarnings("UnusedVariable")
    private abstract static class AlwaysResults {
        @JsonProperty("results")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable
        List<Result> results;
    }

    @SuppressWarnings("UnusedVariable")
    private abstract static class AlwaysResultLevel {
        @JsonProperty("level")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        Result.@Nullable Level level;
    }

    @SuppressWarnings("UnusedVariable")
    private abstract static class AlwaysUsualLevel {
        @JsonProperty("level")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        ReportingConfiguration.@Nullable Level level;
    }

    @SuppressWarnings("UnusedVariable")
    private abstract static class AlwaysNotificationLevel {
        @JsonProperty("level")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        Notification.@Nullable Level level;
    }

    static ObjectWriter writer() {
        var newLines = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(newLines)
                .withArrayIndenter(newLines);
        return JsonMapper.builder()
                .addMixIn(Run.class, AlwaysResults.class)
                .addMixIn(Result.class, AlwaysResultLevel.class)
                .addMixIn(ReportingConfiguration.class, AlwaysUsualLevel.class)
                .addMixIn(Notification.class, AlwaysNotificationLevel.class)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .build()
                .writer(printer);
    }
}
