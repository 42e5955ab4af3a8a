package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.Locale;

/** Names of sequences in string literals, as in {@code nextval('shop."Orders_id_seq"')}. */
final class SequenceNames {
    private SequenceNames() {}

    static QualifiedName read(Token literal) {
        var parts = new ArrayList<Identifier>();
        for (String part : Predicates.string(literal).split("\\.", -1)) {
            boolean quoted = part.length() > 1 && part.startsWith("\"") && part.endsWith("\"");
            String name = quoted ? part.substring(1, part.length() - 1) : part.toLowerCase(Locale.ROOT);
            parts.add(new Identifier(name, quoted, literal.span()));
        }
        return new QualifiedName(parts, literal.span());
    }
}
