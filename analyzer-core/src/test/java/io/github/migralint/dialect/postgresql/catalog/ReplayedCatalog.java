package io.github.migralint.dialect.postgresql.catalog;

import io.github.migralint.ast.PartitionBound;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.Volatility;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.CompositeType;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.DomainType;
import io.github.migralint.schema.EnumType;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Membership;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.OtherType;
import io.github.migralint.schema.Partitioning;
import io.github.migralint.schema.Policy;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.Trigger;
import io.github.migralint.schema.UserType;
import io.github.migralint.schema.View;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A replayed schema as facts, in the spelling of {@code catalog.sql}. */
public final class ReplayedCatalog {
    private final Schema schema;
    private final Set<Fact> facts = new HashSet<>();

    private ReplayedCatalog(Schema schema) {
        this.schema = schema;
    }

    static Set<Fact> of(Schema schema) {
        var catalog = new ReplayedCatalog(schema);
        catalog.collect();
        return catalog.facts;
    }

    /** All facts as text, sorted. */
    public static String text(Schema schema) {
        return of(schema).stream().sorted().map(Fact::toString).collect(Collectors.joining("\n"));
    }

    private void add(String kind, Object object, String detail) {
        facts.add(new Fact(kind, object.toString(), detail));
    }

    private void collect() {
        schema.schemas().forEach(name -> add("schema", name, ""));
        schema.extensions().stream()
                .filter(name -> !name.equals("plpgsql"))
                .forEach(name -> add("extension", name, ""));
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
        add(
                "table",
                table.name(),
                table.kind()
                        + (table.persistence() == Persistence.UNLOGGED ? " unlogged" : "")
                        + (table.rowSecurity() ? " row security" : "")
                        + table.partitioning()
                                .map(key -> partitioning(table, key))
                                .orElse(""));
        table.columns().forEach(column -> add("column", table.name(), column(column)));
        table.constraints()
                .forEach(constraint -> add(
                        "constraint",
                        table.name(),
                        ConstraintFact.of(constraint, table, this::relation, this::columns)));
        table.triggers().forEach(trigger -> add("trigger", table.name(), trigger(trigger)));
        table.policies().forEach(policy -> add("policy", table.name(), policy(table, policy)));
        table.partitionOf().ifPresent(place -> add("partition", table.name(), membership(place)));
        table.inherits().forEach(parent -> add("child", table.name(), "of " + relation(parent)));
    }

