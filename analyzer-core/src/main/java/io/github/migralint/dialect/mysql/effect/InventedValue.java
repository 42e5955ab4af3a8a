package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.ColumnConstraint.Kind;
import io.github.migralint.effect.Effect;
import io.github.migralint.source.Span;
import java.util.Optional;

/** The value that rows get in a new column that refuses NULL when nobody says which. */
final class InventedValue {
    private final Alteration alteration;
    private final Scene scene;
    private final Definition definition;
    private final Span place;

    InventedValue(Alteration alteration, Definition definition, Span place) {
        this.alteration = alteration;
        this.scene = alteration.scene();
        this.definition = definition;
        this.place = place;
    }

    void tell() {
        boolean given = !definition.isNotNull(scene.server())
                || definition.has(Kind.DEFAULT)
                || definition.generated().isPresent()
                || definition.isAutoIncrement();
        if (!given) {
            definition.type().ifPresent(this::tell);
        }
    }

    private void tell(StoredType type) {
        boolean zeroDate = type.name().equals("date") || type.name().equals("datetime");
        if (zeroDate && refusesZeroDates()) {
            risk("1292", "a date of zeros");
        } else if (type.isSpatial() && scene.isMysql()) {
            risk("1138", "no value");
        } else {
            value(type)
                    .ifPresent(value -> alteration
                            .acts()
                            .add(new Effect.InventsValues(alteration.key(), definition.name(), value, place)));
        }
    }

    private void risk(String number, String value) {
        alteration
                .acts()
                .risk(
                        alteration.key(),
                        number,
                        "if there are rows: they would get " + value + " in column " + definition.name());
    }

    /** The default mode of MySQL does, that of MariaDB does not. */
    private boolean refusesZeroDates() {
        return scene.settings().refusesZeroDates().orElse(scene.isMysql());
    }

    private Optional<String> value(StoredType type) {
        if (type.isNumber()) {
            return Optional.of("0");
        }
        return switch (type.name()) {
            case "enum" -> type.modifiers().stream().findFirst();
            case "date" -> Optional.of("0000-00-00");
            case "datetime" -> Optional.of("0000-00-00 00:00:00");
            case "timestamp" ->
                scene.isMysql() && !scene.server().isMysqlFrom(8, 0, 0)
                        ? Optional.of("CURRENT_TIMESTAMP")
                        : Optional.of("0000-00-00 00:00:00");
            case "time" -> Optional.of("00:00:00");
            case "year" -> Optional.of("0000");
            case "json" -> Optional.of(scene.isMysql() ? "null" : "''");
            default -> Optional.of("''");
        };
    }
}
