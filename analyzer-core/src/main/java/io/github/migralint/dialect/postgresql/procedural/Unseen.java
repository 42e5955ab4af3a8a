package io.github.migralint.dialect.postgresql.procedural;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.dialect.postgresql.PostgresqlLexicon;
import io.github.migralint.source.Scanner;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A command that nobody can put together without the database: what its fixed beginning says. */
final class Unseen {
    private static final int KEYWORDS = 2;
    private static final String PROBLEM = "what it runs is put together from values that only the database knows";

    private Unseen() {}

    static Unparsed command(Expression command) {
        List<Token> words = beginning(command.tokens());
        var keywords = new ArrayList<String>();
        for (Token word : words) {
            if (word.kind() != TokenKind.WORD || keywords.size() == KEYWORDS) {
                break;
            }
            keywords.add(word.text().toUpperCase(Locale.ROOT));
        }
        return new Unparsed(
                command.tokens(),
                String.join(" ", keywords),
                PROBLEM,
                command.span(),
                mentions(words, command.span()),
                Unparsed.Cause.RUN_TIME,
                command.span());
    }

    /** The tokens of the literal that the command begins with, up to the first place that is filled in. */
    private static List<Token> beginning(List<Token> command) {
        for (Token token : command) {
            if (token.kind() == TokenKind.STRING) {
                String text = contents(token.text());
                int hole = text.indexOf('%');
                return tokens(hole < 0 ? text : text.substring(0, hole));
            }
            boolean leadsOn = token.isSymbol("(") || token.isWord("format") || token.isWord("concat");
            if (!leadsOn) {
                return List.of();
            }
        }
        return List.of();
    }

    private static String contents(String literal) {
        int open = literal.startsWith("$") ? literal.indexOf('$', 1) : literal.indexOf('\'');
        return open < 0 ? literal : literal.substring(open + 1, Math.max(open + 1, literal.length() - 1));
    }

    private static List<Token> tokens(String text) {
        return Scanner.tokens(text, new Span(0, text.length()), PostgresqlLexicon.LEXICON);
    }

    /** Names after the words that stand before names, unless the last word may go on where something is filled in. */
    private static List<QualifiedName> mentions(List<Token> words, Span place) {
        var names = new ArrayList<QualifiedName>();
        for (int i = 1; i + 1 < words.size(); i++) {
            Token before = words.get(i - 1);
            boolean named = before.isWord("table") || before.isWord("on") || before.isWord("only");
            Token name = words.get(i);
            if (named && name.kind() == TokenKind.WORD && !name.isWord("if") && !name.isWord("only")) {
                names.add(QualifiedName.of(new Identifier(name.text().toLowerCase(Locale.ROOT), false, place)));
            }
        }
        return names;
    }
}
