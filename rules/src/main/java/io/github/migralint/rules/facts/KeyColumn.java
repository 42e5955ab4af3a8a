package io.github.migralint.rules.facts;

import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Constraint.Kind;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.DomainType;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A column of a foreign key and the column that it points at.
 *
 * @param child the column of the foreign key
 * @param childType its type, that under a domain
 * @param parent the table it points at
 * @param key the column it points at
 * @param keyType its type, that under a domain
 */
public record KeyColumn(Column child, DataType childType, Table parent, Column key, DataType keyType) {
    private static final Map<String, Integer> WHOLE_NUMBERS = Map.of("int2", 1, "int4", 2, "int8", 3, "numeric", 4);

    /** The pairs of a foreign key whose types the history knows. */
    public static List<KeyColumn> of(Schema schema, Table table, Constraint constraint) {
        Optional<ForeignKey> target = constraint.foreignKey();
        Optional<Table> parent = target.flatMap(ForeignKey::table).flatMap(schema::table);
        if (constraint.kind() != Kind.FOREIGN_KEY || parent.isEmpty()) {
            return List.of();
        }
        List<ObjectId> keys = target.get().columns().isEmpty()
                ? parent.get().primaryKey().map(Constraint::columns).orElse(List.of())
                : target.get().columns();
        var pairs = new ArrayList<KeyColumn>();
        for (int i = 0; i < Math.min(keys.size(), constraint.columns().size()); i++) {
            Optional<Column> child = table.column(constraint.columns().get(i));
            Optional<Column> key = parent.get().column(keys.get(i));
            Optional<DataType> childType = child.flatMap(Column::type).map(type -> base(schema, type));
            Optional<DataType> keyType = key.flatMap(Column::type).map(type -> base(schema, type));
            if (childType.isPresent() && keyType.isPresent()) {
                pairs.add(new KeyColumn(
                        child.orElseThrow(), childType.get(), parent.get(), key.orElseThrow(), keyType.get()));
            }
        }
        return pairs;
    }

    private static DataType base(Schema schema, DataType type) {
        return type.userType()
                .flatMap(schema::object)
                .filter(DomainType.class::isInstance)
                .map(domain -> base(schema, ((DomainType) domain).base()))
                .orElse(type);
    }

    /** The same pair in a later state, if the child is still too narrow there. */
    public Optional<KeyColumn> again(Schema later, Table table) {
        return table.constraints().stream()
                .flatMap(constraint -> of(later, table, constraint).stream())
                .filter(pair ->
                        pair.child.id().equals(child.id()) && pair.key.id().equals(key.id()))
                .filter(KeyColumn::tooNarrow)
                .findFirst();
    }

    /** Whether the parent has keys that the child cannot hold. */
    public boolean tooNarrow() {
        return numbersTooNarrow() || textTooNarrow();
    }

    /** What happens then. */
    public String consequence() {
        return numbersTooNarrow()
                ? "rows for keys above its range fail with \"out of range\" (22003)"
                : "rows for longer keys fail with \"value too long\" (22001)";
    }

    private boolean numbersTooNarrow() {
        Integer child = WHOLE_NUMBERS.get(childType.name());
        Integer parent = WHOLE_NUMBERS.get(keyType.name());
        return child != null && parent != null && child < parent;
    }

    private boolean textTooNarrow() {
        Optional<Integer> limit = limit(childType);
        boolean text = keyType.name().equals("varchar") || keyType.name().equals("text");
        return limit.isPresent()
                && text
                && limit(keyType).map(longest -> longest > limit.get()).orElse(true);
    }

    private static Optional<Integer> limit(DataType type) {
        boolean limited = type.name().equals("varchar")
                && type.modifiers().size() == 1
                && type.modifiers().getFirst().chars().allMatch(Character::isDigit);
        return limited ? Optional.of(Integer.valueOf(type.modifiers().getFirst())) : Optional.empty();
    }
}
