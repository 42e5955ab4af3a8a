package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.dialect.mysql.Collation;
import java.util.List;
import java.util.Optional;

/**
 * What a change from one type to another asks for: nothing, a note that values may be longer, or every value written anew.
 *
 * @param scene what the statement sees
 * @param indexed whether an index has the column
 */
record TypeComparison(Scene scene, boolean indexed) {
    /** The longest text of which one byte can hold the length. */
    private static final int ONE_BYTE = 255;

    /** The longest text that MariaDB extends over that limit without touching rows. */
    private static final int HALF_BYTE = 127;

    private static final int MEMBERS_PER_BYTE = 8;

    /**
     * A column's type with all that says how its values are stored.
     *
     * @param type the type
     * @param charset the character set, for text
     * @param collation the collation, where one is said
     */
    record Side(StoredType type, String charset, Optional<String> collation) {
        private int bytes() {
            long characters = type.length().orElse(0);
            int each = type.isText() ? Collation.bytesPerCharacter(charset) : 1;
            return (int) Math.min(Integer.MAX_VALUE, characters * each);
        }
    }

    /** The operation that the change asks for; none where values stay as they are. */
    Optional<Operation> of(Side old, Side fresh) {
        StoredType from = old.type();
        StoredType to = fresh.type();
        if (from.hasMembers() && from.name().equals(to.name())) {
            return members(old, fresh);
        }
        if (!from.name().equals(to.name())) {
            return Optional.of(Operation.CHANGE_TYPE);
        }
        if (from.isVariable()) {
            return variable(old, fresh);
        }
        if (!from.isStoredAs(to)) {
            return Optional.of(Operation.CHANGE_TYPE);
        }
        return from.isText() ? charset(old, fresh) : Optional.empty();
    }

    private Optional<Operation> variable(Side old, Side fresh) {
        int before = old.type().length().orElse(0);
        int after = fresh.type().length().orElse(0);
        Optional<Operation> charset = old.type().isText() ? charset(old, fresh) : Optional.empty();
        if (after < before || charset.filter(op -> op == Operation.CHANGE_TYPE).isPresent()) {
            return Optional.of(Operation.CHANGE_TYPE);
        }
        boolean crosses = old.bytes() <= ONE_BYTE && fresh.bytes() > ONE_BYTE;
        if (crosses) {
            boolean little = scene.isMariadb() && old.bytes() <= HALF_BYTE;
            return little
                    ? charset.or(() -> Optional.of(Operation.EXTEND_STRING_LENGTH_BYTES))
                    : Optional.of(Operation.CHANGE_TYPE);
        }
        return charset.or(() -> after > before ? Optional.of(Operation.EXTEND_STRING) : Optional.empty());
    }

    private Optional<Operation> charset(Side old, Side fresh) {
        if (!old.charset().equals(fresh.charset())) {
            boolean wider =
                    old.charset().equals(Charsets.UTF8MB3) && fresh.charset().equals(Charsets.UTF8MB4);
            if (!wider) {
                return Optional.of(Operation.CHANGE_TYPE);
            }
            return Optional.of(indexed ? Operation.WIDEN_CHARSET_OF_INDEX : Operation.WIDEN_CHARSET);
        }
        boolean sameOrder = old.collation().equals(fresh.collation());
        if (sameOrder) {
            return Optional.empty();
        }
        return Optional.of(indexed ? Operation.CHANGE_COLLATION_OF_INDEX : Operation.CHANGE_COLLATION);
    }

    /** New members behind the others change nothing that is stored, unless they need one more byte. */
    private Optional<Operation> members(Side old, Side fresh) {
        List<String> before = old.type().modifiers();
        List<String> after = fresh.type().modifiers();
        boolean appended =
                after.size() >= before.size() && after.subList(0, before.size()).equals(before);
        if (!appended || memberBytes(old.type()) != memberBytes(fresh.type())) {
            return Optional.of(Operation.CHANGE_TYPE);
        }
        Optional<Operation> charset = charset(old, fresh);
        return charset.or(
                () -> after.size() > before.size() ? Optional.of(Operation.APPEND_MEMBERS) : Optional.empty());
    }

    private static int memberBytes(StoredType type) {
        int members = type.modifiers().size();
        if (type.name().equals("enum")) {
            return members <= ONE_BYTE ? 1 : 2;
        }
        int bytes = (members + MEMBERS_PER_BYTE - 1) / MEMBERS_PER_BYTE;
        return bytes > 4 ? 8 : bytes;
    }
}
