package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.DomainType;
import io.github.migralint.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** The types of columns, as catalogs and the information schema write them. */
final class ColumnTypes {
    private final Facts facts;

    ColumnTypes(Facts facts) {
        this.facts = facts;
    }

    private Optional<SchemaObject> userType(DataType type) {
        return type.userType().flatMap(facts.schema()::object);
    }

    /** The type that the information schema speaks of: the one behind a domain. */
    private Optional<DataType> shown(Column column) {
        Optional<DataType> type = column.type();
        for (int i = 0; i < 20 && type.isPresent(); i++) {
            if (type.get().arrayDimensions() > 0 || !(userType(type.get()).orElse(null) instanceof DomainType domain)) {
                return type;
            }
            type = Optional.of(domain.base());
        }
        return Optional.empty();
    }

    /** The type itself. */
    Datum reference(Column column) {
        Optional<DataType> type = column.type().filter(t -> t.arrayDimensions() == 0);
        if (type.isEmpty()) {
            return new Datum(Value.UNKNOWN, "oid", Possibility.PRESENT);
        }
        if (type.get().userType().isPresent()) {
            return Objects.reference("pg_type", type.get().userType());
        }
        return isSystem(type.get())
                ? Datum.of(new Value.Reference("pg_type", type.get().name(), false), "oid")
                : new Datum(Value.UNKNOWN, "oid", Possibility.PRESENT);
    }

    private static boolean isSystem(DataType type) {
        return type.userType().isEmpty() && SystemTypes.is(type.name());
    }

    Datum dataType(Column column) {
        Optional<DataType> type = shown(column);
        if (type.isEmpty()) {
            return Objects.present("varchar");
        }
        if (type.get().arrayDimensions() > 0) {
            return Objects.word("ARRAY");
        }
        if (userType(type.get()).isPresent()) {
            return Objects.word("USER-DEFINED");
        }
        return isSystem(type.get()) ? Objects.word(TypeSpelling.of(type.get().name())) : Objects.present("varchar");
    }

    Datum udtName(Column column) {
        Optional<DataType> type = shown(column);
        if (type.isEmpty()) {
            return Objects.present("name");
        }
        String prefix = type.get().arrayDimensions() > 0 ? "_" : "";
        Optional<SchemaObject> user = userType(type.get());
        if (user.isPresent()) {
            return prefix.isEmpty() ? Objects.name(user.get()) : Objects.present("name");
        }
        return isSystem(type.get()) ? Datum.name(prefix + type.get().name()) : Objects.present("name");
    }

    Datum nullable(Column column) {
        if (column.notNull()) {
            return Objects.yes(false);
        }
        Optional<SchemaObject> user =
                column.type().filter(type -> type.arrayDimensions() == 0).flatMap(this::userType);
        if (user.isPresent() && user.get() instanceof DomainType domain) {
            return domain.notNull() ? Objects.yes(false) : Datum.unknown("varchar");
        }
        boolean plain =
                column.type().filter(type -> user.isPresent() || isSystem(type)).isPresent();
        return plain ? Objects.yes(true) : Datum.unknown("varchar");
    }

    Datum length(Column column) {
        Optional<DataType> type = shown(column).filter(t -> t.arrayDimensions() == 0);
        boolean characters = type.filter(
                        t -> t.name().equals("varchar") || t.name().equals("bpchar"))
                .isPresent();
        if (characters) {
            List<String> modifiers = type.get().modifiers();
            boolean said = modifiers.size() == 1;
            return said
                    ? number(modifiers.get(0))
                    : type.get().name().equals("varchar") ? Datum.nothing("int4") : Datum.unknown("int4");
        }
        boolean bits = type.filter(t -> t.name().equals("bit") || t.name().equals("varbit"))
                .isPresent();
        return type.isPresent() && !bits && isSystem(type.get()) ? Datum.nothing("int4") : Datum.unknown("int4");
    }

    private static Datum number(String text) {
        return Numbers.parse(text)
                .map(n -> Datum.of(new Value.Number(n), "int4"))
                .orElse(Datum.unknown("int4"));
    }

    Datum precision(Column column) {
        Optional<DataType> type = shown(column).filter(t -> t.arrayDimensions() == 0);
        return switch (type.filter(ColumnTypes::isSystem).map(DataType::name).orElse("")) {
            case "int2" -> Datum.integer(16);
            case "int4" -> Datum.integer(32);
            case "int8" -> Datum.integer(64);
            case "float4" -> Datum.integer(24);
            case "float8" -> Datum.integer(53);
            case "numeric" ->
                type.get().modifiers().isEmpty()
                        ? Datum.nothing("int4")
                        : number(type.get().modifiers().get(0));
            case "" -> Datum.unknown("int4");
            default -> Datum.nothing("int4");
        };
    }

    Datum scale(Column column) {
        Optional<DataType> type = shown(column).filter(t -> t.arrayDimensions() == 0);
        return switch (type.filter(ColumnTypes::isSystem).map(DataType::name).orElse("")) {
            case "int2", "int4", "int8" -> Datum.integer(0);
            case "numeric" ->
                switch (type.get().modifiers().size()) {
                    case 0 -> Datum.nothing("int4");
                    case 1 -> Datum.integer(0);
                    default -> number(type.get().modifiers().get(1));
                };
            case "" -> Datum.unknown("int4");
            default -> Datum.nothing("int4");
        };
    }
}
