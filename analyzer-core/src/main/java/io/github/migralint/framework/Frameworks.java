package io.github.migralint.framework;

import io.github.migralint.framework.flyway.FlywayFramework;
import io.github.migralint.framework.plain.PlainFramework;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** All migration tools that are understood, and the way to find out which one is used. */
public final class Frameworks {
    /** The tools, in the order in which they are tried; the last one takes everything. */
    public static final List<MigrationFramework> ALL = List.of(new FlywayFramework(), new PlainFramework());

    private Frameworks() {}

    /** The tool with a name. */
    public static Optional<MigrationFramework> named(String name) {
        return ALL.stream().filter(framework -> framework.name().equals(name)).findFirst();
    }

    /**
     * The migrations of some files and folders, with those that ran before them. A folder is searched for migrations; a
     * file is taken as it is.
     *
     * @throws IllegalArgumentException when the options name an unknown tool
     */
    public static MigrationSet detect(List<Path> inputs, DiscoveryOptions options) {
        return new Discovery(options).run(inputs);
    }

    /** A path as people are told of it. */
    public static String display(Path path) {
        return path.toString().replace('\\', '/');
    }
}
