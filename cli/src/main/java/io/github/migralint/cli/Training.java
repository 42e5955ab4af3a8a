package io.github.migralint.cli;

import io.github.migralint.rule.Rule;
import io.github.migralint.rules.Rules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every command in every format, once, in one process: what it loads is what the build keeps in the archive of classes,
 * so that a run of one command finds it ready.
 */
final class Training {
    /** A little of everything that is read in another way. */
    private static final String CONFIGURATION = """
            fail-on = "never"
            exclude = ["seed/**"]
            [rules]
            ignore = ["naming"]
            [tables]
            rows = { orders = 1_000_000 }
            [[ignore]]
            file = "*.sql"
            rule = "blocking-index-creation"
            reason = "an exercise"
            expires = 9999-12-31
            """;

    private static final Pattern EXAMPLE =
            Pattern.compile("(?ms)^```sql engine=(?<dialect>[a-z]+)[^\\n]*\\n(?<sql>.*?)^```$");

    private final Path migrations;
    private final byte[] input;

    private Training(Path migrations, byte[] input) {
        this.migrations = migrations;
        this.input = input;
    }

    /**
     * Takes a folder with a folder of migrations for each dialect to train on; fails when a command is not understood or
     * breaks.
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        training(folder.resolve("mysql")).read();
        Training postgresql = training(folder.resolve("postgresql"));
        postgresql.read();
        postgresql.run();
        readExamples();
    }

    private static Training training(Path migrations) throws IOException {
        return new Training(migrations, Files.readAllBytes(last(migrations)));
    }

    /** The first example of each rule for each dialect: nearly every statement that a rule has something to say about. */
    private static void readExamples() {
        for (Rule rule : Rules.all()) {
            var sql = new LinkedHashMap<String, String>();
            Matcher examples = EXAMPLE.matcher(Rules.page(rule.info().id()).orElseThrow());
            while (examples.find()) {
                sql.putIfAbsent(examples.group("dialect"), examples.group("sql"));
            }
            sql.forEach((dialect, example) -> {
                var training = new Training(Path.of("-"), example.getBytes(StandardCharsets.UTF_8));
                training.expect(ExitCode.CLEAN, false, "check", "--fail-on", "never", "--dialect", dialect, "-");
            });
        }
    }

    /** What is done for every dialect. */
    private void read() throws IOException {
        String folder = migrations.toString();
        String file = last(migrations).toString();
        for (String format : List.of("full", "concise", "json", "sarif", "github", "markdown")) {
            expect(ExitCode.FINDINGS, false, "check", "--format", format, folder);
            expect(ExitCode.FINDINGS, false, "check", "--format", format, file);
        }
        expect(ExitCode.FINDINGS, false, "check", "--history", "none", file);
        expect(ExitCode.CLEAN, false, "inspect", folder);
    }

    private void run() throws IOException {
        String folder = migrations.toString();
        String file = last(migrations).toString();
        expect(ExitCode.FINDINGS, true, "check", "--color", "always", "--verbose", folder);
        expect(ExitCode.FINDINGS, true, "check", "--no-unicode", "--db-version", "14", "--fail-on", "low", folder);
        expect(ExitCode.FINDINGS, false, "check", "-");
        expect(ExitCode.FINDINGS, false, "check", "--stdin-filename", file, "-");
        expect(ExitCode.CLEAN, false, "check", "--fail-on", "never", "--quiet", folder);
        Path configuration = Files.writeString(Files.createTempFile("migralint", ".toml"), CONFIGURATION);
        expect(ExitCode.CLEAN, false, "check", "--show-suppressed", "--config", configuration.toString(), folder);
        Files.delete(configuration);
        expect(ExitCode.CLEAN, Map.of("MIGRALINT_FAIL_ON", "never"), false, "check", folder);
        expect(ExitCode.CLEAN, false, "check", "--show-settings", folder);
        expect(ExitCode.CLEAN, false, "check", "--show-files", folder);
        expect(ExitCode.CLEAN, false, "init", "--stdout", folder);
        expect(ExitCode.CLEAN, false, "inspect", "--format", "json", folder);
        expect(ExitCode.CLEAN, false, "rules");
        expect(ExitCode.CLEAN, false, "rules", "--format", "json");
        for (Rule rule : Rules.all()) {
            expect(ExitCode.CLEAN, true, "explain", rule.info().id());
        }
        for (String command : List.of("check", "explain", "rules", "inspect", "init")) {
            expect(ExitCode.CLEAN, false, command, "--help");
        }
        expect(ExitCode.CLEAN, false, "--help");
        expect(ExitCode.CLEAN, Surroundings.ofProcess().environment(), false, "--version");
        expect(ExitCode.USAGE, false, "chekc");
        expect(ExitCode.USAGE, false, "check", "--fromat", "json");
        expect(ExitCode.USAGE, false, "check", "missing.sql");
    }

    private void expect(int exitCode, boolean interactive, String... arguments) {
        expect(exitCode, Map.of(), interactive, arguments);
    }

    private void expect(int exitCode, Map<String, String> environment, boolean interactive, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var surroundings = new Surroundings(new ByteArrayInputStream(input), out, err, environment, interactive);
        int actual = new Main(surroundings).run(List.of(arguments));
        if (actual != exitCode) {
            throw new IllegalStateException(String.join(" ", arguments) + " ended with " + actual + ", not with "
                    + exitCode + ": " + err.toString(StandardCharsets.UTF_8));
        }
    }

    private static Path last(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().reduce((first, second) -> second).orElseThrow();
        }
    }
}
