package io.github.migralint.cli.git;

import io.github.migralint.history.FileChange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what {@code git diff --raw -z} writes: whatever is in a file name, it ends with a NUL. */
final class RawDiff {
    private static final int NEW_MODE = 1;
    private static final int NEW_BLOB = 3;
    private static final int STATUS = 4;

    /**
     * A file that differs.
     *
     * @param kind what became of it
     * @param path its path below the top folder
     * @param before its path before; empty for a new file
     * @param blob the content that it has in the index
     * @param sameContent whether it was only renamed
     */
    record Entry(FileChange.Kind kind, String path, Optional<String> before, String blob, boolean sameContent) {}

    private RawDiff() {}

    /** The regular files that differ. */
    static List<Entry> entries(byte[] output) {
        List<String> fields = fields(output);
        var entries = new ArrayList<Entry>();
        int i = 0;
        while (i + 1 < fields.size()) {
            List<String> head = List.of(fields.get(i).split(" ", -1));
            char status = head.get(STATUS).charAt(0);
            boolean moved = status == 'R' || status == 'C';
            String old = fields.get(i + 1);
            String path = moved && i + 2 < fields.size() ? fields.get(i + 2) : old;
            if (status == 'D' || head.get(NEW_MODE).startsWith("100")) {
                entries.add(entry(status, old, path, head));
            }
            i += moved ? 3 : 2;
        }
        return entries;
    }

    private static Entry entry(char status, String old, String path, List<String> head) {
        String blob = head.get(NEW_BLOB);
        return switch (status) {
            case 'A', 'C' -> new Entry(FileChange.Kind.ADDED, path, Optional.empty(), blob, false);
            case 'R' ->
                new Entry(
                        FileChange.Kind.RENAMED,
                        path,
                        Optional.of(old),
                        blob,
                        head.get(STATUS).equals("R100"));
            case 'D' -> new Entry(FileChange.Kind.DELETED, path, Optional.of(old), blob, false);
            default -> new Entry(FileChange.Kind.CHANGED, path, Optional.of(old), blob, false);
        };
    }

    /** The texts between NULs. */
    static List<String> fields(byte[] output) {
        var fields = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i < output.length; i++) {
            if (output[i] == 0) {
                fields.add(new String(output, start, i - start, StandardCharsets.UTF_8));
                start = i + 1;
            }
        }
        return fields;
    }
}
