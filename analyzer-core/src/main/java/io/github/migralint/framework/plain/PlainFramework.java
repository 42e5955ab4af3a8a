package io.github.migralint.framework.plain;

import io.github.migralint.framework.FileTree;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationFramework;
import io.github.migralint.framework.Section;
import io.github.migralint.framework.SectionMarkers;
import io.github.migralint.framework.Transaction;
import io.github.migralint.framework.TransactionMode;
import io.github.migralint.source.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** SQL files in natural order of their names, up and down told apart by the usual names and markers. */
public final class PlainFramework implements MigrationFramework {
    @Override
    public String name() {
        return "plain";
    }

    @Override
    public String label() {
        return "plain SQL files";
    }

    @Override
    public Optional<String> recognise(FileTree tree) {
        return Optional.of("no migration tool was recognised, files run in natural order of their names");
    }

    @Override
    public Selection select(FileTree tree, String dialect) {
        return PlainSelection.of(tree, dialect);
    }

    @Override
    public Path home(Path file) {
        Path folder = FileTree.folderOf(file);
        return FileName.isPartOfVersionFolder(file) ? FileTree.folderOf(folder) : folder;
    }

    /** The files of the folder, or of the folders beside it where each migration has one of its own. */
    @Override
    public FileTree neighbours(Path file) {
        if (!FileName.isPartOfVersionFolder(file)) {
            return FileTree.in(home(file));
        }
        FileTree tree = FileTree.toDepth(home(file), 2);
        return tree.withOnly(
                tree.entries().stream().filter(FileName::isInVersionFolder).toList());
    }

    @Override
    public List<Section> sections(SourceText text, String dialect) {
        return SectionMarkers.sections(text, dialect);
    }

    @Override
    public Transaction transaction(MigrationFile file, Section section, List<String> statements) {
        return section.transaction()
                .orElseGet(() -> new Transaction(TransactionMode.UNKNOWN, "nothing tells how these files are run"));
    }
}
