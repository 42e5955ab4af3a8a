package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.TypeName;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.UserType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Types as columns have them: the server's own names, and the user types behind them. */
final class DataTypes {
    private static final Map<String, String> SERIALS = Map.of(
            "serial", "int4",
            "serial4", "int4",
            "bigserial", "int8",
            "serial8", "int8",
            "smallserial", "int2",
            "serial2", "int2");

    private DataTypes() {}

    /** The integer type behind a serial, if it is one. */
    static Optional<String> serialBase(TypeName type) {
        return type.schema().isEmpty() && !type.isArray()
                ? Optional.ofNullable(SERIALS.get(type.name()))
                : Optional.empty();
    }

    /** The type as a column has it. */
    static DataType resolve(TypeName type, Schema schema) {
        Optional<UserType> userType = schema.type(written(type)).found();
        return new DataType(
                userType.map(found -> found.name().name()).orElse(type.name()),
                type.modifiers(),
                type.arrayDimensions(),
                type.qualifier(),
                userType.map(UserType::id));
    }

    static QualifiedName written(TypeName type) {
        var last = new Identifier(type.name(), false, type.span());
        return type.schema()
                .map(s -> new QualifiedName(List.of(new Identifier(s, false, type.span()), last), type.span()))
                .orElseGet(() -> QualifiedName.of(last));
    }

    /** How two declared argument types compare. */
    static String signature(TypeName type) {
        return type.name() + "[]".repeat(Math.min(type.arrayDimensions(), 1));
    }
}
