package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.IndexElement;
import io.github.migralint.dialect.mysql.Collation;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Table;
import java.util.Optional;

/**
 * What MySQL refuses as a key because it is too long. MariaDB cuts it, or makes a hash of it.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 * @param table the table
 */
record KeyLimits(Scene scene, Acts acts, Table table) {
    /** Bytes of one key part, for the row formats that are the default. */
    static final int LONGEST = 3072;

    void check(KeyDefinition key) {
        boolean ofValues = key.kind() != KeyDefinition.Kind.FULLTEXT && key.kind() != KeyDefinition.Kind.SPATIAL;
        if (scene.isMysql() && ofValues && Storage.isInnodb(table)) {
            key.elements().forEach(this::check);
        }
    }

    private void check(IndexElement element) {
        Optional<Column> column = element.column().flatMap(name -> table.column(name.value()));
        Optional<StoredType> type = column.flatMap(Column::type).map(StoredType::of);
        if (column.isEmpty() || type.isEmpty()) {
            return;
        }
        if (type.get().isBlob() && element.prefixLength().isEmpty()) {
            acts.fail(
                    Errors.KEY_WITHOUT_LENGTH,
                    "Column " + column.get().name() + " of type " + type.get()
                            + " can only be a part of a key with a length, as in "
                            + column.get().name() + "(100).");
        }
        refusePrefix(element, column.get(), type.get());
        String charset = column.get().traits().charset().orElse("");
        int each = type.get().isText() ? Collation.bytesPerCharacter(charset) : 1;
        long bytes = (long) element.prefixLength().or(() -> type.get().length()).orElse(0) * each;
        boolean counted = type.get().isText() || type.get().isVariable();
        if (counted && bytes > LONGEST) {
            acts.fail(
                    Errors.KEY_TOO_LONG,
                    "Column " + column.get().name() + " takes up to " + bytes + " bytes in a key, which has room for "
                            + LONGEST + ".");
        }
    }

    /** Only text and bytes have a beginning, and that is not longer than they are. */
    private void refusePrefix(IndexElement element, Column column, StoredType type) {
        boolean string = type.isText() || type.isBlob() || type.name().endsWith("binary");
        boolean tooLong = element.prefixLength().isPresent()
                && (!string || element.prefixLength().get() > type.length().orElse(Integer.MAX_VALUE));
        if (tooLong) {
            acts.fail(
                    "1089",
                    "The length in the key is none that column " + column.name() + " of type " + type + " can have.");
        }
    }
}
