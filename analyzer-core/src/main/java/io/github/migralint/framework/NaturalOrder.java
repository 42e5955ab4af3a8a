package io.github.migralint.framework;

import java.util.Comparator;
import java.util.List;

/** The order of names in which people count: 9 before 10, folder by folder. */
public final class NaturalOrder {
    /** Names: runs of digits by value, everything else character by character without regard to case. */
    public static final Comparator<String> NAMES = NaturalOrder::compare;

    /** Paths, given by their names from the outermost folder to the file. */
    public static final Comparator<List<String>> PATHS = NaturalOrder::comparePaths;

    /** Runs of digits of any length by value; dates, with or without a time, as dates. */
    public static final Comparator<String> NUMBERS = NaturalOrder::compareNumbers;

    private NaturalOrder() {}

    private static int comparePaths(List<String> a, List<String> b) {
        int common = Math.min(a.size(), b.size());
        for (int i = 0; i < common; i++) {
            int order = compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            char c = a.charAt(i);
            char d = b.charAt(j);
            if (isDigit(c) && isDigit(d)) {
                int endA = digitsEnd(a, i);
                int endB = digitsEnd(b, j);
                int order = compareNumbers(a.substring(i, endA), b.substring(j, endB));
                if (order != 0) {
                    return order;
                }
                i = endA;
                j = endB;
            } else {
                int order = Character.compare(Character.toLowerCase(c), Character.toLowerCase(d));
                if (order != 0) {
                    return order;
                }
                i++;
                j++;
            }
        }
        int order = Integer.compare(a.length() - i, b.length() - j);
        return order != 0 ? order : a.compareTo(b);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int digitsEnd(String name, int from) {
        int i = from;
        while (i < name.length() && isDigit(name.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isDate(String digits) {
        return digits.length() >= 8 && (digits.startsWith("20") || digits.startsWith("19"));
    }

    private static int compareNumbers(String a, String b) {
        if (isDate(a) && isDate(b)) {
            return a.compareTo(b);
        }
        String left = a.replaceFirst("^0+(?=.)", "");
        String right = b.replaceFirst("^0+(?=.)", "");
        return left.length() != right.length() ? Integer.compare(left.length(), right.length()) : left.compareTo(right);
    }
}
