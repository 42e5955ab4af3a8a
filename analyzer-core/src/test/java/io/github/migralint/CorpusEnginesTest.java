package io.github.migralint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.migralint.dialect.Dialects;
import io.github.migralint.fixtures.AgreementTable;
import io.github.migralint.fixtures.Json;
import io.github.migralint.framework.MigrationFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real projects are judged by the engines that they are written for, although nobody says which. */
class CorpusEnginesTest {
    /** MariaDB reads what is for MySQL, and the corpus tells them apart nowhere. */
    private static final Map<String, String> UNDERSTOOD =
            Map.of("postgresql", "postgresql", "mysql", "mysql", "mariadb", "mysql");

    /** Written for engines that are not understood, in words that any engine reads. */
    private static final Set<String> SPEAKING_OF_NONE = Set.of("dbup-samples", "sql-migrate-samples");

    private static final int FILES_OF_A_FOLDER = 3;

    private final Map<String, Map<String, String>> projects = new TreeMap<>();
    private Path corpus = Path.of("");

    @BeforeEach
    void readManifest() throws IOException {
        String given = System.getProperty("migralint.corpus", "");
        assumeTrue(!given.isEmpty() || System.getenv("CI") != null, "no -Dmigralint.corpus");
        corpus = Path.of(given);
        Map<String, Object> manifest = Json.object(Json.parse(Files.readString(corpus.resolve("manifest.json"))));
        for (Object entry : Json.array(requireNonNull(manifest.get("projects")))) {
            Map<String, Object> project = Json.object(entry);
            var engines = new TreeMap<String, String>();
            for (Object file : Json.array(requireNonNull(project.get("files")))) {
                List<Object> row = Json.array(file);
                engines.put(String.valueOf(row.get(0)), String.valueOf(row.get(1)));
            }
            projects.put(String.valueOf(project.get("name")), engines);
        }
    }

    @Test
    void projectsAreJudgedByTheirEngines() {
        var wrong = new ArrayList<String>();
        projects.forEach((name, files) -> {
            Set<String> written = understood(files.values());
            Set<String> found = found(search(corpus.resolve(name)));
            boolean undecided = files.values().stream().noneMatch(engine -> isSql(engine) && !engine.equals("generic"));
            if (!undecided && !SPEAKING_OF_NONE.contains(name) && !found.equals(written)) {
                wrong.add(name + ": written for " + written + ", judged by " + found);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void filesAreJudgedByTheirEngine() {
        var table = new AgreementTable("Engines found", "project");
        projects.forEach((name, files) -> search(corpus.resolve(name)).forEach(project -> {
            String engine = UNDERSTOOD.get(project.request().dialect().name());
            for (MigrationFile file : project.found().files()) {
                String path = corpus.resolve(name).relativize(file.file()).toString();
                String written = files.getOrDefault(path, "generic");
                if (isSql(written) && !written.equals("generic")) {
                    compare(table, name, "files", written.equals(engine), written + " by " + engine, name + "/" + path);
                }
            }
        }));
        table.publish("engines-of-files");
        assertThat(table.total("files").compared()).isGreaterThan(4000);
        assertThat(table.total("files").percent()).isGreaterThan(98);
    }

    @Test
    void foldersTellTheirEngineWithoutTheProjectAroundThem() {
        var table = new AgreementTable("Engines found, folder by folder", "engine");
        projects.forEach((name, files) -> byFolder(files).forEach((folder, engines) -> {
            String written = engines.getFirst();
            boolean one = engines.stream().distinct().count() == 1 && UNDERSTOOD.containsKey(written);
            if (one && engines.size() >= FILES_OF_A_FOLDER) {
                Set<String> found = found(search(corpus.resolve(name).resolve(folder)));
                boolean equal = found.equals(Set.of(written));
                compare(table, written, "folders", equal, written + " by " + found, name + "/" + folder);
            }
        }));
        table.publish("engines-of-folders");
        assertThat(table.total("folders").compared()).isGreaterThan(80);
        assertThat(table.total("folders").percent()).isGreaterThan(95);
    }

    private static void compare(
            AgreementTable table, String row, String column, boolean equal, String what, String where) {
        table.count(row, column, equal);
        if (!equal) {
            table.difference(what, where);
        }
    }

    private static Map<String, List<String>> byFolder(Map<String, String> files) {
        var folders = new TreeMap<String, List<String>>();
        files.forEach((path, engine) -> {
            int slash = path.lastIndexOf('/');
            if (slash > 0 && path.endsWith(".sql")) {
                folders.computeIfAbsent(path.substring(0, slash), folder -> new ArrayList<>())
                        .add(engine);
            }
        });
        return folders;
    }

    private static boolean isSql(String engine) {
        return !engine.equals("code") && !engine.equals("changelog");
    }

    private static Set<String> understood(Iterable<String> engines) {
        var all = new TreeSet<String>();
        engines.forEach(engine -> {
            if (UNDERSTOOD.containsKey(engine)) {
                all.add(UNDERSTOOD.get(engine));
            }
        });
        return all;
    }

    private static Set<String> found(List<Project> projects) {
        return projects.stream()
                .filter(project -> !project.found().files().isEmpty())
                .map(project -> UNDERSTOOD.get(project.request().dialect().name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Project> search(Path path) {
        return Division.of(Request.of(List.of(path), Dialects.usual())
                .search(EngineSearch.ENGINE)
                .build());
    }
}
