package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the name of a type. */
final class TypeReader {
    private static final Map<String, String> STORED = Map.ofEntries(
            Map.entry("int", "int4"),
            Map.entry("integer", "int4"),
            Map.entry("smallint", "int2"),
            Map.entry("bigint", "int8"),
            Map.entry("real", "float4"),
            Map.entry("float", "float8"),
            Map.entry("boolean", "bool"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("character", "bpchar"),
            Map.entry("nchar", "bpchar"),
            Map.entry("char", "bpchar"));
    private static final Set<String> WITH_TIME_ZONE = Set.of("time", "timestamp");

    private final Cursor cursor;

    private TypeReader(Cursor cursor) {
        this.cursor = cursor;
    }

    static SqlType read(Cursor cursor) {
        return new TypeReader(cursor).type();
    }

    private SqlType type() {
        boolean quoted = cursor.isKind(0, TokenKind.QUOTED_IDENTIFIER);
        String first = cursor.name();
        Optional<String> schema = Optional.empty();
        if (cursor.isSymbol(".")) {
            cursor.skip();
            schema = Optional.of(first);
            quoted = true;
            first = cursor.name();
        }
        String name = quoted ? first : spelled(first);
        List<String> modifiers = modifiers();
        if (WITH_TIME_ZONE.contains(name)) {
            name = zoned(name);
        }
        if (cursor.isSymbol("%")) {
            throw new Unreadable("the type of a column");
        }
        return new SqlType(schema, name, modifiers, dimensions());
    }

    private String spelled(String first) {
        if (first.equals("double") && cursor.accept("precision")) {
            return "float8";
        }
        if (first.equals("national")) {
            return spelled(cursor.name());
        }
        boolean varying = cursor.accept("varying");
        if (varying) {
            return first.equals("bit") ? "varbit" : "varchar";
        }
        return STORED.getOrDefault(first, first);
    }

    private String zoned(String name) {
        if (cursor.accept("with", "time", "zone")) {
            return name + "tz";
        }
        cursor.accept("without", "time", "zone");
        return name;
    }

    private List<String> modifiers() {
        var modifiers = new ArrayList<String>();
        if (!cursor.acceptSymbol("(")) {
            return modifiers;
        }
        do {
            modifiers.add(cursor.next().text());
        } while (cursor.acceptSymbol(","));
        cursor.expectSymbol(")");
        return modifiers;
    }

    private int dimensions() {
        int dimensions = 0;
        if (cursor.accept("array")) {
            dimensions = 1;
        }
        while (cursor.isSymbol("[") && (cursor.isSymbol(1, "]") || cursor.isSymbol(2, "]"))) {
            cursor.skip();
            if (!cursor.isSymbol("]")) {
                cursor.skip();
            }
            cursor.skip();
            dimensions++;
        }
        return dimensions;
    }
}
