package io.github.migralint.dialect.postgresql.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What psql does to a script before a server sees it. */
final class PsqlScript {
    private static final Pattern INCLUDE = Pattern.compile("(?m)^[ \\t]*\\\\ir[ \\t]+([^;\\s]+);?[ \\t]*$");
    private static final Pattern VARIABLE = Pattern.compile(":\"(\\w+_user)\"");

    private PsqlScript() {}

    /** The script with the scripts that it includes, and names in the place of variables of the same name. */
    static String expand(Path file, String text) {
        String whole = INCLUDE.matcher(text).replaceAll(include -> Matcher.quoteReplacement(included(file, include)));
        return VARIABLE.matcher(whole).replaceAll("\"$1\"");
    }

    private static String included(Path file, MatchResult include) {
        Path other = file.resolveSibling(include.group(1));
        try {
            // psql runs what the end of a file leaves unfinished
            return expand(other, Files.readString(other)) + "\n;\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Statements that make the roles for which variables named {@code NAME_user} stand. */
    static List<String> roles(String... names) {
        return Stream.of(names)
                .map(name -> "CREATE ROLE " + name + "_user LOGIN")
                .toList();
    }
}
