package io.github.migralint.rules.facts;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Query;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.List;

/** DELETE statements in the WITH clauses of a query. */
public final class InnerDeletes {
    private InnerDeletes() {}

    /**
     * A DELETE that is part of a query.
     *
     * @param table the table
     * @param head from the word DELETE to the name of the table
     */
    public record InnerDelete(QualifiedName table, Span head) {}

    /** Those that have no condition. */
    public static List<InnerDelete> ofEveryRow(Query query) {
        var found = new ArrayList<InnerDelete>();
        List<Token> tokens = query.tokens();
        for (QualifiedName table : query.writes()) {
            int name = indexAt(tokens, table.span().start());
            int from = name > 0 && tokens.get(name - 1).isWord("only") ? name - 2 : name - 1;
            boolean deletes = from > 0
                    && tokens.get(from).isWord("from")
                    && tokens.get(from - 1).isWord("delete");
            if (deletes && !hasCondition(tokens, name)) {
                found.add(new InnerDelete(
                        table,
                        new Span(tokens.get(from - 1).start(), table.span().end())));
            }
        }
        return List.copyOf(found);
    }

    private static int indexAt(List<Token> tokens, int start) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).start() == start) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a WHERE stands before the parenthesis ends in which the statement stands. */
    private static boolean hasCondition(List<Token> tokens, int start) {
        int depth = 0;
        for (int i = start; i < tokens.size() && depth >= 0; i++) {
            Token token = tokens.get(i);
            if (depth == 0 && token.isWord("where")) {
                return true;
            }
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
        }
        return false;
    }
}
