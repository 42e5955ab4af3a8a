package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.Grant;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.grammar.SyntaxProblem;
import io.github.migralint.source.Span;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Builds GRANT and REVOKE: of rights on objects, and of roles. */
final class GrantBuilder {
    private final TreeParts parts;
    private final StatementTokens tokens;

    GrantBuilder(TreeParts parts) {
        this.parts = parts;
        this.tokens = parts.tokens();
    }

    Statement grant(Span span) {
        boolean revoke = tokens.type(0) == MysqlParser.REVOKE;
        int begin = begin(revoke);
        int on = find(MysqlParser.ON, begin, tokens.count());
        int to = find(revoke ? MysqlParser.FROM : MysqlParser.TO, begin, tokens.count());
        if (to + 1 >= tokens.count()) {
            throw new SyntaxProblem(tokens.count(), "expected an account");
        }
        if (to == begin) {
            throw new SyntaxProblem(to, revoke ? "expected FROM" : "expected TO");
        }
        boolean roles = on >= to;
        List<String> words = items(begin, Math.min(on, to));
        return new Grant(
                revoke,
                roles ? Optional.empty() : Optional.of(kind(on + 1)),
                !roles && isWholeDatabase(to),
                roles ? List.of() : words,
                roles ? names(begin, to) : List.of(object(on + 1, to)),
                accounts(to + 1),
                hasGrantOption(to, revoke),
                false,
                span);
    }

    /** After {@code IF EXISTS}, {@code GRANT OPTION FOR}, {@code ADMIN OPTION FOR}. */
    private int begin(boolean revoke) {
        int i = 1;
        if (revoke && tokens.type(i) == MysqlParser.IF) {
            i += 2;
        }
        boolean option = tokens.word(i + 1).equals("option") && tokens.type(i + 2) == MysqlParser.FOR;
        return option ? i + 3 : i;
    }

    private int find(int type, int from, int to) {
        int i = from;
        while (i < to && tokens.type(i) != type) {
            i = tokens.type(i) == MysqlParser.LPAREN ? tokens.closing(i) + 1 : i + 1;
        }
        return i;
    }

    /** The rights of a list in upper case, without their columns. */
    private List<String> items(int from, int to) {
        List<String> items = new ArrayList<>();
        var item = new StringBuilder();
        for (int i = from; i <= to; i++) {
            if (i == to || tokens.type(i) == MysqlParser.COMMA) {
                String text = item.toString();
                items.add(text.equals("ALL PRIVILEGES") ? "ALL" : text);
                item.setLength(0);
            } else if (tokens.type(i) == MysqlParser.LPAREN) {
                i = tokens.closing(i);
            } else {
                item.append(item.isEmpty() ? "" : " ")
                        .append(tokens.token(i).text().toUpperCase(Locale.ROOT));
            }
        }
        return items;
    }

    private ObjectKind kind(int i) {
        return switch (tokens.word(i)) {
            case "function" -> ObjectKind.FUNCTION;
            case "procedure" -> ObjectKind.PROCEDURE;
            default -> ObjectKind.TABLE;
        };
    }

    private boolean isWholeDatabase(int to) {
        return tokens.type(to - 1) == MysqlParser.STAR;
    }

    /** {@code t}, {@code d.t}; for {@code d.*} the database, {@code *.*} and {@code *} as they are. */
    private ObjectReference object(int on, int to) {
        boolean word = WordTypes.isWord(tokens.type(on)) && WordTypes.isWord(tokens.type(on + 1));
        boolean all = tokens.type(on + 1) == MysqlParser.STAR && tokens.type(on) != MysqlParser.STAR;
        boolean said = on + 1 < to && (word || all);
        int from = said ? on + 1 : on;
        boolean everything = tokens.type(from) == MysqlParser.STAR;
        int end = isWholeDatabase(to) && !everything ? to - 2 : to;
        List<Identifier> names = new ArrayList<>();
        for (int i = from; i < end; i += 2) {
            names.add(parts.identifier(i));
        }
        if (names.isEmpty()) {
            throw new SyntaxProblem(from, "expected an object");
        }
        Span span = tokens.span(from, to);
        return TreeParts.reference(new QualifiedName(names, span));
    }

    private List<ObjectReference> names(int from, int to) {
        return accounts(from, to).stream()
                .map(name -> TreeParts.reference(QualifiedName.of(new Identifier(name, true, tokens.span(from, to)))))
                .toList();
    }

    /** The accounts up to what follows them: REQUIRE, WITH, AS, IDENTIFIED. */
    private List<String> accounts(int from) {
        return accounts(from, tokens.count());
    }

    private List<String> accounts(int from, int to) {
        List<String> accounts = new ArrayList<>();
        var account = new StringBuilder();
        for (int i = from; i < to && !isClause(i); i++) {
            if (tokens.type(i) == MysqlParser.COMMA) {
                accounts.add(account.toString());
                account.setLength(0);
            } else if (tokens.token(i).kind() == TokenKind.VARIABLE) {
                account.append('@').append(Literals.text(tokens.token(i).text().substring(1)));
            } else if (account.isEmpty() || tokens.type(i) == MysqlParser.AT || tokens.type(i - 1) == MysqlParser.AT) {
                account.append(Literals.text(tokens.token(i).text()));
            }
        }
        accounts.add(account.toString());
        return accounts;
    }

    private boolean isClause(int i) {
        return switch (tokens.word(i)) {
            case "require", "with", "as", "identified", "ignore" -> true;
            default -> false;
        };
    }

    private boolean hasGrantOption(int to, boolean revoke) {
        for (int i = revoke ? 1 : to; i < (revoke ? to : tokens.count()); i++) {
            boolean option = tokens.word(i).equals("grant") || tokens.word(i).equals("admin");
            if (option && tokens.word(i + 1).equals("option")) {
                return true;
            }
        }
        return false;
    }
}
