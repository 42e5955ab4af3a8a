package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.TypeName;
import io.github.migralint.dialect.grammar.SyntaxProblem;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the names of types, and calls them as the server does. */
final class TypeNames {
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("integer", "int"),
            Map.entry("int4", "int"),
            Map.entry("int1", "tinyint"),
            Map.entry("int2", "smallint"),
            Map.entry("int3", "mediumint"),
            Map.entry("middleint", "mediumint"),
            Map.entry("int8", "bigint"),
            Map.entry("serial", "bigint"),
            Map.entry("bool", "tinyint"),
            Map.entry("boolean", "tinyint"),
            Map.entry("dec", "decimal"),
            Map.entry("numeric", "decimal"),
            Map.entry("fixed", "decimal"),
            Map.entry("float4", "float"),
            Map.entry("float8", "double"),
            Map.entry("real", "double"),
            Map.entry("character", "char"),
            Map.entry("nchar", "char"),
            Map.entry("varcharacter", "varchar"),
            Map.entry("nvarchar", "varchar"),
            Map.entry("long", "mediumtext"),
            Map.entry("geomcollection", "geometrycollection"));
    private static final Set<String> PLAIN = Set.of(
            "int",
            "tinyint",
            "smallint",
            "mediumint",
            "bigint",
            "decimal",
            "float",
            "double",
            "bit",
            "char",
            "varchar",
            "binary",
            "varbinary",
            "tinytext",
            "text",
            "mediumtext",
            "longtext",
            "tinyblob",
            "blob",
            "mediumblob",
            "longblob",
            "enum",
            "set",
            "date",
            "time",
            "datetime",
            "timestamp",
            "year",
            "json",
            "geometry",
            "point",
            "linestring",
            "polygon",
            "multipoint",
            "multilinestring",
            "multipolygon",
            "geometrycollection",
            "vector",
            "uuid",
            "inet4",
            "inet6");
    /** The most digits of a FLOAT that is not a DOUBLE. */
    private static final int SINGLE_PRECISION = 24;

    private final StatementTokens tokens;
    private final int from;
    private int at;
    private String name = "";
    private final List<String> modifiers = new ArrayList<>();
    private boolean unsigned;
    private boolean zerofill;
    private boolean national;

    private TypeNames(StatementTokens tokens, int from) {
        this.tokens = tokens;
        this.from = from;
        this.at = from;
    }

    /** The index after the type that begins at a token. */
    static int end(StatementTokens tokens, int from) {
        return new TypeNames(tokens, from).parse().at;
    }

    /** The type that begins at a token. */
    static TypeName read(StatementTokens tokens, int from) {
        return new TypeNames(tokens, from).parse().type();
    }

    private TypeNames parse() {
        String word = tokens.word(at);
        national = Set.of("national", "nchar", "nvarchar").contains(word);
        if (word.equals("national")) {
            at++;
            word = tokens.word(at);
        }
        name = SYNONYMS.getOrDefault(word, word);
        if (!PLAIN.contains(name) && !isPlaceholder()) {
            throw new SyntaxProblem(at, "expected a type");
        }
        at++;
        second(word);
        if (tokens.type(at) == MysqlParser.LPAREN) {
            modifiers();
        } else if (name.equals("varchar") || name.equals("varbinary")) {
            throw new SyntaxProblem(at, "expected a length");
        }
        attributes(word);
        return this;
    }

    private boolean isPlaceholder() {
        return at < tokens.count() && tokens.token(at).kind() == TokenKind.PLACEHOLDER;
    }

    /** Types of two words. */
    private void second(String first) {
        String next = tokens.word(at);
        switch (first) {
            case "double" -> take("precision");
            case "char", "character", "nchar" -> {
                if (take("varying") || (first.equals("nchar") && (take("varchar") || take("varcharacter")))) {
                    name = "varchar";
                }
            }
            case "long" -> longType(next);
            default -> {}
        }
    }

    private void longType(String next) {
        if (next.equals("varbinary")) {
            name = "mediumblob";
            at++;
        } else if (next.equals("varchar") || next.equals("varcharacter")) {
            at++;
        } else if (next.equals("char") || next.equals("character")) {
            at += tokens.word(at + 1).equals("varying") ? 2 : 0;
        }
    }

    private boolean take(String word) {
        boolean found = tokens.word(at).equals(word);
        at += found ? 1 : 0;
        return found;
    }

    private void modifiers() {
        int close = tokens.closing(at);
        for (int i = at + 1; i < close; i++) {
            boolean comma = (i - at) % 2 == 0;
            boolean value = tokens.type(i) == MysqlParser.NUMBER
                    || tokens.type(i) == MysqlParser.STRING_LITERAL
                    || tokens.type(i) == MysqlParser.BIT_STRING
                    || tokens.token(i).kind() == TokenKind.PLACEHOLDER;
            if (comma ? tokens.type(i) != MysqlParser.COMMA : !value && !isPointType(i)) {
                throw new SyntaxProblem(i, comma ? "expected \",\"" : "expected a value");
            }
            if (!comma) {
                modifiers.add(tokens.token(i).text());
            }
        }
        if (modifiers.isEmpty() || tokens.type(close - 1) == MysqlParser.COMMA) {
            throw new SyntaxProblem(close, "expected a value");
        }
        at = close + 1;
    }

    /** The kind of an array: {@code CAST(x AS CHAR(10) ARRAY)} has none; of geometries only CAST says more. */
    private boolean isPointType(int i) {
        return name.equals("geometry") && WordTypes.isName(tokens.type(i));
    }

    private void attributes(String word) {
        boolean going = true;
        while (going) {
            switch (tokens.word(at)) {
                case "unsigned" -> unsigned = true;
                case "zerofill" -> zerofill = true;
                case "signed" -> {}
                default -> going = false;
            }
            at += going ? 1 : 0;
        }
        unsigned |= zerofill || word.equals("serial");
        if (word.equals("bool") || word.equals("boolean")) {
            modifiers.add("1");
        }
        if (name.equals("float") && modifiers.size() == 1) {
            name = isDouble(modifiers.getFirst()) ? "double" : "float";
            modifiers.clear();
        }
    }

    private static boolean isDouble(String digits) {
        return digits.length() <= 2
                && digits.chars().allMatch(Character::isDigit)
                && Integer.parseInt(digits) > SINGLE_PRECISION;
    }

    private TypeName type() {
        String qualifier = zerofill ? "unsigned zerofill" : unsigned ? "unsigned" : national ? "national" : "";
        return new TypeName(Optional.empty(), name, modifiers, 0, qualifier, tokens.span(from, at));
    }
}
