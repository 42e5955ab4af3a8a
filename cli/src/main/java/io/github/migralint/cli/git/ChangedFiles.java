package io.github.migralint.cli.git;

import io.github.migralint.StandIn;
import io.github.migralint.framework.FileTree;
import io.github.migralint.history.ChangeSet;
import io.github.migralint.history.FileChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files below some paths that are not as git knows them.
 *
 * @param changes what changed
 * @param contents those that must not be read from the working tree
 */
public record ChangedFiles(ChangeSet changes, List<StandIn> contents) {
    public ChangedFiles {
        contents = List.copyOf(contents);
    }

    /** Asks a repository what differs. */
    private interface Question {
        List<RawDiff.Entry> ask(Repository repository) throws GitException;
    }

    /** What the current branch and the working tree have added to a revision. */
    public static ChangedFiles since(String revision, List<Path> paths) throws GitException {
        var found = new Search(repository -> repository.since(revision));
        found.below(paths);
        return new ChangedFiles(new ChangeSet("changed since " + revision, found.changes), List.of());
    }

    /** What the next commit would change, with the contents that it would hold. */
    public static ChangedFiles staged(List<Path> paths) throws GitException {
        var found = new Search(Repository::staged);
        found.below(paths);
        return new ChangedFiles(new ChangeSet("staged", found.changes), found.contents());
    }

    private static final class Search {
        private record Blob(Repository repository, Path file, String name) {}

        private final Question question;
        private final Map<Repository, List<RawDiff.Entry>> answers = new LinkedHashMap<>();
        private final List<FileChange> changes = new ArrayList<>();
        private final List<Blob> blobs = new ArrayList<>();

        Search(Question question) {
            this.question = question;
        }

        void below(List<Path> paths) throws GitException {
            for (Path path : paths) {
                Path real = real(path.toAbsolutePath().normalize());
                Repository repository = repositoryOf(real);
                if (!answers.containsKey(repository)) {
                    answers.put(repository, question.ask(repository));
                }
                for (RawDiff.Entry entry : answers.getOrDefault(repository, List.of())) {
                    add(repository, entry, path, real);
                }
            }
        }

        private Repository repositoryOf(Path real) throws GitException {
            for (Repository known : answers.keySet()) {
                if (real.startsWith(known.top())) {
                    return known;
                }
            }
            return Repository.around(real);
        }

        /** A file in the words of the user, who may have come to it through links. */
        private void add(Repository repository, RawDiff.Entry entry, Path named, Path real) throws GitException {
            Path file = path(repository, entry.path());
            if (!file.startsWith(real)) {
                return;
            }
            Path absolute = named.toAbsolutePath().normalize();
            Path seen = under(absolute, real, file);
            Optional<Path> before = entry.before().isPresent()
                    ? Optional.of(under(
                            absolute, real, path(repository, entry.before().get())))
                    : Optional.empty();
            changes.add(new FileChange(entry.kind(), seen, before, entry.sameContent()));
            if (entry.kind() != FileChange.Kind.DELETED && FileTree.isSql(entry.path())) {
                blobs.add(new Blob(repository, under(named, real, file), entry.blob()));
            }
        }

        private static Path under(Path named, Path real, Path file) {
            if (!file.startsWith(real)) {
                return file;
            }
            return file.equals(real) ? named : named.resolve(real.relativize(file));
        }

        private static Path path(Repository repository, String path) throws GitException {
            try {
                return repository.top().resolve(path);
            } catch (InvalidPathException e) {
                throw new GitException("a changed file has a name that Java cannot read here: " + path);
            }
        }

        /** The path without links; of what is not there, that of the folder above. */
        private static Path real(Path path) throws GitException {
            try {
                Path folder = FileTree.folderOf(path);
                return Files.exists(path) || folder.equals(path)
                        ? path.toRealPath()
                        : real(folder).resolve(String.valueOf(path.getFileName()));
            } catch (IOException e) {
                throw new GitException("cannot read " + path);
            }
        }

        List<StandIn> contents() throws GitException {
            var byRepository = new LinkedHashMap<Repository, List<Blob>>();
            blobs.forEach(blob -> byRepository
                    .computeIfAbsent(blob.repository(), repository -> new ArrayList<>())
                    .add(blob));
            var contents = new ArrayList<StandIn>();
            for (var entry : byRepository.entrySet()) {
                List<String> names =
                        entry.getValue().stream().map(Blob::name).distinct().toList();
                Map<String, byte[]> texts = entry.getKey().contents(names);
                for (Blob blob : entry.getValue()) {
                    byte[] text = texts.getOrDefault(blob.name(), new byte[0]);
                    contents.add(new StandIn(blob.file(), text, !Files.exists(blob.file())));
                }
            }
            return contents;
        }
    }
}
