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
