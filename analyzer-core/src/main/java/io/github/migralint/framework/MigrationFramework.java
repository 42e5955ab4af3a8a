package io.github.migralint.framework;

import io.github.migralint.source.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One migration tool. Stateless. What most tools have in common is done here: numbered files, each run as a whole. */
public interface MigrationFramework {
    /** Its name in options: {@code flyway}. */
    String name();

    /** Its name for people: {@code Flyway}. */
    String label();

    /** Why the files of a folder are its own; empty when nothing says so. */
    Optional<Recognition> recognise(Clues clues);

    /** The engines that its own configuration, or its own comments in the files, name. */
    default List<EngineClue> engines(Clues clues) {
        return List.of();
    }

    /** What it makes of a file, given its name and that of its innermost folder, which may be empty. */
    default Naming naming(String folder, String name) {
        return new Naming.Run();
    }

    /** The files that it would run on an engine, in order, and those that it should but does not. */
    default Selection select(FileTree tree, String dialect) {
        return NumberedFiles.select(tree, dialect, this);
    }

    /** The folder below which it finds all migrations, given one of them. */
    default Path home(Path file) {
        return NumberedFiles.home(file);
    }

    /** The files of the {@link #home} of a migration among which those before it are found. */
    default FileTree neighbours(Path file) {
        return NumberedFiles.neighbours(file);
    }

    /** The parts that its own comments cut a file into; empty when it has none of them. */
    default Optional<List<Section>> marked(SourceText text, String dialect) {
        return Optional.empty();
    }

    /** The parts of a file that it runs by themselves, in order. */
    default List<Section> sections(SourceText text, String dialect) {
        return marked(text, dialect).orElseGet(() -> List.of(Section.whole(text)));
    }

    /** In what transaction it runs a part of a file that holds these statements, given as text. */
    Transaction transaction(MigrationFile file, Section section, List<String> statements);

    /** Whether a file can ask it to leave the transaction away. */
    default boolean hasNoTransactionFlag() {
        return true;
    }

    /** That it does not run a file which its author wants to be run. */
    default Optional<Remark.UnreadFile> unread(MigrationFile file) {
        return file.naming(this) instanceof Naming.Mistaken mistaken
                ? Optional.of(
                        new Remark.UnreadFile(label(), "files with names like " + mistaken.wanted(), mistaken.better()))
                : Optional.empty();
    }

    /** The comments in a part of a file by which its author believes to have no transaction. */
    default List<Remark> unreadFlags(SourceText text, Section section, Transaction transaction, int statements) {
        boolean inOne = switch (transaction.mode()) {
            case WRAPPED, SHARED -> true;
            case IMPLICIT -> statements > 1 && !hasNoTransactionFlag();
            case NONE, UNKNOWN -> false;
        };
        return inOne
                ? TransactionFlags.in(text, section.span()).stream()
                        .<Remark>map(span -> new Remark.UnreadDirective(label(), span))
                        .toList()
                : List.of();
    }

    /** When a file runs that sets up the sessions of others. */
    default Opening opening(MigrationFile file) {
        return Opening.NEVER;
    }

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
