package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.TypeName;
import io.github.migralint.dialect.grammar.SyntaxProblem;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads type names and gives each the spelling that PostgreSQL stores: {@code character varying(20)} is {@code varchar(20)}. */
final class TypeNames {
    private static final Map<String, String> STORED = Map.ofEntries(
            Map.entry("int", "int4"),
            Map.entry("integer", "int4"),
            Map.entry("smallint", "int2"),
            Map.entry("bigint", "int8"),
            Map.entry("real", "float4"),
            Map.entry("boolean", "bool"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"));
    private static final Set<String> BUILT_IN = Set.of(
            "bigint",
            "boolean",
            "dec",
            "decimal",
            "int",
            "integer",
            "json",
            "none",
            "numeric",
            "real",
            "smallint",
            "varchar");
    private static final Set<String> CHARACTER = Set.of("character", "char", "nchar");
    private static final Set<String> INTERVAL_FIELDS = Set.of("year", "month", "day", "hour", "minute", "second");

    private final StatementTokens tokens;
    private int at;
    private Optional<String> schema = Optional.empty();
    private String name = "";
    private String qualifier = "";
    private final List<String> modifiers = new ArrayList<>();

    private TypeNames(StatementTokens tokens, int from) {
        this.tokens = tokens;
        this.at = from;
    }

    /** The index after the type that begins at {@code from}. */
    static int end(StatementTokens tokens, int from) {
        var reader = new TypeNames(tokens, from);
        reader.read();
        return reader.at;
    }

    /** The type that begins at {@code from}. */
    static TypeName read(StatementTokens tokens, int from) {
        return new TypeNames(tokens, from).read();
    }

    private TypeName read() {
        int from = at;
        boolean set = tokens.word(at).equals("setof");
        if (set) {
            at++;
        }
        base();
        int dimensions = dimensions();
        String spelled = set ? "setof " + name : name;
        return new TypeName(schema, spelled, modifiers, dimensions, qualifier, tokens.span(from, at));
    }

    private void base() {
        String word = tokens.word(at);
        switch (word) {
            case "double" -> {
                if (tokens.word(at + 1).equals("precision")) {
                    at += 2;
                    name = "float8";
                } else {
                    named();
                }
            }
            case "float" -> {
                at++;
                parameters();
                name = floatName();
            }
            case "national" -> {
                at++;
                characters();
            }
            case "character", "char", "nchar" -> characters();
            case "bit" -> {
                at++;
                name = varying() ? "varbit" : "bit";
                parameters();
            }
            case "time", "timestamp" -> {
                at++;
                parameters();
                name = zone() ? word + "tz" : word;
            }
            case "interval" -> {
                at++;
                name = "interval";
                parameters();
                intervalFields();
            }
            default -> named();
        }
    }

    private void characters() {
        if (!CHARACTER.contains(tokens.word(at))) {
            throw new SyntaxProblem(at, "expected \"character\"");
        }
        at++;
        name = varying() ? "varchar" : "bpchar";
        parameters();
    }

    private boolean varying() {
        boolean varying = tokens.word(at).equals("varying");
        if (varying) {
            at++;
        }
        return varying;
    }

    /** {@code float(1)} to {@code float(24)} have four bytes, all others eight. */
    private String floatName() {
        if (modifiers.isEmpty()) {
            return "float8";
        }
        String precision = modifiers.get(0);
        modifiers.clear();
        return precision.length() < 2 || (precision.length() == 2 && precision.compareTo("24") <= 0)
                ? "float4"
                : "float8";
    }

    private boolean zone() {
        boolean with = tokens.type(at) == PostgresqlParser.WITH;
        boolean said = with || tokens.type(at) == PostgresqlParser.WITHOUT;
        if (!said || tokens.type(at + 1) != PostgresqlParser.TIME || tokens.type(at + 2) != PostgresqlParser.ZONE) {
            return false;
        }
        at += 3;
        return with;
    }

    private void intervalFields() {
        var fields = new StringBuilder();
        while (INTERVAL_FIELDS.contains(tokens.word(at))
                || (!fields.isEmpty() && tokens.type(at) == PostgresqlParser.TO)) {
            fields.append(fields.isEmpty() ? "" : " ").append(tokens.word(at));
            at++;
            if (tokens.word(at - 1).equals("second")) {
                parameters();
            }
        }
        qualifier = fields.toString();
    }

    private void named() {
        if (!isName(tokens.type(at), false)) {
            throw new SyntaxProblem(at, "expected a type");
        }
        if (tokens.isColumnKeyword(at) && !isBuiltIn()) {
            throw new SyntaxProblem(at, "expected a type");
        }
        int from = at;
        at++;
        while (tokens.type(at) == PostgresqlParser.DOT && isName(tokens.type(at + 1), true)) {
            at += 2;
        }
        boolean plain = at == from + 1 && tokens.token(from).kind() == TokenKind.WORD;
        String last = Names.value(tokens.token(at - 1));
        name = plain ? STORED.getOrDefault(last, last) : last;
        if (at > from + 1) {
            schema = Optional.of(Names.value(tokens.token(at - 3)));
        }
        if (tokens.type(at + 1) == PostgresqlParser.TYPE
                && tokens.type(at) == PostgresqlParser.OPERATOR_SYMBOL
                && tokens.token(at).text().equals("%")) {
            at += 2;
            qualifier = "%type";
        }
        parameters();
    }

    /** Among the keywords that may name a column, a few are types; these have no schema. */
    private boolean isBuiltIn() {
        return BUILT_IN.contains(tokens.word(at)) && tokens.type(at + 1) != PostgresqlParser.DOT;
    }

    private static boolean isName(int type, boolean label) {
        return label ? WordTypes.isWord(type) : WordTypes.isName(type);
    }

    private void parameters() {
        if (tokens.type(at) != PostgresqlParser.LPAREN) {
            return;
        }
        int close = tokens.closing(at);
        if (close == at + 1) {
            throw new SyntaxProblem(close, "expected a value");
        }
        if (close > at + 2 || tokens.type(at + 1) != PostgresqlParser.NUMBER) {
            tokens.readLater(at, Inside.EXPRESSIONS);
        }
        var value = new StringBuilder();
        for (int i = at + 1; i < close; i++) {
            if (tokens.type(i) == PostgresqlParser.COMMA) {
                modifiers.add(nonEmpty(value, i));
                value.setLength(0);
            } else {
                value.append(tokens.token(i).text());
            }
        }
        modifiers.add(nonEmpty(value, close));
        at = close + 1;
    }

    private static String nonEmpty(StringBuilder value, int at) {
        if (value.isEmpty()) {
            throw new SyntaxProblem(at, "expected a value");
        }
        return value.toString();
    }

    private int dimensions() {
        int dimensions = 0;
        if (tokens.type(at) == PostgresqlParser.ARRAY) {
            at++;
            dimensions = 1;
            if (tokens.type(at) == PostgresqlParser.LBRACKET) {
                at = tokens.closing(at) + 1;
            }
            return dimensions;
        }
        while (tokens.type(at) == PostgresqlParser.LBRACKET) {
            int close = tokens.closing(at);
            boolean bound = close == at + 1 || (close == at + 2 && tokens.type(at + 1) == PostgresqlParser.NUMBER);
            if (!bound) {
                throw new SyntaxProblem(at + 1, "expected the size of the array");
            }
            at = close + 1;
            dimensions++;
        }
        return dimensions;
    }
}
