package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.IndexPart;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Optional;

/** What an index is to its table. */
final class Keys {
    private Keys() {}

    static boolean isPrimary(Objects objects, Index index) {
        return kind(objects, index).filter(Constraint.Kind.PRIMARY_KEY::equals).isPresent();
    }

    static boolean isExclusion(Objects objects, Index index) {
        return kind(objects, index).filter(Constraint.Kind.EXCLUDE::equals).isPresent();
    }

    private static Optional<Constraint.Kind> kind(Objects objects, Index index) {
        Optional<Table> table = objects.facts().schema().table(index.table());
        return table.flatMap(found -> found.constraints().stream()
                .filter(constraint ->
                        constraint.index().filter(index.id()::equals).isPresent())
                .findFirst()
                .map(Constraint::kind));
    }

    /** The numbers of its columns, 0 for an expression. */
    static Datum places(Objects objects, Index index) {
        Optional<Relation> table = objects.relation(index.table());
        if (table.isEmpty()) {
            return Datum.unknown("int2[]");
        }
        var places = new ArrayList<Value>();
        for (IndexPart part : index.parts()) {
            places.add(part.column()
                    .map(column -> Objects.place(table.get(), column).value())
                    .orElse(new Value.Number(BigDecimal.ZERO)));
        }
        index.include()
                .forEach(column -> places.add(Objects.place(table.get(), column).value()));
        return Datum.array(places, "int2");
    }
}
