package io.github.migralint.rules;

import io.github.migralint.Analyzer;
import io.github.migralint.Request;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Dialects;
import io.github.migralint.fixtures.LabelledCase;
import io.github.migralint.fixtures.LabelledSet;
import io.github.migralint.history.ReleaseMode;
import io.github.migralint.report.Report;
import io.github.migralint.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs a labelled case through the whole line, as its files would lie in a repository. */
final class LabelledBench {
    private static final String BASE = "V1__base.sql";

    private final Path folder;
    private final LabelledCase labelled;

    LabelledBench(Path folder, LabelledCase labelled) {
        this.folder = folder;
        this.labelled = labelled;
    }

    Report report() throws IOException {
        Path project = folder.resolve("project");
        if (labelled.attributes().containsKey("on")) {
            write(project.resolve(BASE), LabelledSet.schema(labelled.attribute("on", "")));
        }
        for (LabelledCase.File file : labelled.files()) {
            write(project.resolve(file.name()), file.text());
        }
        List<Rule> rules = Rules.all();
        return new Analyzer(rules, rules.stream().map(Rule::info).toList()).check(request(project), Optional.empty());
    }

    private Request request(Path project) throws IOException {
        List<Path> reviewed = labelled.files().stream()
                .filter(LabelledCase.File::reviewed)
                .map(file -> project.resolve(file.name()))
                .toList();
        String[] engine = labelled.attribute("engine", "postgresql-16").split("-", 2);
        Dialect dialect = Dialects.named(engine[0]).orElseThrow();
        boolean each = labelled.attribute("release", "together").equals("each");
        return Request.of(reviewed, dialect)
                .version(dialect.version(engine[1]).orElseThrow(), "label")
                .framework(Optional.ofNullable(labelled.attributes().get("framework")))
                .startingSchema(startingSchema())
                .release(Optional.of(each ? ReleaseMode.EACH : ReleaseMode.TOGETHER))
                .build();
    }

    private Optional<Path> startingSchema() throws IOException {
        if (!labelled.attributes().containsKey("schema")) {
            return Optional.empty();
        }
        Path script = folder.resolve("schema.sql");
        write(script, LabelledSet.schema(labelled.attribute("schema", "")));
        return Optional.of(script);
    }

    private static void write(Path path, String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
