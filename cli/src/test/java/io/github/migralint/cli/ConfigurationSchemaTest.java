package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.migralint.config.ConfigurationException;
import io.github.migralint.config.ConfigurationKey;
import io.github.migralint.config.ConfigurationKeys;
import io.github.migralint.config.Configurations;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code migralint.schema.json} is up to date, and judges configurations as the reader does. */
class ConfigurationSchemaTest {
    private static final Path ROOT = Path.of(System.getProperty("migralint.root", ".."));
    private static final Path PUBLISHED = ROOT.resolve("migralint.schema.json");

    /** What a schema cannot know: which versions an engine has, and what lies on the disk. */
    private static final Pattern BEYOND_A_SCHEMA =
            Pattern.compile("unknown version|is no version of|cannot extend|not a path");

    private static final List<RuleInfo> CATALOGUE =
            Rules.all().stream().map(rule -> rule.info()).toList();

    private static final List<String> VALUES = List.of(
            "3",
            "0",
            "-1",
            "3.5",
            "3.0",
            "true",
            "\"\"",
            "\" \"",
            "\"word\"",
            "\"two words\"",
            "\"16\"",
            "\"Oracle-16\"",
            "\"PG-16\"",
            "\"5s\"",
            "\"high\"",
            "\"HIGH\"",
            "\"Postgres\"",
            "\"locking\"",
            "\"all\"",
            "\"missing-object\"",
            "\"never\"",
            "\"off\"",
            "\"2030-12-31\"",
            "2030-12-31",
            "2030-12-31T00:00:00Z",
            "[]",
            "[3]",
            "[\"\"]",
            "[\"missing-object\"]",
            "[\"missing-object\", 3]",
            "[\"a\", \"b\"]",
            "[[\"a\"]]",
            "[{ a = 1 }]",
            "{}",
            "{ a = 1 }",
            "{ a = -1 }",
            "{ a = 1.5 }",
            "{ a = \"1\" }",
            "{ missing-object = \"low\" }",
            "{ missing-object = \"Off\" }",
            "{ missing-object = \"never\" }",
            "{ missing-object = 3 }",
            "{ paths = \"a\" }");

    @TempDir
    Path folder;

    private JsonSchema schema;

    @BeforeEach
    void readSchema() {
        schema = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(ConfigurationSchema.text());
    }

    @Test
    void thePublishedSchemaIsUpToDate() throws IOException {
        String text = ConfigurationSchema.text();
        if (Boolean.getBoolean("migralint.update")) {
            Files.writeString(PUBLISHED, text);
        }
        assertThat(Files.readString(PUBLISHED))
                .as("run the tests with -Dmigralint.update=true to write it")
                .isEqualTo(text);
    }

    static Stream<String> wholeFiles() {
        return ConfigurationPageTest.examples();
    }

