import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Takes out of an archive of classes what differs between two builds of the same sources.
 *
 * <p>Java writes the same archive twice but for one thing: soft references remember when they were last used, in
 * milliseconds since the machine was started. Java sets that clock anew when it starts; the archive gets zeros there.
 *
 * <p>Where the parts of an archive lie is known for the Java that the build pins. Two checksums in the archive are computed
 * again, and must have been right before: another layout fails the build instead of being spoiled.
 */
final class Steady {
    private static final int MAGIC = 0xf00baba2;
    private static final int HEADER_CHECKSUM = 4;
    private static final int HEADER_SIZE = 12;
    private static final int HEADER_FIELDS = 16;
    private static final int HEAP_CHECKSUM = 312;
    private static final int HEAP_OFFSET = 336;
    private static final int HEAP_SIZE = 352;

    private Steady() {}

    /** The clock of soft references, now. */
    static long clock() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    /** Puts zeros in the place of times between these two. */
    static void archive(Path archive, long from, long to) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
            MappedByteBuffer all = file.getChannel().map(FileChannel.MapMode.READ_WRITE, 0, file.length());
            all.order(ByteOrder.nativeOrder());
            int offset = Math.toIntExact(all.getLong(HEAP_OFFSET));
            int size = Math.toIntExact(all.getLong(HEAP_SIZE));
            if (all.getInt(0) != MAGIC
                    || all.getInt(HEAP_CHECKSUM) != checksum(all, offset, size)
                    || all.getInt(HEADER_CHECKSUM) != headerChecksum(all)) {
                throw new IllegalStateException("an archive of classes of an unknown layout: " + archive);
            }
            for (int at = offset; at < offset + size; at += Long.BYTES) {
                long value = all.getLong(at);
                if (from <= value && value <= to) {
                    all.putLong(at, 0);
                }
            }
            all.putInt(HEAP_CHECKSUM, checksum(all, offset, size));
            all.putInt(HEADER_CHECKSUM, headerChecksum(all));
            all.force();
        }
    }

    /**
     * Leaves out of a list of classes what Java itself looks up in its own classes: that hangs on when its threads get
     * their turn. What our classes look up stays.
     */
    static void classList(Path list) throws IOException {
        List<String> lines = Files.readAllLines(list);
        Stream<String> classes =
                lines.stream().filter(line -> !line.startsWith("@")).map(Steady::nameless);
        Stream<String> lookUps = lines.stream().filter(line -> line.startsWith("@") && !isOfJava(line));
        Files.write(
                list,
                Stream.concat(classes.sorted(), lookUps.sorted()).distinct().toList());
    }

    private static boolean isOfJava(String line) {
        return line.startsWith("@cp java/") || line.startsWith("@cp jdk/") || line.startsWith("@cp sun/");
    }

    /** Classes are numbered in the order in which threads loaded them, for class loaders of one's own, which we have not. */
    private static String nameless(String line) {
        return line.replaceFirst(" id: \\d+$", "");
    }

    private static int headerChecksum(ByteBuffer all) {
        return checksum(all, HEADER_FIELDS, all.getInt(HEADER_SIZE) - HEADER_FIELDS);
    }

    private static int checksum(ByteBuffer all, int offset, int size) {
        CRC32 checksum = new CRC32();
        checksum.update(all.slice(offset, size));
        return (int) checksum.getValue();
    }
}
