package io.github.migralint.trace;

import io.github.migralint.ast.Expression;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.IndexPart;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Policy;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.Trigger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in one line what a part of a table is, in the order in which SQL says it. */
final class Definitions {
    private static final int LONGEST_EXPRESSION = 200;

    private final Schema schema;
    private final Table table;

    Definitions(Schema schema, Table table) {
        this.schema = schema;
        this.table = table;
    }

    static String of(Column column) {
        var words = new Words(column.name());
        words.add(column.type().map(Object::toString).orElse("(type not known)"));
        words.add("COLLATE ", column.collation());
        words.addIf(column.notNull(), "NOT NULL");
        words.add("DEFAULT ", column.defaultValue().map(value -> cut(value.expression())));
        column.identity()
                .ifPresent(identity ->
                        words.add("GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY"));
        column.generated()
                .ifPresent(generated -> words.add("GENERATED ALWAYS AS (" + cut(generated.expression()) + ")"
                        + (generated.stored() ? " STORED" : "")));
        words.add("ON UPDATE ", column.traits().onUpdate().map(Definitions::cut));
        words.addIf(column.traits().invisible(), "INVISIBLE");
        return words.toString();
    }

    static String of(Trigger trigger) {
        var words = new Words(trigger.name());
        words.add(trigger.timing());
        words.add(String.join(" OR ", trigger.events()));
        words.addIf(trigger.forEachRow(), "FOR EACH ROW");
        words.addIf(!trigger.functionName().toString().isEmpty(), "EXECUTE " + trigger.functionName());
        words.addIf(!trigger.enabled(), "(disabled)");
        return words.toString();
    }

    static String of(Policy policy) {
        var words = new Words(policy.name());
        words.addIf(!policy.permissive(), "RESTRICTIVE");
        words.addIf(!policy.command().isEmpty(), "FOR " + policy.command());
        return words.toString();
    }

    String of(Index index) {
        var words = new Words(index.name().name());
        words.addIf(index.unique(), "UNIQUE");
        words.addIf(!index.method().equals("btree") && !index.method().isEmpty(), "USING " + index.method());
        words.add(index.parts().stream().map(this::key).collect(Collectors.joining(", ", "(", ")")));
        words.addIf(!index.include().isEmpty(), "INCLUDE " + columns(index.include(), table));
        words.addIf(index.nullsNotDistinct(), "NULLS NOT DISTINCT");
        words.add("WHERE ", index.predicate().map(Definitions::cut));
        words.addIf(!index.valid(), "INVALID");
        words.addIf(!index.visible(), "INVISIBLE");
        return words.toString();
    }

    private String key(IndexPart part) {
        String key = part.column()
                .flatMap(table::column)
                .map(Column::name)
                .or(() -> part.expression().map(Definitions::cut))
                .orElse("?");
        String length = part.prefixLength().map(prefix -> "(" + prefix + ")").orElse("");
        return key + length + (part.descending() ? " DESC" : "");
    }

    String of(Constraint constraint) {
        var words = new Words(constraint.name());
        words.add(constraint.kind().name().replace('_', ' '));
        constraint
                .expression()
                .ifPresentOrElse(
                        expression -> words.add("(" + cut(expression) + ")"),
                        () -> words.add(columns(constraint.columns(), table)));
        constraint.foreignKey().ifPresent(key -> words.add(references(key)));
        words.addIf(constraint.deferrable(), "DEFERRABLE");
        words.addIf(constraint.noInherit() && constraint.kind() == Constraint.Kind.CHECK, "NO INHERIT");
        words.addIf(!constraint.enforced(), "NOT ENFORCED");
        words.addIf(!constraint.validated(), "NOT VALID");
        return words.toString();
    }

    private String references(ForeignKey key) {
        Optional<Table> target = key.table().flatMap(schema::table);
        String name = target.map(SchemaObject::name)
                .map(found -> found.name())
                .orElse(key.tableName().toString());
        var words = new Words("REFERENCES " + name);
        target.filter(t -> !key.columns().isEmpty()).ifPresent(t -> words.add(columns(key.columns(), t)));
        words.addIf(!key.onDelete().isEmpty(), "ON DELETE " + key.onDelete());
        words.addIf(!key.onUpdate().isEmpty(), "ON UPDATE " + key.onUpdate());
        return words.toString();
    }

    private static String columns(List<ObjectId> columns, Table of) {
        return columns.stream()
                .map(column -> of.column(column).map(Column::name).orElse("?"))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String cut(Expression expression) {
        String text = expression.normalized().replace(" ( )", "()").replace(" ,", ",");
        return text.length() > LONGEST_EXPRESSION ? text.substring(0, LONGEST_EXPRESSION) + "…" : text;
    }

    /** Words of a definition, blanks between them. */
    private static final class Words {
        private final StringBuilder text;

        Words(String first) {
            text = new StringBuilder(first);
        }

        void add(String word) {
            text.append(' ').append(word);
        }

        void add(String lead, Optional<String> word) {
            word.ifPresent(one -> add(lead + one));
        }

        void addIf(boolean holds, String word) {
            if (holds) {
                add(word);
            }
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