    @ParameterizedTest
    @MethodSource("wholeFiles")
    void theExamplesOfThePagesAreValid(String example) throws IOException {
        assertThat(schemaVerdict(example)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#:schema https://example.org/migralint.schema.json\nfail-on = \"low\"\n",
                "rules.select = \"locking\"\nrules.ignore = [\"missing-object\"]\n",
                "rules = { select = [\"all\"] }\n",
                "ignore = [{ file = \"a\", rule = \"missing-object\" }]\noverrides = []\n",
                "[tables.rows]\n\"shop.tax\" = 1_000\n'a b' = 0x10\n",
                "[database]\nlock-timeout = 500\nstatement-timeout = \"1.5 min\"\n",
                "[[ignore]]\nfile = [\"a\", \"b\"]\nrule = [\"missing-object\"]\nexpires = 2030-01-01\n",
            })
    void isValid(String text) throws IOException {
        assertThat(readerVerdict(text)).isEmpty();
        assertThat(schemaVerdict(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dilect = \"postgresql\"\n",
                "[rules]\nfail-on = \"low\"\n",
                "[rules]\nselect = [\"loking\"]\n",
                "[risks]\nmissing-objct = \"low\"\n",
                "[risks]\nlocking = \"low\"\n",
                "[[risks]]\n",
                "[[rules]]\nselect = [\"all\"]\n",
                "[ignore]\nfile = \"a\"\nrule = \"missing-object\"\n",
                "[[ignore]]\nfile = \"a\"\n",
                "[[ignore]]\nrule = \"missing-object\"\n",
                "[[ignore]]\nfile = []\nrule = \"missing-object\"\n",
                "[[ignore]]\nfile = \"a\"\nrule = \"locking\"\n",
                "[[overrides]]\nignore = [\"all\"]\n",
                "[[overrides]]\npaths = []\n",
                "ignore = [1]\n",
                "[tables.rows]\na = [1]\n",
                "[database]\nlock-timeout = \"5 sec\"\n",
            })
    void isInvalid(String text) throws IOException {
        assertThat(readerVerdict(text)).isPresent();
        assertThat(schemaVerdict(text)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void readerAndSchemaAgreeOnEveryValueOfAKey(ConfigurationKey key) throws IOException {
        assertAgreement(saying(key, key.name().equals("extends") ? "[]" : key.example()));
        assertThat(schemaVerdict(saying(key, key.example()))).isEmpty();
        for (String value : VALUES) {
            assertAgreement(saying(key, value));
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void readerAndSchemaAgreeOnAKeyInTheWrongPlace(ConfigurationKey key) throws IOException {
        for (String place : List.of("", "[rules]", "[risks]", "[tables]", "[tables.rows]", "[database]", "[x]")) {
            assertAgreement(place + "\n" + key.simpleName() + " = " + key.example() + "\n");
            assertAgreement(place + "\n" + key.simpleName() + "s = " + key.example() + "\n");
        }
        for (String place :
                List.of("[[overrides]]\npaths = \"a\"", "[[ignore]]\nfile = \"a\"\nrule = \"missing-object\"")) {
            assertAgreement(place + "\n" + key.simpleName() + " = " + key.example() + "\n");
            assertAgreement(place + "\n" + key.simpleName() + "-x = " + key.example() + "\n");
        }
    }

    /** Files of several keys, with a value, a letter, a line or the place of a line changed. */
    @Test
    void readerAndSchemaAgreeOnWhatSlippedIn() throws IOException {
        var random = new Random(20261121);
        int wrong = 0;
        for (int i = 0; i < 1500; i++) {
            String text = mutated(random);
            Optional<Boolean> valid = assertAgreement(text);
            wrong += valid.isPresent() && !valid.get() ? 1 : 0;
        }
        assertThat(wrong).isBetween(300, 1400);
    }

    static Stream<ConfigurationKey> keys() {
        return ConfigurationKeys.ALL.stream();
    }

    private static String mutated(Random random) {
        var lines = new ArrayList<String>();
        for (ConfigurationKey key : ConfigurationKeys.ALL) {
            if (!key.name().equals("extends") && (key.required() || random.nextInt(3) == 0)) {
                saying(key, key.example()).lines().forEach(lines::add);
            }
        }
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            int equals = line.indexOf(" = ");
            switch (random.nextInt(4)) {
                case 0 -> lines.set(at, equals < 0 ? line : line.substring(0, equals + 3) + any(random));
                case 1 -> lines.set(at, line.replaceFirst("[a-m]", "z"));
                case 2 -> lines.remove(at);
                default -> lines.add(random.nextInt(lines.size()), lines.remove(at));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String any(Random random) {
        return VALUES.get(random.nextInt(VALUES.size()));
    }

    /** The key with a value, where it belongs, beside what its table needs. */
    private static String saying(ConfigurationKey key, String value) {
        String line = key.simpleName() + " = " + value + "\n";
        if (!key.table().endsWith("[]")) {
            return key.name() + " = " + value + "\n";
        }
        var text = new StringBuilder("[[" + key.table().replace("[]", "]]") + "\n");
        ConfigurationKeys.ALL.stream()
                .filter(other -> other.required() && other.table().equals(key.table()) && !other.equals(key))
                .forEach(other -> text.append(other.simpleName() + " = " + other.example() + "\n"));
        return text + line;
    }

    /** Whether it is valid, if it is TOML at all. */
    private Optional<Boolean> assertAgreement(String text) throws IOException {
        try {
            new TomlMapper().readTree(text);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
        Optional<String> reader = readerVerdict(text);
        Optional<String> byItself =
                reader.filter(complaint -> !BEYOND_A_SCHEMA.matcher(complaint).find());
        Optional<String> judged = schemaVerdict(text);
        if (reader.isEmpty() || byItself.isPresent()) {
            assertThat(judged.isPresent())
                    .as("%s%nreader: %s%nschema: %s", text, reader, judged)
                    .isEqualTo(reader.isPresent());
        }
        return Optional.of(reader.isEmpty());
    }

    private Optional<String> readerVerdict(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("migralint.toml"), text);
        try {
            Configurations.fixed(file, () -> CATALOGUE);
            return Optional.empty();
        } catch (ConfigurationException e) {
            return Optional.of(e.reason());
        }
    }

    private Optional<String> schemaVerdict(String text) throws JsonProcessingException {
        return schema.validate(new TomlMapper().readTree(text)).stream()
                .map(Object::toString)
                .findFirst();
    }
}
