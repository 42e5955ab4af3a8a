package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.MysqlAction.ConvertCharset;
import io.github.migralint.dialect.mysql.Collation;
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
    private final Collation target;

    CharsetConversion(Alteration alteration, ConvertCharset action) {
        this.alteration = alteration;
        this.scene = alteration.scene();
        this.action = action;
        this.target = Collation.resolve(
                action.charset(),
                action.collation(),
                scene.schema()
                        .collationOf(alteration.table().name().schema())
                        .map(name -> Collation.named(name, Collation.ofServer(scene.server())))
                        .orElse(Collation.ofServer(scene.server())),
                scene.server());
    }

    void convert() {
        if (!alteration.certain()) {
            alteration.acts().uncertain();
        }
        alteration.ask(Clause.of(operation(), "CONVERT TO CHARACTER SET", action.span())
                .because("text is stored in " + target.charset()));
        texts().forEach(this::narrow);
        texts().forEach(this::limit);
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
        return column.traits()
                .charset()
                .orElse(Charsets.of(scene, alteration.table()).charset());
    }

    private Operation operation() {
        Table table = alteration.table();
        if (!table.complete()) {
            return Operation.CONVERT_CHARSET;
        }
        List<Column> changed = texts().stream()
                .filter(column -> !charset(column).equals(target.charset()) || otherOrder(column))
                .toList();
        if (changed.isEmpty()) {
            return Operation.CONVERT_NOTHING;
        }
        boolean wider = changed.stream().allMatch(this::onlyWider);
        if (!wider) {
            return Operation.CONVERT_CHARSET;
        }
        boolean indexed = changed.stream()
                .anyMatch(column -> !alteration.indexesOn(column).isEmpty());
        return indexed ? Operation.CONVERT_WIDER_CHARSET_OF_INDEX : Operation.CONVERT_WIDER_CHARSET;
    }

    /** Whether text is compared otherwise than before. */
    private boolean otherOrder(Column column) {
        return column.collation().filter(name -> !name.equals(target.name())).isPresent();
    }

    /** Whether every value stays as it is, and its length as short: a TEXT becomes a MEDIUMTEXT. */
    private boolean onlyWider(Column column) {
        StoredType type = type(column).orElseThrow();
        boolean wider =
                charset(column).equals(Charsets.UTF8MB3) && target.charset().equals(Charsets.UTF8MB4);
        int characters = type.length().orElse(0);
        boolean crosses = type.name().equals("varchar")
                && characters * Collation.bytesPerCharacter(Charsets.UTF8MB3) <= ONE_BYTE
                && characters * Collation.bytesPerCharacter(Charsets.UTF8MB4) > ONE_BYTE;
        return wider && !crosses && !type.isBlob();
    }

    private void narrow(Column column) {
        StoredType type = type(column).orElseThrow();
        var old = new TypeComparison.Side(type, charset(column), Optional.empty());
        var fresh = new TypeComparison.Side(type, target.charset(), Optional.empty());
        new Narrowing(scene.settings().isStrict())
                .between(old, fresh)
                .ifPresent(loss -> alteration
                        .acts()
                        .add(new Effect.NarrowsType(
                                alteration.key(), column.name(), loss.fate(), loss.values(), action.span())));
    }

    /** Keys take more bytes in another character set, and MySQL has room for so many only. */
    private void limit(Column column) {
        StoredType type = type(column).orElseThrow();
        boolean whole = alteration.indexesOn(column).stream()
                .filter(index -> !Scene.isFulltext(index))
                .flatMap(index -> index.parts().stream())
                .anyMatch(part -> part.column().filter(column.id()::equals).isPresent()
                        && part.prefixLength().isEmpty());
        long bytes = (long) type.length().orElse(0) * target.bytesPerCharacter();
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
