package io.github.migralint.framework;

import java.nio.file.Path;

/** Where the migrations come from that ran before those under review. */
public sealed interface HistoryMode {
    /** From the folder in which the tool would find them, given where the files under review are. */
    record Auto() implements HistoryMode {}

    /** There are none. */
    record None() implements HistoryMode {}

    /**
     * From a folder.
     *
     * @param path the folder
     */
    record Folder(Path path) implements HistoryMode {}
}
