package io.github.migralint.framework.flyway;

import io.github.migralint.framework.Clues;
import io.github.migralint.framework.Connections;
import io.github.migralint.framework.Direction;
import io.github.migralint.framework.EngineClue;
import io.github.migralint.framework.EngineNames;
import io.github.migralint.framework.FileTree;
import io.github.migralint.framework.Frameworks;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationFramework;
import io.github.migralint.framework.Naming;
import io.github.migralint.framework.Opening;
import io.github.migralint.framework.Recognition;
import io.github.migralint.framework.Section;
import io.github.migralint.framework.Transaction;
import io.github.migralint.framework.flyway.FlywayName.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Flyway with its default names: versioned, then repeatable; undo scripts and callbacks are never replayed. */
public final class FlywayFramework implements MigrationFramework {
    private static final Pattern URL = Pattern.compile("(?m)^[ \\t]*(?:flyway\\.)?url[ \\t]*=[ \\t]*[\"']?(\\S+)");

    private record Named(FileTree.Entry entry, FlywayName name) {}

    @Override
    public String name() {
        return "flyway";
    }

    @Override
    public String label() {
        return "Flyway";
    }

    @Override
    public Optional<Recognition> recognise(Clues clues) {
        boolean some = clues.tree().entries().stream().anyMatch(FlywayFramework::isMigration);
        for (String configuration : List.of("flyway.toml", "flyway.conf")) {
            if (some && clues.has(configuration)) {
                return Optional.of(Recognition.configured(configuration));
            }
        }
        boolean most = clues.mostAre(entry -> isMigration(entry) || FlywayName.isMistaken(entry.name()));
        return some && most ? Optional.of(Recognition.named("V1__x.sql")) : Optional.empty();
    }

    @Override
    public List<EngineClue> engines(Clues clues) {
        List<EngineClue> found = EngineClue.addressed(clues, "flyway.toml", URL);
        return found.isEmpty() ? EngineClue.addressed(clues, "flyway.conf", URL) : found;
    }

    private static boolean isMigration(FileTree.Entry entry) {
        return FlywayName.of(entry.name())
                .filter(name -> name.kind() != Kind.CALLBACK)
                .isPresent();
    }

    @Override
    public Naming naming(String folder, String name) {
        if (FlywayName.of(name).isPresent()) {
            return new Naming.Run();
        }
        return FlywayName.isMistaken(name)
                ? new Naming.Mistaken("V1__x.sql, R__x.sql and U1__x.sql", FlywayName.repaired(name))
                : new Naming.Foreign();
    }

    @Override
    public Selection select(FileTree tree, String dialect) {
        List<FileTree.Entry> meant = tree.forDialect(dialect).entries();
        var notes = new ArrayList<String>();
        Map<List<String>, List<FileTree.Entry>> locations = FlywayLocations.of(meant.stream()
                .filter(entry -> !(naming("", entry.name()) instanceof Naming.Foreign))
                .toList());
        leaveOutTests(locations, notes);
        if (locations.size() > 1) {
            notes.add(locations.size() + " Flyway locations were found and are replayed one after the other");
        }
        List<MigrationFile> files = locations.values().stream()
                .flatMap(entries -> Stream.concat(order(entries).stream(), mistaken(entries)))
                .toList();
        return new Selection(files, notes);
    }

    private static Stream<MigrationFile> mistaken(List<FileTree.Entry> entries) {
        return entries.stream()
                .filter(entry -> FlywayName.isMistaken(entry.name()))
                .map(entry -> new MigrationFile(
                        entry.file(), Frameworks.display(entry.file()), "", "", Direction.NONE, false, true));
    }

    private static void leaveOutTests(Map<List<String>, List<FileTree.Entry>> locations, List<String> notes) {
        List<List<String>> tests =
                locations.keySet().stream().filter(FlywayFramework::isTest).toList();
        if (tests.size() < locations.size() && !tests.isEmpty()) {
            tests.forEach(locations::remove);
            notes.add("migrations below src/test were left out");
        }
    }

