package io.github.migralint;

/** Tells files that hold SQL from those that cannot. */
final class SqlFile {
    private static final int LOOKED_AT = 8192;

    private SqlFile() {}

    /** Whether bytes are no text. UTF-16 with its mark is text although every other byte may be NUL. */
    static boolean looksBinary(byte[] content) {
        boolean marked = content.length > 1
                && ((content[0] == (byte) 0xff && content[1] == (byte) 0xfe)
                        || (content[0] == (byte) 0xfe && content[1] == (byte) 0xff));
        if (marked) {
            return false;
        }
        for (int i = 0; i < Math.min(LOOKED_AT, content.length); i++) {
            if (content[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
