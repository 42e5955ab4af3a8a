package io.github.migralint.cli.git;

import io.github.migralint.framework.FileTree;
import io.github.migralint.history.FileChange;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One working tree.
 *
 * @param git runs in it
 * @param top its top folder, without links
 */
record Repository(Git git, Path top) {
    private static final List<String> DIFF = List.of(
            "diff", "--raw", "-z", "--no-abbrev", "-M", "--no-ext-diff", "--no-textconv", "--diff-filter=AMRTD");

    /** The repository of the current folder when a real path is in it, else the one around that path. */
    static Repository around(Path real) throws GitException {
        Optional<Repository> current = at(new Git(Optional.empty()));
        if (current.isPresent() && real.startsWith(current.get().top)) {
            return current.get();
        }
        Path folder = real;
        while (!Files.isDirectory(folder)) {
            folder = FileTree.folderOf(folder);
        }
        var git = new Git(Optional.of(folder));
        Optional<Repository> there = at(git);
        if (there.isEmpty()) {
            throw new GitException(reason(git, folder));
        }
        return there.get();
    }

    private static Optional<Repository> at(Git git) throws GitException {
        Git.Output top = git.run("rev-parse", "--show-toplevel");
        return top.succeeded() && !top.line().isEmpty()
                ? Optional.of(new Repository(git, Path.of(top.line())))
                : Optional.empty();
    }

    private static String reason(Git git, Path folder) throws GitException {
        Git.Output failed = git.run("rev-parse", "--show-toplevel");
        return failed.err().contains("not a git repository")
                ? folder + " is not in a git repository: name the files instead"
                : "git cannot read the repository of " + folder + ": " + failed.reason();
    }

    /** What differs between the working tree and the commit at which the current branch left a revision. */
    List<RawDiff.Entry> since(String revision) throws GitException {
        var arguments = new ArrayList<>(DIFF);
        arguments.add(mergeBase(revision));
        arguments.add("--");
        var entries =
                new ArrayList<>(RawDiff.entries(git.run(new byte[0], arguments).required()));
        byte[] untracked = git.run("ls-files", "--others", "--exclude-standard", "-z", "--full-name", "--", ":/")
                .required();
        for (String path : new LinkedHashSet<>(RawDiff.fields(untracked))) {
            entries.add(new RawDiff.Entry(FileChange.Kind.ADDED, path, Optional.empty(), "", false));
        }
        return entries;
    }

    /** What differs between the index and the last commit. */
    List<RawDiff.Entry> staged() throws GitException {
        var arguments = new ArrayList<>(DIFF);
        arguments.add("--cached");
        arguments.add("--");
        return RawDiff.entries(git.run(new byte[0], arguments).required());
    }

    private String mergeBase(String revision) throws GitException {
        if (revision.isEmpty() || revision.startsWith("-")) {
            throw new GitException("not a revision: " + revision);
        }
        String commit = commit(revision)
                .orElseThrow(() -> new GitException("git does not know the revision " + revision
                        + ": fetch it first, such as with git fetch origin main, or name one of git branch --all"));
        String head = commit("HEAD").orElseThrow(() -> new GitException("there is no commit yet: use --staged"));
        Git.Output base = git.run("merge-base", commit, head);
        if (!base.succeeded()) {
            throw new GitException(
                    isShallow()
                            ? "this clone is shallow and does not hold the commit at which HEAD left " + revision
                                    + ": fetch more with git fetch --unshallow (in GitHub Actions: fetch-depth: 0 for"
                                    + " actions/checkout)"
                            : "HEAD and " + revision + " have no commit in common");
        }
        return base.line();
    }

    private Optional<String> commit(String revision) throws GitException {
        Git.Output found = git.run("rev-parse", "--verify", "--quiet", revision + "^{commit}");
        return found.succeeded() ? Optional.of(found.line()) : Optional.empty();
    }

    private boolean isShallow() throws GitException {
        return git.run("rev-parse", "--is-shallow-repository").line().equals("true");
    }

    /** The contents of blobs, by their names. */
    Map<String, byte[]> contents(List<String> blobs) throws GitException {
        if (blobs.isEmpty()) {
            return Map.of();
        }
        var names = new ByteArrayOutputStream();
        names.writeBytes((String.join("\n", blobs) + "\n").getBytes(StandardCharsets.US_ASCII));
        byte[] out =
                git.run(names.toByteArray(), List.of("cat-file", "--batch")).required();
        var contents = new HashMap<String, byte[]>();
        int at = 0;
        while (at < out.length) {
            int end = at;
            while (end < out.length && out[end] != '\n') {
                end++;
            }
            String[] head = new String(out, at, end - at, StandardCharsets.US_ASCII).split(" ", -1);
            if (head.length != 3) {
                throw new GitException("git does not hold the staged content " + head[0]);
            }
            int size = Integer.parseInt(head[2]);
            contents.put(head[0], Arrays.copyOfRange(out, end + 1, end + 1 + size));
            at = end + 1 + size + 1;
        }
        return contents;
    }
}
