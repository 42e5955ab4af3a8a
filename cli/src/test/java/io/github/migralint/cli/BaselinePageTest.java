package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The transcript in {@code docs/baseline.md} is what the command says; {@code -Dmigralint.goldens=write} writes it anew. */
class BaselinePageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("migralint.root", "..")).resolve("docs/baseline.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sql|console)\\n(.*?)^```$");
    private static final Pattern FILE = Pattern.compile("-- file: (.*)\\n((?s).*)");

    @TempDir
    Path folder;

    private int exitCode;

    @BeforeEach
    void isARepository() throws IOException {
        Files.createDirectory(folder.resolve(".git"));
    }

    @Test
    void thePageTellsWhatTheCommandSays() throws IOException {
        String page = Files.readString(PAGE);
        var played = new StringBuilder();
        var commands = new ArrayList<String>();
        int end = 0;
        for (MatchResult block : BLOCK.matcher(page).results().toList()) {
            played.append(page, end, block.start(2));
            played.append(block.group(1).equals("sql") ? written(block.group(2)) : said(block.group(2), commands));
            end = block.end(2);
        }
        played.append(page.substring(end));
        assertThat(commands).hasSizeGreaterThan(8);
        if ("write".equals(System.getProperty("migralint.goldens"))) {
            Files.writeString(PAGE, played.toString());
            return;
        }
        assertThat(page).isEqualTo(played.toString());
    }

    private String written(String block) throws IOException {
        var file = FILE.matcher(block);
        assertThat(file.matches()).as(block).isTrue();
        Path path = folder.resolve(file.group(1));
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.group(2));
        return block;
    }

    private String said(String block, List<String> commands) {
        var said = new StringBuilder();
        for (String line : block.lines().filter(any -> any.startsWith("$ ")).toList()) {
            commands.add(line);
            said.append(line).append('\n').append(line.equals("$ echo $?") ? exitCode + "\n" : run(line));
        }
        return said.toString();
    }

    private String run(String line) {
        List<String> words = Arrays.asList(line.split(" "));
        assertThat(words.get(1)).isEqualTo("migralint");
        Object[] arguments = words.subList(2, words.size()).stream()
                .map(word -> word.startsWith("db/") ? folder.resolve(word) : word)
                .toArray();
        Run run = Run.of(arguments);
        exitCode = run.exitCode();
        return (run.err() + run.out()).replace(folder + "/", "");
    }
}