    private static boolean isTest(List<String> folder) {
        for (int i = 1; i < folder.size(); i++) {
            if (folder.get(i - 1).equals("src") && folder.get(i).equals("test")) {
                return true;
            }
        }
        return false;
    }

    private static List<MigrationFile> order(List<FileTree.Entry> entries) {
        List<Named> named = entries.stream()
                .flatMap(entry -> FlywayName.of(entry.name()).map(name -> new Named(entry, name)).stream())
                .sorted(Comparator.comparingInt((Named file) -> rank(file.name()))
                        .thenComparing(file -> file.name().version(), FlywayName.VERSIONS)
                        .thenComparing(file -> file.name().kind())
                        .thenComparing(file -> file.name().description()))
                .toList();
        boolean fromBaseline = named.stream().noneMatch(file -> isBeforeBaseline(file, newestBaseline(named)));
        return named.stream().map(file -> file(file, fromBaseline)).toList();
    }

    private static int rank(FlywayName name) {
        return switch (name.kind()) {
            case VERSIONED, UNDO, BASELINE -> 1;
            case REPEATABLE -> 2;
            case CALLBACK -> name.opening() == Opening.NEVER ? 3 : 0;
        };
    }

    @Override
    public Opening opening(MigrationFile file) {
        return FlywayName.of(String.valueOf(file.file().getFileName()))
                .map(FlywayName::opening)
                .orElse(Opening.NEVER);
    }

    private static List<String> newestBaseline(List<Named> files) {
        return files.stream()
                .filter(file -> file.name().kind() == Kind.BASELINE)
                .map(file -> file.name().version())
                .max(FlywayName.VERSIONS)
                .orElse(List.of());
    }

    private static boolean isBeforeBaseline(Named file, List<String> baseline) {
        return file.name().kind() == Kind.VERSIONED
                && FlywayName.VERSIONS.compare(file.name().version(), baseline) <= 0;
    }

    /** A baseline stands for the versions up to its own; where those are still there, they are replayed instead. */
    private static MigrationFile file(Named named, boolean fromBaseline) {
        FlywayName name = named.name();
        Direction direction = switch (name.kind()) {
            case VERSIONED, REPEATABLE -> Direction.UP;
            case UNDO -> Direction.DOWN;
            case BASELINE -> fromBaseline ? Direction.UP : Direction.NONE;
            case CALLBACK -> Direction.NONE;
        };
        Path file = named.entry().file();
        return new MigrationFile(
                file,
                Frameworks.display(file),
                name.versionText(),
                name.description(),
                direction,
                name.kind() == Kind.REPEATABLE,
                true);
    }

    @Override
    public Path home(Path file) {
        Path folder = FileTree.folderOf(file);
        List<String> names = names(folder);
        int above = names.size() - FlywayLocations.root(names).size();
        if (above > 0) {
            return Path.of(folder.toString(), "../".repeat(above)).normalize();
        }
        boolean engineFolder =
                EngineNames.ofFolder(names.isEmpty() ? "" : names.getLast()).isPresent();
        Path parent = FileTree.folderOf(folder);
        return !engineFolder && holdsMigrations(parent) ? parent : folder;
    }

    /** Everything below {@code db/migration}; elsewhere not more than the folder and the one above it. */
    @Override
    public FileTree neighbours(Path file) {
        Path home = home(file);
        if (FlywayLocations.isLocation(names(home))) {
            return FileTree.below(home);
        }
        return FileTree.toDepth(home, home.equals(FileTree.folderOf(file)) ? 1 : 2);
    }

    private static List<String> names(Path folder) {
        var names = new ArrayList<String>();
        folder.forEach(name -> names.add(name.toString()));
        return names;
    }

    private static boolean holdsMigrations(Path folder) {
        return FileTree.in(folder).entries().stream()
                .anyMatch(entry -> FlywayName.of(entry.name()).isPresent());
    }

    @Override
    public Transaction transaction(MigrationFile file, Section section, List<String> statements) {
        return FlywayTransactions.of(file.file(), statements);
    }

    /** Before each file Flyway puts back the role and the search path, and nothing else. */
    @Override
    public Connections connections() {
        return Connections.oneForAll("role", "search_path");
    }
}
