package io.github.migralint.source;

import java.util.Arrays;

/**
 * From offsets in UTF-16 units to offsets in bytes: between two recorded points both grow alike.
 *
 * @param unit bytes per UTF-16 unit between two points: 1 in UTF-8, 2 in UTF-16
 * @param offsets where a point is, in UTF-16 units, rising
 * @param bytes where the same point is, in bytes
 * @param length the size of the file in bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
record ByteOffsets(int unit, int[] offsets, int[] bytes, int length) {
    int of(int offset) {
        int found = Arrays.binarySearch(offsets, offset);
        int point = found >= 0 ? found : -found - 2;
        return Math.min(length, bytes[point] + (offset - offsets[point]) * unit);
    }

    /** Collects the points where the two measures part. */
    static final class Builder {
        private int[] offsets = new int[8];
        private int[] bytes = new int[8];
        private int count;

        /** Says that {@code offset} begins at byte {@code at}; offsets must rise. */
        void point(int offset, int at) {
            if (count == offsets.length) {
                offsets = Arrays.copyOf(offsets, count * 2);
                bytes = Arrays.copyOf(bytes, count * 2);
            }
            offsets[count] = offset;
            bytes[count++] = at;
        }

        ByteOffsets build(int unit, int length) {
            return new ByteOffsets(unit, Arrays.copyOf(offsets, count), Arrays.copyOf(bytes, count), length);
        }
    }
}
