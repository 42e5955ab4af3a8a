package io.github.migralint.dialect.query;

import io.github.migralint.schema.Column;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Relation;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns that a query reads: each name means a column of the innermost SELECT that has one so called. */
final class ColumnsRead {
    private final List<Token> tokens;
    private final QueryScopes scopes;
    private final Aliases aliases;
    private final Spelling spelling;
    private final Map<Integer, List<Relation>> sources = new HashMap<>();
    private final Set<ObjectId> read = new LinkedHashSet<>();

    ColumnsRead(List<Token> tokens, Map<Integer, Relation> relationsByOffset, Aliases aliases, Spelling spelling) {
        this.spelling = spelling;
        this.tokens = tokens;
        this.scopes = new QueryScopes(tokens);
        this.aliases = aliases;
        for (int i = 0; i < tokens.size(); i++) {
            Relation relation = relationsByOffset.get(tokens.get(i).start());
            if (relation != null) {
                sources.computeIfAbsent(scopes.of(i), scope -> new ArrayList<>())
                        .add(relation);
            }
        }
    }

    List<ObjectId> all() {
        for (int i = 0; i < tokens.size(); i++) {
            boolean qualified = i >= 2 && tokens.get(i - 1).isSymbol(".") && Spelling.isName(tokens.get(i - 2));
            if (isStar(i)) {
                List<Relation> starred = qualified
                        ? aliases.of(spelling.name(tokens.get(i - 2)))
                        : sources.getOrDefault(scopes.of(i), List.of());
                starred.forEach(relation -> QueryReading.columnsOf(relation).forEach(column -> read.add(column.id())));
            } else if (qualified && Spelling.isName(tokens.get(i))) {
                String name = spelling.name(tokens.get(i));
                addNamed(aliases.of(spelling.name(tokens.get(i - 2))), name);
            } else if (mayBeColumn(i)) {
                addInnermost(spelling.name(tokens.get(i)), scopes.of(i));
            }
        }
        return List.copyOf(read);
    }

    /** No qualifier, no function, no name that is given to something. */
    private boolean mayBeColumn(int i) {
        boolean followed = i + 1 < tokens.size()
                && (tokens.get(i + 1).isSymbol(".") || tokens.get(i + 1).isSymbol("("));
        boolean named = i > 0 && tokens.get(i - 1).isWord("as");
        return Spelling.isName(tokens.get(i)) && !followed && !named;
    }

    private void addInnermost(String name, int innermost) {
        int scope = innermost;
        while (scope >= 0 && !addNamed(sources.getOrDefault(scope, List.of()), name)) {
            scope = scopes.around(scope);
        }
    }

    private boolean addNamed(List<Relation> relations, String name) {
        List<ObjectId> named = relations.stream()
                .flatMap(relation -> QueryReading.columnsOf(relation).stream())
                .filter(column -> spelling.same(column.name(), name))
                .map(Column::id)
                .toList();
        read.addAll(named);
        return !named.isEmpty();
    }

    private boolean isStar(int at) {
        if (!tokens.get(at).isSymbol("*") || at == 0) {
            return false;
        }
        Token previous = tokens.get(at - 1);
        return previous.isSymbol(".")
                || previous.isSymbol(",")
                || previous.isWord("select")
                || previous.isWord("distinct")
                || previous.isWord("all");
    }
}