    private String partitioning(Table table, Partitioning key) {
        String expressions = key.hasExpressions() ? "expression" : "";
        String columns = columns(table.id(), key.columns());
        return " by " + key.strategy() + " ("
                + Stream.of(columns, expressions)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(",")) + ")";
    }

    private String column(Column column) {
        return column.name() + " "
                + column.type().map(ReplayedCatalog::type).orElse("unknown")
                + (column.notNull() ? " not null" : "")
                + column.defaultValue()
                        .map(value -> value.volatility() == Volatility.VOLATILE ? " default volatile" : " default")
                        .orElse("")
                + column.identity()
                        .map(identity -> identity.always() ? " always" : " by default")
                        .orElse("")
                + column.generated()
                        .map(generated -> generated.stored() ? " stored" : " virtual")
                        .orElse("")
                + column.collation()
                        .map(name -> name.substring(name.indexOf('.') + 1))
                        .filter(name -> !name.equals("default"))
                        .map(name -> " collate " + name)
                        .orElse("");
    }

    private static String type(DataType type) {
        String modifiers = type.modifiers().isEmpty() ? "" : "(" + String.join(",", type.modifiers()) + ")";
        // char and bit alone mean one character or bit
        boolean one = type.modifiers().isEmpty()
                && (type.name().equals("bpchar") || type.name().equals("bit"));
        return type.name() + (one ? "(1)" : modifiers) + (type.arrayDimensions() > 0 ? "[]" : "");
    }

    private String trigger(Trigger trigger) {
        String events = Stream.of("INSERT", "UPDATE", "DELETE", "TRUNCATE")
                .filter(trigger.events()::contains)
                .collect(Collectors.joining(" "));
        String function = trigger.function()
                .flatMap(schema::object)
                .map(object -> object.name().name())
                .orElseGet(trigger.functionName()::name);
        return trigger.name() + " " + trigger.timing() + " " + events + (trigger.forEachRow() ? " each row " : " ")
                + function + (trigger.enabled() ? "" : " disabled") + (trigger.constraint() ? " constraint" : "");
    }

    private String policy(Table table, Policy policy) {
        return policy.name() + " " + policy.command() + (policy.permissive() ? "" : " restrictive") + " of "
                + sorted(columns(table.id(), policy.columns()));
    }

    private String membership(Membership place) {
        return "of " + relation(place.parent())
                + place.bound().map(ReplayedCatalog::bound).orElse("");
    }

    private static String bound(PartitionBound bound) {
        if (bound.isDefault()) {
            return " default";
        }
        String values = bound.values().orElseThrow().normalized().toLowerCase(Locale.ROOT);
        String first = values.split(" ", 2)[0];
        // what stands in lists and ranges the server spells as the key's type does
        return " for values "
                + (first.equals("with")
                        ? values.replace("( ", "(").replace(" )", ")").replace(" ,", ",")
                        : first);
    }

    private void index(Index index) {
        if (schema.table(index.table())
                .filter(table -> table.persistence() == Persistence.TEMPORARY)
                .isPresent()) {
            return;
        }
        String keys = index.parts().stream()
                .map(part -> part.column()
                                .map(column -> columns(index.table(), List.of(column)))
                                .orElse("expression")
                        + (part.descending() ? " desc" : ""))
                .collect(Collectors.joining(","));
        String table = relation(index.table());
        add(
                "index",
                table,
                index.name() + " " + index.method() + " (" + keys + ")"
                        + (index.include().isEmpty()
                                ? ""
                                : " include (" + columns(index.table(), index.include()) + ")")
                        + (index.unique() ? " unique" : "")
                        + (index.nullsNotDistinct() ? " nulls not distinct" : "")
                        + (index.valid() ? "" : " invalid")
                        + (index.predicate().isPresent() ? " partial" : "")
                        + index.parent()
                                .map(parent -> " of " + relation(parent))
                                .orElse("")
                        + constraintOf(index));
        Set<ObjectId> own = Stream.concat(
                        index.parts().stream().flatMap(part -> part.column().stream()), index.include().stream())
                .collect(Collectors.toSet());
        Stream.concat(
                        index.parts().stream().flatMap(part -> part.mentions().stream()),
                        index.predicateColumns().stream())
                .filter(column -> !own.contains(column))
                .forEach(column ->
                        add("index use", table, index.name() + " " + columns(index.table(), List.of(column))));
    }

    private String constraintOf(Index index) {
        return index.constraint()
                .flatMap(id -> schema.table(index.table()).stream()
                        .flatMap(table -> table.constraints().stream())
                        .filter(constraint -> constraint.id().equals(id))
                        .findFirst())
                .map(constraint -> " for " + constraint.name())
                .orElse("");
    }

    private void view(View view) {
        if (view.name().schema().equals("pg_temp")) {
            return;
        }
        add("view", view.name(), view.materialized() ? "materialized" : "");
        if (!view.columns().isEmpty()) {
            add(
                    "view columns",
                    view.name(),
                    view.columns().stream().map(Column::name).collect(Collectors.joining(",")));
        }
        view.reads().forEach(read -> add("view reads", view.name(), relation(read)));
        for (ObjectId read : view.reads()) {
            for (ObjectId column : view.readsColumns()) {
                String name = columns(read, List.of(column));
                if (!name.isEmpty()) {
                    add("view uses", view.name(), relation(read) + "." + name);
                }
            }
        }
    }

    private void sequence(Sequence sequence) {
        if (sequence.name().schema().equals("pg_temp")) {
            return;
        }
        String owner = sequence.ownerTable()
                .map(table -> " of " + relation(table) + "."
                        + columns(table, List.of(sequence.ownerColumn().orElseThrow())))
                .orElse("");
        add("sequence", sequence.name(), sequence.type() + owner + (sequence.identity() ? " identity" : ""));
    }

    private void type(UserType type) {
        switch (type) {
            case EnumType e -> add("enum", e.name(), String.join(",", e.labels()));
            case DomainType d -> {
                add(
                        "domain",
                        d.name(),
                        type(d.base())
                                + (d.notNull() ? " not null" : "")
                                + (d.defaultValue().isPresent() ? " default" : ""));
                d.checks().forEach(c -> add("domain check", d.name(), c.name() + (c.validated() ? "" : " not valid")));
            }
            case CompositeType c ->
                add(
                        "composite",
                        c.name(),
                        c.attributes().stream()
                                .map(a -> a.name() + " "
                                        + a.type().map(ReplayedCatalog::type).orElse("unknown"))
                                .collect(Collectors.joining(",")));
            case OtherType o -> add("range", o.name(), "");
        }
    }

    private void routine(Routine routine) {
        add(
                routine.procedure() ? "procedure" : "function",
                routine.name(),
                "(" + String.join(",", routine.argumentTypes()) + ") " + routine.volatility() + " " + routine.language()
                        + (routine.returnType().equals("trigger") ? " trigger" : ""));
    }

    private static String sorted(String names) {
        return Stream.of(names.split(",", -1)).sorted().collect(Collectors.joining(","));
    }

    private String relation(ObjectId id) {
        return schema.object(id).map(object -> object.name().toString()).orElse("nothing");
    }

    private String columns(ObjectId relation, List<ObjectId> columns) {
        List<Column> known = schema.object(relation)
                .filter(Relation.class::isInstance)
                .map(object -> switch ((Relation) object) {
                    case Table table -> table.columns();
                    case View view -> view.columns();
                    case Index ignored -> List.<Column>of();
                    case Sequence ignored -> List.<Column>of();
                })
                .orElse(List.of());
        return columns.stream()
                .map(id -> known.stream().filter(c -> c.id().equals(id)).findFirst())
                .flatMap(Optional::stream)
                .map(Column::name)
                .collect(Collectors.joining(","));
    }
}
