package io.github.migralint.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Files told by a pattern. {@code *} stands for any characters of a name, {@code ?} for one, {@code **} for any folders;
 * a pattern without a slash is a name at any depth; a pattern that matches a folder takes all that is in it.
 *
 * @param base the absolute folder that the pattern counts from
 * @param glob the pattern as it was written
 * @param paths the same for paths below the folder, with forward slashes
 */
public record PathPattern(Path base, String glob, Pattern paths) {
    /** The pattern that somebody wrote for files below a folder. */
    public static PathPattern of(Path base, String glob) {
        return new PathPattern(base.toAbsolutePath().normalize(), glob, Pattern.compile(regex(glob)));
    }

    /** Whether the pattern takes a file, given by any path to it. */
    public boolean matches(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        if (!absolute.startsWith(base)) {
            return false;
        }
        String below = base.relativize(absolute).toString().replace('\\', '/');
        return paths.matcher(below).matches();
    }

    /** Whether the pattern takes a file, given by the path that people are told. */
    public boolean matches(String displayPath) {
        try {
            return matches(Path.of(displayPath));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Whether one of several patterns takes a file. */
    static boolean anyMatches(List<PathPattern> patterns, String displayPath) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(displayPath));
    }

    private static String regex(String glob) {
        String pattern = glob.replace('\\', '/').replaceFirst("^\\./", "").replaceFirst("/+$", "");
        var regex = new StringBuilder(pattern.contains("/") ? "" : "(?:.*/)?");
        String names = pattern.replaceFirst("^/", "");
        for (int i = 0; i < names.length(); i++) {
            char c = names.charAt(i);
            if (names.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (names.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.append("(?:/.*)?").toString();
    }
}
