package io.github.migralint.engine;

import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Dialects;
import io.github.migralint.dialect.Version;
import io.github.migralint.framework.Clues;
import io.github.migralint.framework.EngineClue;
import io.github.migralint.framework.EngineNames;
import io.github.migralint.framework.Markings;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds out the server of a project: by the configuration of its migration tool, by the folder it is in, by its SQL, by
 * what lies around it. The first of these that gives one answer is believed.
 */
public final class EngineFinder {
    /** The end of a source that tells no version. */
    public static final String NEWEST = "newest version";

    private static final int SAMPLES = 12;

    private final Path input;
    private final Clues clues;
    private final Surroundings surroundings;
    private final Function<MigrationFile, String> beginning;

    /**
     * For one project.
     *
     * @param input a file or folder of it
     * @param beginning reads the beginning of a migration
     */
    public EngineFinder(Path input, Function<MigrationFile, String> beginning) {
        this.input = input;
        this.clues = Clues.around(input);
        this.surroundings = new Surroundings(clues);
        this.beginning = beginning;
    }

    /** The servers that its migrations are meant for, one or several; {@code otherwise} when nothing tells. */
    public List<EngineAnswer> find(MigrationSet project, Dialect otherwise) {
        List<EngineClue> tool = project.framework().engines(clues);
        List<EngineAnswer> answers = answers(tool);
        if (answers.isEmpty()) {
            answers = answers(Markings.ofPlace(input).stream().toList());
        }
        if (answers.isEmpty()) {
            answers = answers(inSql(project.files()).stream().toList());
        }
        if (answers.isEmpty()) {
            answers = around();
        }
        return answers.isEmpty() ? List.of(assumed(otherwise)) : answers;
    }

    /** The engine that some migrations surely are meant for, where it is not understood. */
    public Optional<EngineAnswer.Foreign> foreignIn(List<MigrationFile> files) {
        return inSql(files)
                .filter(clue -> Dialects.named(clue.engine()).isEmpty())
                .map(clue -> new EngineAnswer.Foreign(EngineNames.label(clue.engine()), clue.place()));
    }

    /** An engine that somebody said, in the version that is found. */
    public EngineAnswer.Known versionOf(Dialect dialect, String source) {
        return versioned(dialect, new EngineClue(dialect.name(), source));
    }

    /** An engine that was found already, in the version that is found. */
    public EngineAnswer.Known answer(Dialect dialect, String source) {
        return known(dialect, new EngineClue(dialect.name(), source));
    }

    /** Each engine that is understood; those that are not count when no other is named. */
    private List<EngineAnswer> answers(List<EngineClue> found) {
        List<EngineAnswer> known = found.stream()
                .flatMap(clue -> Dialects.named(clue.engine()).map(dialect -> known(dialect, clue)).stream())
                .<EngineAnswer>map(answer -> answer)
                .toList();
        if (!known.isEmpty()) {
            return known;
        }
        return found.stream()
                .<EngineAnswer>map(clue -> new EngineAnswer.Foreign(EngineNames.label(clue.engine()), clue.place()))
                .limit(1)
                .toList();
    }

    /** What is not about migrations may be about another database: it counts when it names one only that is understood. */
    private List<EngineAnswer> around() {
        for (List<EngineClue> found : surroundings.clues()) {
            List<EngineClue> understood = found.stream()
                    .filter(clue -> Dialects.named(clue.engine()).isPresent())
                    .toList();
            if (understood.stream().map(EngineClue::engine).distinct().count() == 1) {
                return answers(understood.subList(0, 1));
            }
        }
        return List.of();
    }

    private EngineAnswer.Known assumed(Dialect dialect) {
        Optional<EngineClue> image = surroundings.version(dialect.name());
        return image.isPresent()
                ? known(dialect, image.get())
                : new EngineAnswer.Known(
                        dialect,
                        dialect.defaultVersion(),
                        dialect.defaultVersion().toString(),
                        "default");
    }

    /** What is said of MySQL is meant for MariaDB where only that is run. */
    private EngineAnswer.Known known(Dialect dialect, EngineClue clue) {
        return surroundings
                .relativeOf(dialect.name())
                .flatMap(image -> Dialects.named(image.engine())
                        .map(relative -> versioned(
                                relative,
                                new EngineClue(relative.name(), image.version(), clue.place() + ", " + image.place()))))
                .orElseGet(() -> versioned(dialect, clue));
    }

    private EngineAnswer.Known versioned(Dialect dialect, EngineClue clue) {
        Optional<EngineClue> told =
                clue.version().isPresent() ? Optional.of(clue) : surroundings.version(dialect.name());
        Optional<Version> version = told.flatMap(EngineClue::version).flatMap(dialect::version);
        if (version.isEmpty()) {
            Version newest = dialect.defaultVersion();
            return new EngineAnswer.Known(dialect, newest, newest.toString(), clue.place() + ", " + NEWEST);
        }
        String place = told.get().place();
        String source = place.equals(clue.place()) ? place : clue.place() + ", " + place;
        return new EngineAnswer.Known(
                dialect, version.get(), told.get().version().orElseThrow(), source);
    }

    private Optional<EngineClue> inSql(List<MigrationFile> files) {
        var count = new SignCount();
        for (MigrationFile file : samples(files)) {
            count.add(String.valueOf(file.file().getFileName()), SignScanner.signsIn(beginning.apply(file)));
            if (count.isEnough()) {
                break;
            }
        }
        return count.verdict();
    }

    /** Some of the files under review, then some of those before them, each from the beginning to the end. */
    private static Set<MigrationFile> samples(List<MigrationFile> files) {
        var samples = new LinkedHashSet<MigrationFile>();
        for (boolean reviewed : List.of(true, false)) {
            List<MigrationFile> some = new ArrayList<>(files);
            some.removeIf(file -> file.underReview() != reviewed);
            for (int i = 0; i < SAMPLES && !some.isEmpty(); i++) {
                samples.add(some.get((int) ((long) i * (some.size() - 1) / (SAMPLES - 1))));
            }
        }
        return samples;
    }
}
