import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes a packed archive in the form of POSIX (ustar): files, folders and links, all of them root's and of one time. */
final class Tar implements AutoCloseable {
    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 100;

    private final OutputStream out;
    private final long seconds;

    /** Writes to a stream; the time is in seconds since 1970. */
    Tar(OutputStream out, long seconds) throws IOException {
        this.out = new GZIPOutputStream(out, 1 << 16);
        this.seconds = seconds;
    }

    /** Adds one file, folder or link under a name; folders do not bring their contents. */
    void add(String name, Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            header(name, 0777, 0, '2', Files.readSymbolicLink(file).toString());
        } else if (Files.isDirectory(file)) {
            header(name + "/", 0755, 0, '5', "");
        } else {
            header(name, Files.isExecutable(file) ? 0755 : 0644, Files.size(file), '0', "");
            long written = Files.copy(file, out);
            out.write(new byte[(int) ((BLOCK - written % BLOCK) % BLOCK)]);
        }
    }

    private void header(String name, int mode, long size, char kind, String link) throws IOException {
        byte[] block = new byte[BLOCK];
        int cut = name.length() <= LONGEST_NAME ? -1 : name.indexOf('/', name.length() - LONGEST_NAME - 1);
        text(block, 0, LONGEST_NAME, name.substring(cut + 1));
        octal(block, 100, 8, mode);
        octal(block, 108, 8, 0);
        octal(block, 116, 8, 0);
        octal(block, 124, 12, size);
        octal(block, 136, 12, seconds);
        text(block, 148, 8, "        ");
        block[156] = (byte) kind;
        text(block, 157, LONGEST_NAME, link);
        text(block, 257, 6, "ustar");
        text(block, 263, 2, "00");
        text(block, 265, 32, "root");
        text(block, 297, 32, "root");
        octal(block, 329, 8, 0);
        octal(block, 337, 8, 0);
        text(block, 345, 155, cut < 0 ? "" : name.substring(0, cut));
        int sum = 0;
        for (byte one : block) {
            sum += Byte.toUnsignedInt(one);
        }
        octal(block, 148, 7, sum);
        out.write(block);
    }

    private static void text(byte[] block, int at, int room, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > room) {
            throw new IllegalArgumentException("too long for an archive: " + text);
        }
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }

    /** Digits with leading zeros, and a zero byte after them. */
    private static void octal(byte[] block, int at, int room, long value) {
        text(block, at, room, String.format("%0" + (room - 1) + "o", value));
    }

    @Override
    public void close() throws IOException {
        out.write(new byte[2 * BLOCK]);
        out.close();
    }
}
