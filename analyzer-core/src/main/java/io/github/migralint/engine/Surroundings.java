package io.github.migralint.engine;

import io.github.migralint.framework.Clues;
import io.github.migralint.framework.EngineClue;
import io.github.migralint.framework.EngineNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What files that belong to no migration tool say about the server of a project. */
final class Surroundings {
    private static final Pattern SQITCH = Pattern.compile("(?m)^[ \\t]*engine[ \\t]*=[ \\t]*([a-z]+)");
    private static final Pattern SPRING =
            Pattern.compile("(?m)^[ \\t]*(?:spring\\.(?:datasource|r2dbc)\\.)?url[ \\t]*[=:][ \\t]*[\"']?(\\S+)");
    private static final Pattern IMAGE = Pattern.compile(
            "(?m)^[ \\t-]*image:[ \\t]*[\"']?(?:[^\\s\"':]*/)?([a-z-]+):(?:pg|latest-pg)?(\\d[\\d.]*)?[^\\s\"']*");
    private static final Map<String, String> IMAGES = Map.of(
            "postgres", "postgresql",
            "postgresql", "postgresql",
            "postgis", "postgresql",
            "pgvector", "postgresql",
            "mysql", "mysql",
            "mysql-server", "mysql",
            "percona", "mysql",
            "percona-server", "mysql",
            "mariadb", "mariadb");
    private static final List<String> COMPOSE_FILES =
            List.of("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml");
    private static final List<String> SPRING_FILES =
            List.of("application.properties", "application.yml", "application.yaml");

    private final Clues clues;
    private Optional<List<EngineClue>> images = Optional.empty();

    Surroundings(Clues clues) {
        this.clues = clues;
    }

    /** What is said of the engine, what is closest to migrations first; each item by itself may be ambiguous. */
    List<List<EngineClue>> clues() {
        var all = new ArrayList<List<EngineClue>>();
        all.add(EngineClue.named(clues, "sqitch.conf", SQITCH));
        SPRING_FILES.forEach(file -> all.add(EngineClue.addressed(clues, file, SPRING)));
        all.add(EngineClue.ofDatabaseUrl(clues));
        all.add(images());
        return all;
    }

    /** The version of an engine where images of one version only are used. */
    Optional<EngineClue> version(String engine) {
        List<EngineClue> own = images().stream()
                .filter(clue -> clue.engine().equals(engine) && clue.version().isPresent())
                .toList();
        return own.size() == 1 ? Optional.of(own.getFirst()) : Optional.empty();
    }

    /** The image of MariaDB that is used where MySQL is spoken of and no image of it is used. */
    Optional<EngineClue> relativeOf(String engine) {
        boolean itself = images().stream().anyMatch(clue -> clue.engine().equals(engine));
        return itself || !engine.equals("mysql")
                ? Optional.empty()
                : images().stream()
                        .filter(clue -> clue.engine().equals("mariadb"))
                        .findFirst();
    }

    private List<EngineClue> images() {
        if (images.isEmpty()) {
            images = Optional.of(COMPOSE_FILES.stream()
                    .map(file -> clues.findings(file, IMAGE).stream()
                            .flatMap(found -> image(found, file).stream())
                            .distinct()
                            .toList())
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .orElse(List.of()));
        }
        return images.get();
    }

    private static Optional<EngineClue> image(MatchResult found, String file) {
        return Optional.ofNullable(IMAGES.get(found.group(1)))
                .or(() -> EngineNames.engine(found.group(1)))
                .map(engine -> new EngineClue(
                        engine, Optional.ofNullable(found.group(2)), "the image " + tag(found) + " in " + file));
    }

    private static String tag(MatchResult found) {
        return found.group(1) + (found.group(2) == null ? "" : ":" + found.group(2));
    }
}
