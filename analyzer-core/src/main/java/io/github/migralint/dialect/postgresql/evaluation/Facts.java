package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.dialect.Version;
import io.github.migralint.dialect.postgresql.Names;
import io.github.migralint.dialect.postgresql.PostgresqlLexicon;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Schema;
import io.github.migralint.source.Scanner;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What expressions can ask for.
 *
 * @param schema the replayed schema
 * @param version the version of the server, if known
 */
record Facts(Schema schema, Optional<Version> version) {
    private static final Span NOWHERE = new Span(0, 0);

    /** A name of a schema and an object in it. */
    static QualifiedName qualified(ObjectName name) {
        return new QualifiedName(List.of(identifier(name.schema()), identifier(name.name())), NOWHERE);
    }

    /** A name that is looked up through the search path. */
    static QualifiedName unqualified(String name) {
        return QualifiedName.of(identifier(name));
    }

    static Identifier identifier(String name) {
        return new Identifier(name, true, NOWHERE);
    }

    /** Reads a name as a regclass does: folded unless quoted. */
    static Optional<QualifiedName> parse(String text) {
        if (text.length() > 300) {
            return Optional.empty();
        }
        var parts = new ArrayList<Identifier>();
        boolean dot = true;
        for (Token token : Scanner.tokens(text, new Span(0, text.length()), PostgresqlLexicon.LEXICON)) {
            boolean name = token.kind() == TokenKind.WORD || token.kind() == TokenKind.QUOTED_IDENTIFIER;
            if (name == dot && (name || token.isSymbol("."))) {
                if (name) {
                    parts.add(identifier(Names.value(token)));
                }
                dot = !dot;
            } else {
                return Optional.empty();
            }
        }
        return parts.isEmpty() || dot ? Optional.empty() : Optional.of(new QualifiedName(parts, NOWHERE));
    }

    /** Whether a name may have changed its meaning behind the history's back. */
    boolean uncertain(String name) {
        return schema.uncertain(unqualified(name));
    }
}
