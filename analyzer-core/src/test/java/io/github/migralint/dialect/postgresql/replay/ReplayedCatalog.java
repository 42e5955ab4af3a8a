package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.Persistence;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.CompositeType;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.DomainType;
import io.github.migralint.schema.EnumType;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.OtherType;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.Trigger;
import io.github.migralint.schema.UserType;
import io.github.migralint.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A replayed schema as sorted lines of facts, in the spelling of {@link ServerCatalog}. */
final class ReplayedCatalog {
    private final Schema schema;
    private final List<String> facts = new ArrayList<>();

    private ReplayedCatalog(Schema schema) {
        this.schema = schema;
    }

    static SortedSet<String> of(Schema schema) {
        var catalog = new ReplayedCatalog(schema);
        catalog.collect();
        return new TreeSet<>(catalog.facts);
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private void add(String format, Object... arguments) {
        facts.add(String.format(Locale.ROOT, format, arguments));
    }

    private void collect() {
        schema.schemas().forEach(name -> add("schema %s", name));
        schema.relations().forEach(relation -> {
            switch (relation) {
                case Table table -> table(table);
                case Index index -> index(index);
                case View view -> view(view);
                case Sequence sequence -> sequence(sequence);
            }
        });
        schema.types().forEach(this::type);
        schema.routines().forEach(this::routine);
    }

    private void table(Table table) {
        if (table.persistence() == Persistence.TEMPORARY) {
            return;
        }
        add("table %s %s rls=%b", table.name(), table.kind(), table.rowSecurity());
        table.columns().forEach(column -> column(table, column));
        table.constraints().forEach(constraint -> constraint(table, constraint));
        table.triggers().forEach(trigger -> trigger(table, trigger));
        table.policies()
                .forEach(policy -> add(
                        "policy %s.%s %s permissive=%b",
                        table.name(), policy.name(), policy.command(), policy.permissive()));
        table.partitionOf().ifPresent(place -> add("partition %s of %s", table.name(), relation(place.parent())));
        table.inherits().forEach(parent -> add("child %s of %s", table.name(), relation(parent)));
    }

    private void column(Table table, Column column) {
        add(
                "column %s.%s %s%s%s%s%s",
                table.name(),
                column.name(),
                column.type().map(ReplayedCatalog::type).orElse("unknown"),
                column.notNull() ? " not null" : "",
                column.defaultValue().isPresent() ? " default" : "",
                column.identity()
                        .map(identity -> identity.always() ? " always" : " by default")
                        .orElse(""),
                column.generated()
                        .map(generated -> generated.stored() ? " stored" : " virtual")
                        .orElse(""));
    }

    static String type(DataType type) {
        String modifiers = type.modifiers().isEmpty() ? "" : "(" + String.join(",", type.modifiers()) + ")";
        // char and bit alone mean one character or bit.
        boolean one = type.modifiers().isEmpty()
                && (type.name().equals("bpchar") || type.name().equals("bit"));
        return type.name() + (one ? "(1)" : modifiers) + (type.arrayDimensions() > 0 ? "[]" : "");
    }

    private void constraint(Table table, Constraint constraint) {
        String target = constraint
                .foreignKey()
                .flatMap(ForeignKey::table)
                .map(referenced -> " to " + relation(referenced) + "("
                        + columns(
                                referenced,
                                constraint.foreignKey().orElseThrow().columns()) + ")")
                .orElse("");
        boolean unordered = constraint.kind() == Constraint.Kind.CHECK || constraint.kind() == Constraint.Kind.EXCLUDE;
        add(
                "constraint %s.%s %s%s%s%s",
                table.name(),
                constraint.name(),
                constraint.kind(),
                unordered ? "" : " (" + columns(table.id(), constraint.columns()) + ")",
                target,
                constraint.validated() ? "" : " not valid");
    }

    private void trigger(Table table, Trigger trigger) {
        add("trigger %s.%s enabled=%b", table.name(), trigger.name(), trigger.enabled());
    }

    private void index(Index index) {
        String keys = index.parts().stream()
                .map(part -> part.column()
                        .map(column -> columns(index.table(), List.of(column)))
                        .orElse("expression"))
                .collect(Collectors.joining(","));
        add(
                "index %s on %s (%s)%s%s%s%s%s",
                index.name(),
                relation(index.table()),
                keys,
                index.include().isEmpty() ? "" : " include (" + columns(index.table(), index.include()) + ")",
                index.unique() ? " unique" : "",
                index.valid() ? "" : " invalid",
                index.predicate().isPresent() ? " partial" : "",
                index.parent().map(parent -> " of " + relation(parent)).orElse(""));
    }

    private void view(View view) {
        add(
                "%s %s (%s)",
                view.materialized() ? "matview" : "view",
                view.name(),
                view.columns().stream().map(Column::name).collect(Collectors.joining(",")));
        view.reads().forEach(read -> add("reads %s %s", view.name(), relation(read)));
    }

    private void sequence(Sequence sequence) {
        String owner = sequence.ownerTable()
                .map(table -> " of " + relation(table) + "."
                        + columns(table, List.of(sequence.ownerColumn().orElseThrow())))
                .orElse("");
        add("sequence %s %s%s%s", sequence.name(), sequence.type(), owner, sequence.identity() ? " identity" : "");
    }

    private void type(UserType type) {
        switch (type) {
            case EnumType e -> add("enum %s (%s)", e.name(), String.join(",", e.labels()));
            case DomainType d -> {
                add(
                        "domain %s %s%s%s",
                        d.name(),
                        type(d.base()),
                        d.notNull() ? " not null" : "",
                        d.defaultValue().isPresent() ? " default" : "");
                d.checks()
                        .forEach(c ->
                                add("domain check %s.%s%s", d.name(), c.name(), c.validated() ? "" : " not valid"));
            }
            case CompositeType c ->
                add(
                        "composite %s (%s)",
                        c.name(),
                        c.attributes().stream()
                                .map(a -> a.name() + " "
                                        + a.type().map(ReplayedCatalog::type).orElse("unknown"))
                                .collect(Collectors.joining(",")));
            case OtherType o -> add("range %s", o.name());
        }
    }

    private void routine(Routine routine) {
        add(
                "routine %s(%d) %s %s",
                routine.name(), routine.argumentTypes().size(), routine.volatility(), routine.language());
    }

    private String relation(ObjectId id) {
        return schema.object(id).map(object -> object.name().toString()).orElse("nothing");
    }

    private String columns(ObjectId relation, List<ObjectId> columns) {
        List<Column> known = schema.object(relation)
                .map(object -> switch (object) {
                    case Table table -> table.columns();
                    case View view -> view.columns();
                    default -> List.<Column>of();
                })
                .orElse(List.of());
        return columns.stream()
                .map(id -> known.stream().filter(c -> c.id().equals(id)).findFirst())
                .flatMap(Optional::stream)
                .map(Column::name)
                .collect(Collectors.joining(","));
    }
}
