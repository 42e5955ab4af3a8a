package io.github.migralint.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.github.migralint.framework.Frameworks;
import io.github.migralint.framework.HistoryMode;
import io.github.migralint.rule.Place;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One {@code migralint.toml}: what it says, and the folder from which its paths count.
 *
 * @param file the file, absolute
 * @param shown the file as people are told of it
 * @param content what it says
 */
record ConfigurationFile(Path file, String shown, TomlTable content) {
    /**
     * Reads a file.
     *
     * @throws IOException when it cannot be read
     * @throws ConfigurationException when it is no TOML, or has unknown keys
     */
    static ConfigurationFile read(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        String shown = display(absolute);
        SourceText source = SourceText.of(shown, Files.readAllBytes(absolute));
        TomlTable content = TomlTable.whole(source, TomlPlaces.of(source), tree(source));
        content.requireKnownKeys();
        return new ConfigurationFile(absolute, shown, content);
    }

    /** A path as people are told of it: from where the command was started, if it is not far. */
    static String display(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return Frameworks.display(fromHere(absolute, folderOf(absolute)));
    }

    /** A path of the file, as one would name it from where the command was started. */
    Path path(String text) {
        try {
            return fromHere(resolved(text), base());
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("not a path: " + text, e);
        }
    }

    /** A path of the file, absolute. */
    Path resolved(String text) {
        return base().resolve(text).normalize();
    }

    PathPattern pattern(String glob) {
        return PathPattern.of(base(), glob);
    }

    HistoryMode history(String where) {
        return switch (where) {
            case "auto" -> new HistoryMode.Auto();
            case "none" -> new HistoryMode.None();
            default -> new HistoryMode.Folder(path(where));
        };
    }

    private Path base() {
        return folderOf(file);
    }

    private static Path folderOf(Path absolute) {
        return Optional.ofNullable(absolute.getParent()).orElse(absolute);
    }

    /** What lies below the current folder, or below a folder around it, is named from there. */
    private static Path fromHere(Path absolute, Path base) {
        Path here = Path.of("").toAbsolutePath();
        if (absolute.equals(here)) {
            return Path.of(".");
        }
        return absolute.startsWith(here) || here.startsWith(base) ? here.relativize(absolute) : absolute;
    }

    private static JsonNode tree(SourceText source) {
        try {
            return new TomlMapper().readTree(source.text());
        } catch (JsonProcessingException e) {
            String what =
                    "not TOML: " + e.getOriginalMessage().lines().findFirst().orElse("no TOML");
            Optional<Place> place = Optional.ofNullable(e.getLocation()).map(at -> place(source, at));
            throw place.map(at -> ConfigurationException.at(at, what))
                    .orElseGet(() -> ConfigurationException.of(source.path(), source.path() + ": " + what));
        }
    }

    private static Place place(SourceText source, JsonLocation location) {
        Span line = source.lineSpan(Math.clamp(location.getLineNr(), 1, source.lineCount()));
        int offset = Math.clamp(line.start() + location.getColumnNr() - 1L, line.start(), line.end());
        return new Place(source, new Span(offset, offset));
    }
}
