package io.github.migralint;

import java.nio.file.Path;

/**
 * Text that does not come from its file: standard input, the buffer of an editor, the index of git.
 *
 * @param path the file that it stands for, which need not exist
 * @param content its bytes
 * @param named whether it is under review by itself, and not only where its path is found below those under review
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record StandIn(Path path, byte[] content, boolean named) {
    /** Text that is under review. */
    public StandIn(Path path, byte[] content) {
        this(path, content, true);
    }
}
