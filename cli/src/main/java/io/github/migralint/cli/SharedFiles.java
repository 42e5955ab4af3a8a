package io.github.migralint.cli;

import io.github.migralint.cli.completion.ManPage;
import io.github.migralint.cli.completion.Shell;
import io.github.migralint.report.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what a distribution holds beside the command: scripts of completion and the page of the manual. */
final class SharedFiles {
    private SharedFiles() {}

    /** Takes the folder {@code share} of the distribution, and the date of the version. */
    public static void main(String[] args) throws IOException {
        Path share = Path.of(args[0]);
        for (String word : Shell.words()) {
            Shell shell = Shell.of(word);
            write(share.resolve(shell.file()), shell.script(Commands.shape()));
        }
        write(share.resolve("man/man1/migralint.1"), new ManPage(Commands.shape(), Product.VERSION, args[1]).text());
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }
}
