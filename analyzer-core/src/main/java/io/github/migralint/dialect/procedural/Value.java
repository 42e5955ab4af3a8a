package io.github.migralint.dialect.procedural;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an expression is worth. */
public sealed interface Value {
    /** Nobody can tell without the database. */
    Value UNKNOWN = new Unknown();

    /** NULL. */
    Value NULL = new Null();

    /** Nobody can tell without the database. */
    record Unknown() implements Value {}

    /** NULL. */
    record Null() implements Value {}

    /** A truth value. */
    record Truth(boolean holds) implements Value {}

    /** A number. */
    @SuppressWarnings("AvoidCommonTypeNames") // SQL has numbers too, and here no others are spoken of
    record Number(BigDecimal number) implements Value {}

    /** A text, or anything else that is written as one: a name, a regclass, a date. */
    record Text(String text) implements Value {}

    /**
     * An object of the system catalogs by its oid, a number that no history tells.
     *
     * @param catalog the catalog that lists it: {@code pg_class}
     * @param key what tells it from the others there, for comparison only
     * @param named whether it is written as the name of the object, as a regclass is, and not as the number
     */
    record Reference(String catalog, String key, boolean named) implements Value {}

    /** An array. */
    record Array(List<Value> elements) implements Value {
        public Array {
            elements = List.copyOf(elements);
        }
    }

    /** A row, by the names of its columns, in order. */
    record Row(Map<String, Value> fields) implements Value {
        public Row {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }
}
