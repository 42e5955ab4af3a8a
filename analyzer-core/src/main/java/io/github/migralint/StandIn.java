package io.github.migralint;

import java.nio.file.Path;

/**
 * Text under review that does not come from its file: standard input, or the buffer of an editor.
 *
 * @param path the file that it stands for, which need not exist
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record StandIn(Path path, byte[] content) {}
