package io.github.migralint.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationsTest {
    @TempDir
    Path folder;

    private final Configurations configurations = Configurations.found(List::of);

    @BeforeEach
    void writeProjects() throws IOException {
        Files.createDirectories(folder.resolve("repository/.git"));
        Files.createDirectories(folder.resolve("repository/shop/db"));
        Files.createDirectories(folder.resolve("repository/billing/db"));
        write("migralint.toml", 12);
        write("repository/shop/migralint.toml", 15);
    }

    @Test
    void theNearestOneAboveTheFileHolds() throws IOException {
        write("repository/migralint.toml", 14);
        assertThat(major("repository/shop/db/V1.sql")).isEqualTo(15);
        assertThat(major("repository/shop/db")).isEqualTo(15);
        assertThat(major("repository/shop")).isEqualTo(15);
        assertThat(major("repository/billing/db/V1.sql")).isEqualTo(14);
        assertThat(major("repository")).isEqualTo(14);
    }

    @Test
    void theSearchEndsAtTheRootOfTheRepository() {
        assertThat(configurations.of(folder.resolve("repository/billing/db/V1.sql")))
                .isSameAs(Configuration.NONE);
        assertThat(major("V1.sql")).isEqualTo(12);
    }

    @Test
    void aFileThatDoesNotExistHasTheConfigurationOfItsFolder() {
        assertThat(major("repository/shop/later/V9.sql")).isEqualTo(15);
    }

    @Test
    void allPathsOfOneFileShareOneInstance() {
        assertThat(configurations.of(folder.resolve("repository/shop/db/V1.sql")))
                .isSameAs(configurations.of(folder.resolve("repository/shop/other.sql")));
    }

    @Test
    void oneCanBeNamedOrNoneWanted() {
        Path named = folder.resolve("repository/shop/migralint.toml");
        assertThat(Configurations.fixed(named, List::of).of(folder).version()).contains("15");
        assertThat(Configurations.none().of(folder)).isSameAs(Configuration.NONE);
        assertThatThrownBy(() -> Configurations.fixed(folder.resolve("other.toml"), List::of))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageEndingWith("other.toml does not exist");
    }

    private int major(String path) {
        return Integer.parseInt(
                configurations.of(folder.resolve(path)).version().orElseThrow());
    }

    private void write(String file, int version) throws IOException {
        Files.writeString(folder.resolve(file), "db-version = " + version + "\n");
    }
}
