package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.TypeName;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.DefaultValue;
import io.github.migralint.schema.DomainType;
import io.github.migralint.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a type is made of: domains over domains down to a type of the server. */
final class Types {
    private static final Set<String> SERIALS =
            Set.of("serial", "serial2", "serial4", "serial8", "bigserial", "smallserial");

    private Types() {}

    /** Whether there is surely no such type. */
    static boolean surelyMissing(TypeName type, Schema schema) {
        return type.schema().isEmpty()
                && !isSerial(type)
                && !type.name().startsWith("setof ")
                && !type.qualifier().contains("%")
                && schema.type(named(type)).isAbsent()
                && schema.relation(named(type)).isAbsent();
    }

    /** Whether a column of the type takes its values from a sequence of its own. */
    static boolean isSerial(TypeName type) {
        return type.schema().isEmpty() && SERIALS.contains(type.name());
    }

    private static final Set<String> PSEUDO = Set.of(
            "record", "trigger", "event_trigger", "void", "internal", "cstring", "any", "anyelement", "anyarray");

    /** Whether values of the type cannot be stored. */
    static boolean isPseudo(DataType type) {
        return type.userType().isEmpty() && type.arrayDimensions() == 0 && PSEUDO.contains(type.name());
    }

    private static final Set<String> WITHOUT_COLLATION = Set.of(
            "int2",
            "int4",
            "int8",
            "numeric",
            "float4",
            "float8",
            "bool",
            "uuid",
            "date",
            "time",
            "timetz",
            "timestamp",
            "timestamptz",
            "interval",
            "bytea",
            "json",
            "jsonb",
            "inet",
            "cidr",
            "oid");

    /** Whether values of the type are surely no strings. */
    static boolean surelyWithoutCollation(DataType type) {
        return type.userType().isEmpty() && WITHOUT_COLLATION.contains(type.name());
    }

    /** What is wrong with the length, precision or scale of a type. */
    static Optional<Problem> modifierProblem(DataType type, Scene scene) {
        if (!type.name().equals("numeric") || type.modifiers().isEmpty()) {
            return Optional.empty();
        }
        try {
            int precision = Integer.parseInt(type.modifiers().get(0).trim());
            int scale = type.modifiers().size() > 1
                    ? Integer.parseInt(type.modifiers().get(1).trim())
                    : 0;
            boolean scaleFits = scene.since(15) ? Math.abs(scale) <= 1000 : scale >= 0 && scale <= precision;
            return precision >= 1 && precision <= 1000 && scaleFits
                    ? Optional.empty()
                    : Optional.of(new Problem("22023", "There is no type " + type + "."));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static QualifiedName named(TypeName type) {
        var last = new Identifier(type.name(), false, type.span());
        return type.schema()
                .map(schema ->
                        new QualifiedName(List.of(new Identifier(schema, false, type.span()), last), type.span()))
                .orElseGet(() -> QualifiedName.of(last));
    }

    /** The type as a column would have it. */
    static DataType resolve(TypeName type, Schema schema) {
        var user = schema.type(named(type)).found();
        return new DataType(
                user.map(found -> found.name().name()).orElse(type.name()),
                type.modifiers(),
                type.arrayDimensions(),
                type.qualifier(),
                user.map(found -> found.id()));
    }

    /** The domain that a type is, arrays left out. */
    static Optional<DomainType> domain(DataType type, Schema schema) {
        return type.arrayDimensions() > 0
                ? Optional.empty()
                : type.userType()
                        .flatMap(schema::object)
                        .filter(DomainType.class::isInstance)
                        .map(DomainType.class::cast);
    }

    /** The type below all domains. */
    static DataType base(DataType type, Schema schema) {
        Optional<DomainType> domain = domain(type, schema);
        return domain.isPresent() ? base(domain.get().base(), schema) : type;
    }

    /** Whether a value has to be checked when it becomes one of this type. */
    static boolean constrained(DataType type, Schema schema) {
        return domain(type, schema)
                .filter(domain -> domain.notNull() || !domain.checks().isEmpty() || constrained(domain.base(), schema))
                .isPresent();
    }

    static boolean refusesNull(DataType type, Schema schema) {
        return domain(type, schema)
                .filter(domain -> domain.notNull() || refusesNull(domain.base(), schema))
                .isPresent();
    }

    /** The default that a column of the type gets without one of its own. */
    static Optional<DefaultValue> domainDefault(DataType type, Schema schema) {
        return domain(type, schema)
                .flatMap(domain -> domain.defaultValue().or(() -> domainDefault(domain.base(), schema)));
    }
}
