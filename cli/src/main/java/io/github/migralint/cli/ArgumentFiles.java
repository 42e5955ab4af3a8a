package io.github.migralint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces {@code @file} by the arguments in the file: one on each line. A line in quotes, or with several arguments on
 * it, is read as a shell would; a line that names a file is that file, blanks and all. Empty lines and lines that begin
 * with {@code #} say nothing.
 */
final class ArgumentFiles {
    private ArgumentFiles() {}

    /** The arguments, those in files in place of the files. */
    static List<String> expand(List<String> arguments) {
        var expanded = new ArrayList<String>();
        for (String argument : arguments) {
            if (argument.startsWith("@@")) {
                expanded.add(argument.substring(1));
            } else if (argument.length() > 1 && argument.startsWith("@")) {
                read(argument.substring(1), expanded);
            } else {
                expanded.add(argument);
            }
        }
        return expanded;
    }

    private static void read(String file, List<String> expanded) {
        try {
            for (String line : Files.readAllLines(Path.of(file))) {
                addLine(line.strip(), expanded);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException(
                    "cannot read the argument file " + file + " (write @@ for an argument that begins with @)");
        }
    }

    private static void addLine(String line, List<String> expanded) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        boolean several = line.indexOf(' ') >= 0 || line.indexOf('\t') >= 0;
        boolean quoted = line.indexOf('"') >= 0 || line.indexOf('\'') >= 0;
        if (!(several || quoted) || Files.exists(Path.of(line))) {
            expanded.add(line);
        } else {
            addWords(line, expanded);
        }
    }

    private static void addWords(String line, List<String> expanded) {
        var word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && quote != '\'' && i + 1 < line.length() && "\\\"' ".indexOf(line.charAt(i + 1)) >= 0) {
                word.append(line.charAt(++i));
                inWord = true;
            } else if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                inWord = true;
            } else if (c != ' ' && c != '\t') {
                word.append(c);
                inWord = true;
            } else if (inWord) {
                expanded.add(word.toString());
                word.setLength(0);
                inWord = false;
            }
        }
        if (inWord) {
            expanded.add(word.toString());
        }
    }
}
