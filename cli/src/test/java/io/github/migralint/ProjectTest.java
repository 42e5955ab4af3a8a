package io.github.migralint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What must be true of the project's files, whatever they say. */
class ProjectTest {
    private static final int LONGEST_JAVA_FILE = 400;
    private static final Pattern LINK = Pattern.compile("\\[[^\\]\\n]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+?) *$");
    private static final Pattern FENCED = Pattern.compile("(?ms)^(`{3,})[^\\n]*\\n.*?^\\1$");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
    private static final Pattern TYPE = Pattern.compile(
            "(?m)^(?:public |final |abstract |sealed |non-sealed |static )*(?:class|record|interface|enum|@interface) ");

    private final ProjectFiles files = ProjectFiles.read();

    @Test
    void theProjectWasSeen() {
        assertThat(files.mainJava()).hasSizeGreaterThan(200);
        assertThat(files.ending(".md")).hasSizeGreaterThan(5);
    }

    @Test
    void theFirstCommandsOfTheReadmeAreThereToBeTyped() {
        String commands = FENCED.matcher(files.text("README.md"))
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        assertThat(commands).contains("\n./migralint check examples/shop\n", "\nmvn verify\n");
        assertThat(files.root().resolve("migralint")).isExecutable();
        assertThat(files.root().resolve("examples/shop")).isNotEmptyDirectory();
        assertThat(files.root().resolve("pom.xml")).isRegularFile();
    }

    @Test
    void scriptsCanBeStarted() {
        assertThat(files.all().stream().filter(file -> isScript(file)))
                .hasSizeGreaterThan(3)
                .allSatisfy(file -> assertThat(file).isExecutable());
    }

    @Test
    void linksLeadSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Path page : files.ending(".md")) {
            String prose = FENCED.matcher(ProjectFiles.text(page)).replaceAll("");
            LINK.matcher(prose).results().map(match -> match.group(1)).forEach(link -> {
                if (!link.matches("(?:https?|mailto):.*") && !leadsSomewhere(page, link)) {
                    broken.add(files.name(page) + " -> " + link);
                }
            });
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void theChangelogTellsOfThisVersion() {
        var version = VERSION.matcher(files.text("pom.xml"));
        assertThat(version.find()).isTrue();
        assertThat(files.text("CHANGELOG.md")).contains("\n## [" + version.group(1) + "]");
    }

    @Test
    void everyModuleIsIntroduced() {
        List<String> modules = MODULE.matcher(files.text("pom.xml"))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(modules).hasSizeGreaterThan(4);
        assertThat(files.text("README.md"))
                .contains(modules.stream().map(module -> "`" + module + "`").toList());
        assertThat(files.text("docs/architecture.md"))
                .contains(modules.stream().map(module -> "`" + module + "`").toList());
    }

    @Test
    void everyPageOfTheDocumentationIsListed() {
        Path docs = files.root().resolve("docs");
        List<String> unlisted = files.ending(".md").stream()
                .filter(page -> page.startsWith(docs) && !page.endsWith("README.md"))
                .filter(page -> !lists(docs, page) && !lists(page.resolveSibling("."), page))
                .map(files::name)
                .toList();
        assertThat(unlisted).isEmpty();
    }

    @Test
    void filesStayShort() {
        assertThat(files.mainJava().stream()
                        .filter(file -> linesOfCode(file) > LONGEST_JAVA_FILE)
                        .map(files::name))
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        var packages = new TreeSet<Path>();
        files.mainJava().forEach(file -> packages.add(file.getParent()));
        assertThat(packages).allSatisfy(folder -> {
            assertThat(folder.resolve("package-info.java")).isRegularFile();
            assertThat(ProjectFiles.text(folder.resolve("package-info.java")))
                    .startsWith("/**")
                    .contains("\n@NullMarked\n");
        });
    }

    @Test
    void everyTypeSaysWhatItIs() {
        assertThat(files.mainJava().stream()
                        .filter(file -> !file.endsWith("package-info.java"))
                        .filter(file -> !hasJavadoc(ProjectFiles.text(file)))
                        .map(files::name))
                .isEmpty();
    }

    /** Nothing that holds on one machine only, and nothing left for later. */
    @Test
    void nothingIsLeftBehind() {
        List<String> unwanted = List.of(
                "TO" + "DO",
                "FIX" + "ME",
                "XX" + "X ",
                "/wo" + "rk/",
                "/ro" + "ot/",
                "/ho" + "me/",
                "repo." + "maven.",
                "repo1." + "maven.",
                "registry." + "npmjs",
                "@Dis" + "abled",
                "UnsupportedOperation" + "Exception(");
        List<String> found = new ArrayList<>();
        for (Path file : files.all()) {
            String text = textIfAny(file);
            unwanted.stream().filter(text::contains).forEach(word -> found.add(files.name(file) + ": " + word));
        }
        assertThat(found).isEmpty();
    }

    private static boolean lists(Path folder, Path page) {
        Path index = folder.resolve("README.md");
        return Files.exists(index)
                && ProjectFiles.text(index).contains("](" + folder.normalize().relativize(page) + ")");
    }

    private static boolean isScript(Path file) {
        return textIfAny(file).startsWith("#!");
    }

    /** Empty for files that are not text, such as hostile inputs. */
    private static String textIfAny(Path file) {
        try {
            return ProjectFiles.text(file);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof MalformedInputException) {
                return "";
            }
            throw e;
        }
    }

    private boolean leadsSomewhere(Path page, String link) {
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path target = file.isEmpty() ? page : page.resolveSibling(file);
        return Files.exists(target)
                && target.normalize().startsWith(files.root())
                && (hash < 0 || anchors(target).contains(link.substring(hash + 1)));
    }

    private static List<String> anchors(Path page) {
        return HEADING.matcher(ProjectFiles.text(page))
                .results()
                .map(match -> anchor(match))
                .toList();
    }

    private static String anchor(MatchResult heading) {
        return heading.group(1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static long linesOfCode(Path file) {
        return ProjectFiles.text(file)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("*") && !line.startsWith("/"))
                .count();
    }

    /** Looks before the first type, and past the annotations between. */
    private static boolean hasJavadoc(String text) {
        var type = TYPE.matcher(text);
        return (type.find() && text.substring(0, type.start()).contains("/**\n"))
                || (type.reset().find() && text.substring(0, type.start()).contains("\n/** "));
    }
}
