package io.github.migralint.framework;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.source.SourceText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SectionMarkersTest {
    private static final MigrationFramework PLAIN = Frameworks.named("plain").orElseThrow();

    @Test
    void fileWithoutMarkersIsOnePart() {
        assertThat(sections("SELECT 1; -- up and down")).containsExactly("'' UP [SELECT 1; -- up and down]");
        assertThat(sections("")).containsExactly("'' UP []");
    }

    @Test
    void goose() {
        String sql = "-- licence\n-- +goose Up\nA;\n-- +goose Down\nB;";
        assertThat(sections(sql))
                .containsExactly(
                        "'up' UP WRAPPED [-- licence\n-- +goose Up\nA;\n]", "'down' DOWN WRAPPED [-- +goose Down\nB;]");
        assertThat(sections("-- +goose NO TRANSACTION\n" + sql)).allMatch(section -> section.contains(" NONE "));
    }

    @Test
    void dbmate() {
        assertThat(sections("-- migrate:up transaction:false\nA;\n-- migrate:down\nB;"))
                .containsExactly(
                        "'up' UP IMPLICIT [-- migrate:up transaction:false\nA;\n]",
                        "'down' DOWN WRAPPED [-- migrate:down\nB;]");
    }

    @Test
    void sqlMigrate() {
        assertThat(sections("-- +migrate Up notransaction\r\nA;\r\n-- +migrate Down\r\nB;"))
                .containsExactly(
                        "'up' UP NONE [-- +migrate Up notransaction\r\nA;\r\n]",
                        "'down' DOWN WRAPPED [-- +migrate Down\r\nB;]");
    }

    @Test
    void toolsThatOnlyMarkTheWayBack() {
        assertThat(sections("A;\n---- create above / drop below ----\nB;"))
                .containsExactly(
                        "'up' UP WRAPPED [A;\n]", "'down' DOWN WRAPPED [---- create above / drop below ----\nB;]");
        assertThat(sections("A;\n-- //@UNDO\nB;"))
                .containsExactly("'up' UP WRAPPED [A;\n]", "'down' DOWN WRAPPED [-- //@UNDO\nB;]");
        assertThat(sections("-- Up Migration\nA;\n-- Down Migration\nB;"))
                .containsExactly(
                        "'up' UP SHARED [-- Up Migration\nA;\n]", "'down' DOWN SHARED [-- Down Migration\nB;]");
    }

    @Test
    void liquibase() {
        String sql = "--liquibase formatted sql\nX;\n--changeset ann:1\nA;\n--rollback B;\n"
                + "--changeset bob:2 runInTransaction:false dbms:postgresql,h2\nC;\n--changeset bob:3 dbms:mysql\nD;\n"
                + "--changeset bob:4 dbms:\"!postgresql\"\nE;\n";
        assertThat(sections(sql))
                .containsExactly(
                        "'' NONE [--liquibase formatted sql\nX;\n]",
                        "'changeset ann:1' UP WRAPPED [--changeset ann:1\nA;\n--rollback B;\n]",
                        "'changeset bob:2' UP NONE [--changeset bob:2 runInTransaction:false dbms:postgresql,h2\nC;\n]");
    }

    @Test
    void fileThatGoesBackDoesSoAsAWhole() {
        Section up = PLAIN.sections(SourceText.of("a", "A;"), "postgresql").get(0);
        assertThat(up.directionIn(file(Direction.DOWN))).isEqualTo(Direction.DOWN);
        assertThat(up.directionIn(file(Direction.UP))).isEqualTo(Direction.UP);
    }

    private static MigrationFile file(Direction direction) {
        return new MigrationFile(Path.of("a.sql"), "a.sql", "", "", direction, false, true);
    }

    private static List<String> sections(String sql) {
        SourceText source = SourceText.of("a.sql", sql);
        return PLAIN.sections(source, "postgresql").stream()
                .map(section -> "'" + section.name() + "' " + section.direction()
                        + section.transaction().map(t -> " " + t.mode()).orElse("") + " ["
                        + source.slice(section.span()) + "]")
                .toList();
    }
}
