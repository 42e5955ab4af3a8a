package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an expression names: columns of its table, and functions. */
final class Mentions {
    private static final Set<String> CALL_LIKE_KEYWORDS = Set.of(
            "and",
            "or",
            "not",
            "in",
            "any",
            "all",
            "some",
            "array",
            "row",
            "values",
            "select",
            "from",
            "where",
            "on",
            "cast",
            "case",
            "when",
            "then",
            "else",
            "as",
            "using",
            "over",
            "filter",
            "exists",
            "is",
            "between",
            "like",
            "ilike",
            "similar",
            "to",
            "by",
            "interval",
            "distinct",
            "union",
            "except",
            "intersect",
            "return",
            "exclude",
            "check",
            "default",
            "within",
            "group");

    private Mentions() {}

    /** Those of the columns that the tokens name. */
    static List<ObjectId> columns(List<Token> tokens, List<Column> columns) {
        var found = new LinkedHashSet<ObjectId>();
        for (int i = 0; i < tokens.size(); i++) {
            if (mayBeColumn(tokens, i)) {
                String name = Words.name(tokens.get(i));
                columns.stream().filter(c -> c.name().equals(name)).forEach(c -> found.add(c.id()));
            }
        }
        return List.copyOf(found);
    }

    private static boolean mayBeColumn(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        if (!Words.isName(token)) {
            return false;
        }
        if (at + 1 < tokens.size()) {
            Token next = tokens.get(at + 1);
            boolean call = next.isSymbol("(") && token.kind() == TokenKind.WORD && !followsDot(tokens, at);
            // A word before a string is the type of that string: DATE '2020-01-01'.
            boolean typeOfLiteral = next.kind() == TokenKind.STRING && token.kind() == TokenKind.WORD;
            if (call || typeOfLiteral || next.isSymbol(".")) {
                return false;
            }
        }
        if (at == 0) {
            return true;
        }
        Token previous = tokens.get(at - 1);
        boolean typeOfCast = previous.isSymbol("::") || previous.isWord("as");
        boolean timeZone = previous.isWord("at") && token.isWord("time");
        return !typeOfCast && !timeZone;
    }

    private static boolean followsDot(List<Token> tokens, int at) {
        return at > 0 && tokens.get(at - 1).isSymbol(".");
    }

    /** A function call in an expression. */
    record CallSite(QualifiedName function, int nameStart, int open) {}

    /** The function calls in the tokens, innermost last. */
    static List<CallSite> calls(List<Token> tokens) {
        var calls = new ArrayList<CallSite>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean begins =
                    Words.isName(tokens.get(i)) && !(i > 0 && tokens.get(i - 1).isSymbol("."));
            if (!begins) {
                continue;
            }
            QualifiedName name = Words.nameAt(tokens, i).orElseThrow();
            int open = i + 2 * name.parts().size() - 1;
            boolean typeOfCast = i > 0
                    && (tokens.get(i - 1).isSymbol("::") || tokens.get(i - 1).isWord("as"));
            boolean keyword = tokens.get(i).kind() == TokenKind.WORD && CALL_LIKE_KEYWORDS.contains(name.toString());
            if (open < tokens.size() && tokens.get(open).isSymbol("(") && !typeOfCast && !keyword) {
                calls.add(new CallSite(name, i, open));
            }
        }
        return calls;
    }
}
