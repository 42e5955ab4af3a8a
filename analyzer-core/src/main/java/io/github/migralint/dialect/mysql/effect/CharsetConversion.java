package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.MysqlAction.ConvertCharset;
import io.github.migralint.effect.Effect;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;

/** CONVERT TO CHARACTER SET: all columns of text get another one. */
final class CharsetConversion {
    private static final int ONE_BYTE = 255;

    private final Alteration alteration;
    private final Scene scene;
    private final ConvertCharset action;
    private final Optional<String> target;

    CharsetConversion(Alteration alteration, ConvertCharset action) {
        this.alteration = alteration;
        this.scene = alteration.scene();
        this.action = action;
        this.target = action.charset()
                .map(Charsets::canonical)
                .or(() -> action.collation().map(Charsets::ofCollation))
                .or(() -> scene.schema().collationOf(alteration.table().name().schema()).map(Charsets::ofCollation));
    }

    void convert() {
        if (!alteration.certain() || target.isEmpty()) {
            alteration.acts().uncertain();
        }
        alteration.ask(Clause.of(operation(), "CONVERT TO CHARACTER SET", action.span())
                .because("text is stored in " + target.orElse("the default character set")));
        target.ifPresent(charset -> {
            texts().forEach(column -> narrow(column, charset));
            texts().forEach(column -> limit(column, charset));
        });
    }

    private List<Column> texts() {
        return alteration.table().columns().stream()
                .filter(column -> type(column).filter(StoredType::hasCharset).isPresent())
                .toList();
    }

    private static Optional<StoredType> type(Column column) {
        return column.type().map(StoredType::of);
    }

    private String charset(Column column) {
        return Charsets.of(scene.schema(), alteration.table(), column).orElse(Charsets.ofServer(scene.server()));
    }

    private Operation operation() {
        Table table = alteration.table();
        if (!table.complete() || target.isEmpty()) {
            return Operation.CONVERT_CHARSET;
        }
        List<Column> changed = texts().stream()
                .filter(column -> !charset(column).equals(target.get()) || otherOrder(column))
                .toList();
        if (changed.isEmpty()) {
            return Operation.CONVERT_NOTHING;
        }
        boolean wider = changed.stream().allMatch(this::onlyWider);
        if (!wider) {
            return Operation.CONVERT_CHARSET;
        }
        boolean indexed = changed.stream().anyMatch(column -> !alteration.indexesOn(column).isEmpty());
        return indexed ? Operation.CONVERT_WIDER_CHARSET_OF_INDEX : Operation.CONVERT_WIDER_CHARSET;
    }

    /** Whether a collation is said that the column does not have. */
    private boolean otherOrder(Column column) {
        Optional<String> now = column.collation().or(() -> Optional.ofNullable(alteration.table().options().get("collate")));
        return action.collation().isPresent() && !action.collation().equals(now);
    }

    /** Whether every value stays as it is, and its length as short: a TEXT becomes a MEDIUMTEXT. */
    private boolean onlyWider(Column column) {
        StoredType type = type(column).orElseThrow();
        boolean wider = charset(column).equals(Charsets.UTF8MB3)
                && target.filter(Charsets.UTF8MB4::equals).isPresent();
        int characters = type.length().orElse(0);
        boolean crosses = type.name().equals("varchar")
                && characters * Charsets.bytes(Charsets.UTF8MB3) <= ONE_BYTE
                && characters * Charsets.bytes(Charsets.UTF8MB4) > ONE_BYTE;
        return wider && !crosses && !type.isBlob();
    }

    private void narrow(Column column, String charset) {
        StoredType type = type(column).orElseThrow();
        var old = new TypeComparison.Side(type, charset(column), Optional.empty());
        var fresh = new TypeComparison.Side(type, charset, Optional.empty());
        new Narrowing(scene.settings().isStrict())
                .between(old, fresh)
                .ifPresent(loss -> alteration
                        .acts()
                        .add(new Effect.NarrowsType(
                                alteration.key(), column.name(), loss.fate(), loss.values(), action.span())));
    }

    /** Keys take more bytes in another character set, and MySQL has room for so many only. */
    private void limit(Column column, String charset) {
        StoredType type = type(column).orElseThrow();
        boolean whole = alteration.indexesOn(column).stream()
                .filter(index -> !Scene.isFulltext(index))
                .flatMap(index -> index.parts().stream())
                .anyMatch(part -> part.column().filter(column.id()::equals).isPresent()
                        && part.prefixLength().isEmpty());
        long bytes = (long) type.length().orElse(0) * Charsets.bytes(charset);
        if (scene.isMysql() && whole && !type.isBlob() && type.isText() && bytes > KeyLimits.LONGEST) {
            alteration
                    .acts()
                    .fail(
                            Errors.KEY_TOO_LONG,
                            "Column " + column.name() + " would take up to " + bytes
                                    + " bytes in a key, which has room for " + KeyLimits.LONGEST + ".");
        }
    }
}
