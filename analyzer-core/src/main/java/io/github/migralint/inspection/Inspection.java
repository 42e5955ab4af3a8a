package io.github.migralint.inspection;

import io.github.migralint.dialect.Engine;
import io.github.migralint.report.Problem;
import io.github.migralint.schema.Schema;
import java.util.List;
import java.util.Set;

/**
 * What is believed of the migrations of one call.
 *
 * @param engine the server they are meant for
 * @param engineSource where that came from
 * @param files in the order in which they were replayed
 * @param schema the schema after all of them
 * @param uncertainNames names of objects that something not understood may have changed
 * @param problems what could not be read
 */
public record Inspection(
        Engine engine,
        String engineSource,
        List<InspectedFile> files,
        Schema schema,
        Set<String> uncertainNames,
        List<Problem> problems) {
    public Inspection {
        files = List.copyOf(files);
        uncertainNames = Set.copyOf(uncertainNames);
        problems = List.copyOf(problems);
    }
}
