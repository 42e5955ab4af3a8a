package io.github.migralint.framework;

import io.github.migralint.source.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One migration tool. Stateless. */
public interface MigrationFramework {
    /** Its name in options: {@code flyway}. */
    String name();

    /** Its name for people: {@code Flyway}. */
    String label();

    /** Why the files of a folder are its own, as a clause for people; empty when nothing says so. */
    Optional<String> recognise(FileTree tree);

    /** The files that it would run on an engine, in order. */
    Selection select(FileTree tree, String dialect);

    /** The folder below which it finds all migrations, given one of them. */
    Path home(Path file);

    /** The files of the {@link #home} of a migration among which those before it are found. */
    FileTree neighbours(Path file);

    /** The parts of a file that it runs by themselves, in order. */
    List<Section> sections(SourceText text, String dialect);

    /** In what transaction it runs a part of a file that holds these statements, given as text. */
    Transaction transaction(MigrationFile file, Section section, List<String> statements);

    /** Over what connections it runs its files. */
    default Connections connections() {
        return Connections.UNSHARED;
    }

    /**
     * Files in order.
     *
     * @param files in the order in which they run
     * @param notes what people should know about those left out, sentences without a period
     */
    record Selection(List<MigrationFile> files, List<String> notes) {
        public Selection {
            files = List.copyOf(files);
            notes = List.copyOf(notes);
        }
    }
}
