package io.github.migralint.rules;

import io.github.migralint.Analyzer;
import io.github.migralint.Request;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Dialects;
import io.github.migralint.history.Deployment;
import io.github.migralint.report.Problem;
import io.github.migralint.report.Report;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a scenario through the whole line, as files of a Flyway folder. */
final class Bench {
    private final Report report;

    Bench(Path folder, Scenario scenario, List<Rule> rules) throws IOException {
        List<Path> files = write(folder, scenario);
        String[] engine = scenario.attribute("engine", "postgresql-18").split("-", 2);
        Dialect dialect = Dialects.named(engine[0]).orElseThrow();
        var request = Request.of(reviewed(folder, scenario, files), dialect)
                .version(dialect.version(engine[1]).orElseThrow(), "page")
                .deployment(new Deployment(scenario.tableSizes(), Map.of()))
                .build();
        report = new Analyzer(rules, rules.stream().map(Rule::info).toList()).check(request, Optional.empty());
    }

    List<Finding> findings() {
        return report.findings();
    }

    List<Problem> problems() {
        return report.problems();
    }

    private static List<Path> write(Path folder, Scenario scenario) throws IOException {
        var files = new ArrayList<Path>();
        for (Scenario.File file : scenario.files()) {
            Path path = folder.resolve(file.name());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.sql());
            if (!file.history() && scenario.attribute("transaction", "tool").equals("none")) {
                Files.writeString(folder.resolve(file.name() + ".conf"), "executeInTransaction=false\n");
            }
            files.add(path);
        }
        return files;
    }

    /** A folder is an audit in which each migration is a release; named files ship together. */
    private static List<Path> reviewed(Path folder, Scenario scenario, List<Path> files) {
        if (scenario.eachReleased()) {
            return List.of(folder);
        }
        if (!scenario.reviewsAll()) {
            return List.of(files.getLast());
        }
        var reviewed = new ArrayList<Path>();
        for (int i = 0; i < files.size(); i++) {
            if (!scenario.files().get(i).history()) {
                reviewed.add(files.get(i));
            }
        }
        return reviewed;
    }
}
