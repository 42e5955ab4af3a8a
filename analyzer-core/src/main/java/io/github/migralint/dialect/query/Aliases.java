package io.github.migralint.dialect.query;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.schema.Relation;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The names under which a query knows the relations that it reads. */
final class Aliases {
    private static final Set<String> NOT_AN_ALIAS = Set.of(
            "on",
            "using",
            "where",
            "join",
            "left",
            "right",
            "full",
            "inner",
            "outer",
            "cross",
            "natural",
            "group",
            "order",
            "having",
            "limit",
            "offset",
            "union",
            "intersect",
            "except",
            "window",
            "for",
            "fetch",
            "lateral",
            "tablesample",
            "returning",
            "with",
            "and",
            "or",
            "select",
            "from",
            "as",
            "straight_join",
            "partition",
            "use",
            "force",
            "ignore");
    private final Map<String, List<Relation>> byName = new LinkedHashMap<>();
    private final List<Relation> inOrder = new ArrayList<>();
    private final Spelling spelling;
    private boolean allKnown = true;

    Aliases(List<Token> tokens, Spelling spelling, Function<QualifiedName, Optional<Relation>> find) {
        this.spelling = spelling;
        int at = 0;
        while (at < tokens.size()) {
            at = beginsSource(tokens, at) ? readSource(tokens, at, find) : at + 1;
        }
    }

    private static boolean beginsSource(List<Token> tokens, int at) {
        if (at == 0) {
            return true;
        }
        int before = at - 1;
        // FROM ((a JOIN b ON …) JOIN c ON …)
        while (before > 0 && tokens.get(before).isSymbol("(")) {
            before--;
        }
        Token previous = tokens.get(before);
        return previous.isWord("from")
                || previous.isWord("join")
                || previous.isWord("straight_join")
                || (previous.isSymbol(",") && before == at - 1);
    }

    private int readSource(List<Token> tokens, int at, Function<QualifiedName, Optional<Relation>> find) {
        int start = tokens.get(at).isWord("only") || tokens.get(at).isWord("lateral") ? at + 1 : at;
        Optional<QualifiedName> name = spelling.nameAt(tokens, start);
        Optional<Relation> relation = name.flatMap(find);
        if (relation.isEmpty()) {
            allKnown = false;
            return at + 1;
        }
        int after = start + 2 * name.orElseThrow().parts().size() - 1;
        if (after < tokens.size() && tokens.get(after).isWord("as")) {
            after++;
        }
        boolean alias = after < tokens.size()
                && Spelling.isName(tokens.get(after))
                && !Spelling.isOneOf(tokens.get(after), NOT_AN_ALIAS);
        String known =
                alias ? spelling.name(tokens.get(after)) : name.orElseThrow().name();
        byName.computeIfAbsent(spelling.folded(known), n -> new ArrayList<>()).add(relation.get());
        inOrder.add(relation.get());
        return alias ? after + 1 : after;
    }

    /** The relations of that name or alias. */
    List<Relation> of(String name) {
        return byName.getOrDefault(spelling.folded(name), List.of());
    }

    /** Those that are known, in order. */
    List<Relation> known() {
        return List.copyOf(inOrder);
    }

    /** All of them in order, if every one is known. */
    Optional<List<Relation>> all() {
        return allKnown ? Optional.of(List.copyOf(inOrder)) : Optional.empty();
    }
}
