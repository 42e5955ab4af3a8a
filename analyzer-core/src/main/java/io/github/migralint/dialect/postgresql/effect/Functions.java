package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.schema.Routine;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Function calls in expressions. */
final class Functions {
    /** Words before a parenthesis that are no function. */
    private static final Set<String> SYNTAX = Set.of(
            "all",
            "and",
            "any",
            "array",
            "as",
            "asymmetric",
            "between",
            "both",
            "by",
            "case",
            "cast",
            "coalesce",
            "collation",
            "distinct",
            "else",
            "except",
            "exists",
            "extract",
            "filter",
            "for",
            "from",
            "greatest",
            "group",
            "grouping",
            "having",
            "ilike",
            "in",
            "intersect",
            "interval",
            "is",
            "join",
            "json",
            "json_array",
            "json_arrayagg",
            "json_exists",
            "json_object",
            "json_objectagg",
            "json_query",
            "json_scalar",
            "json_serialize",
            "json_table",
            "json_value",
            "lateral",
            "leading",
            "least",
            "like",
            "limit",
            "merge_action",
            "national",
            "nchar",
            "normalize",
            "not",
            "nullif",
            "offset",
            "on",
            "operator",
            "or",
            "order",
            "over",
            "overlaps",
            "overlay",
            "partition",
            "position",
            "return",
            "returning",
            "row",
            "select",
            "set",
            "similar",
            "some",
            "substring",
            "symmetric",
            "table",
            "then",
            "time",
            "timestamp",
            "to",
            "trailing",
            "treat",
            "trim",
            "union",
            "using",
            "values",
            "when",
            "where",
            "window",
            "with",
            "within",
            "xmlattributes",
            "xmlconcat",
            "xmlelement",
            "xmlexists",
            "xmlforest",
            "xmlnamespaces",
            "xmlparse",
            "xmlpi",
            "xmlroot",
            "xmlserialize",
            "xmltable",
            "current_timestamp",
            "current_time",
            "localtime",
            "localtimestamp",
            "bit",
            "char",
            "character",
            "varchar",
            "numeric",
            "decimal",
            "dec",
            "float",
            "int",
            "precision");

    private Functions() {}

    /**
     * A call.
     *
     * @param name the name of the function
     * @param at the position of the name among the tokens
     * @param open the position of the parenthesis
     * @param end the position of the one that closes it
     */
    record CallSite(QualifiedName name, int at, int open, int end) {}

    /** The calls in the tokens, in order of appearance. */
    static List<CallSite> calls(List<Token> tokens) {
        var calls = new ArrayList<CallSite>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean first = Predicates.isName(tokens.get(i)) && (i == 0 || !endsName(tokens.get(i - 1)));
            if (first) {
                call(tokens, i).ifPresent(calls::add);
            }
        }
        return calls;
    }

    /** What comes before the name of a type, or before the last part of a name. */
    private static boolean endsName(Token before) {
        return before.isSymbol(".") || before.isSymbol("::") || before.isWord("as");
    }

    private static Optional<CallSite> call(List<Token> tokens, int start) {
        var parts = new ArrayList<Identifier>();
        int at = start;
        parts.add(identifier(tokens.get(at)));
        while (at + 2 < tokens.size() && tokens.get(at + 1).isSymbol(".") && Predicates.isName(tokens.get(at + 2))) {
            at += 2;
            parts.add(identifier(tokens.get(at)));
        }
        boolean opens = at + 1 < tokens.size() && tokens.get(at + 1).isSymbol("(");
        boolean syntax = parts.size() == 1
                && tokens.get(start).kind() == TokenKind.WORD
                && SYNTAX.contains(parts.get(0).value());
        int end = opens && !syntax ? Predicates.closing(tokens, at + 1) : -1;
        return end < 0
                ? Optional.empty()
                : Optional.of(
                        new CallSite(new QualifiedName(parts, tokens.get(start).span()), start, at + 1, end));
    }

    private static Identifier identifier(Token token) {
        return new Identifier(Predicates.name(token), token.kind() == TokenKind.QUOTED_IDENTIFIER, token.span());
    }

    /** The routines of the history with that bare name. */
    static List<Routine> named(Token name, Scene scene) {
        return scene.schema().routines(QualifiedName.of(identifier(name)));
    }

    /** Whether the server surely knows no function of that name. */
    static boolean surelyMissing(QualifiedName name, Scene scene) {
        boolean ofServer = name.schema().isEmpty() || name.schema().get().equals("pg_catalog");
        boolean catalogued = ofServer
                && FunctionTable.find(name.name())
                        .filter(function -> function.isIn(scene.version()))
                        .isPresent();
        return !catalogued
                && scene.schema().complete()
                && scene.schema().extensions().stream().allMatch(BuiltIns::isExtension)
                && scene.schema().routines(name).isEmpty()
                && !scene.schema().uncertain(name)
                && scene.schema().type(name).isAbsent();
    }
}
