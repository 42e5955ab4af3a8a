package io.github.migralint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small history: a first migration that is safe, and a second one with a finding of HIGH. */
final class ShopFolder {
    private ShopFolder() {}

    static Path in(Path folder) throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("db"));
        Files.writeString(
                migrations.resolve("V1__orders.sql"),
                "CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint NOT NULL);\n");
        Files.writeString(
                migrations.resolve("V2__index.sql"), "CREATE INDEX orders_customer_idx ON orders (customer_id);\n");
        return migrations;
    }
}
