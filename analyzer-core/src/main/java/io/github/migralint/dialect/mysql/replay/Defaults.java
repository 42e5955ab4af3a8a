package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Volatility;
import io.github.migralint.schema.DefaultValue;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Sequence;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a default depends on: how volatile it is, and which sequences it takes values from. */
final class Defaults {
    /** The same for all rows of a statement, or of a session. */
    private static final Set<String> STABLE = Set.of(
            "now",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "current_date",
            "curdate",
            "current_time",
            "curtime",
            "utc_date",
            "utc_time",
            "utc_timestamp",
            "unix_timestamp",
            "current_user",
            "session_user",
            "system_user",
            "user",
            "current_role",
            "database",
            "schema",
            "connection_id",
            "last_insert_id",
            "found_rows",
            "row_count",
            "version");
    /** Another one for each row. */
    private static final Set<String> VOLATILE =
            Set.of("rand", "uuid", "uuid_short", "sys_guid", "sysdate", "random_bytes", "sleep", "nextval", "lastval");

    private Defaults() {}

    /** The default that an expression makes; none for a bare NULL, which is no default. */
    static Optional<DefaultValue> of(Expression expression, Schema schema) {
        List<Token> tokens = expression.tokens();
        if (tokens.size() == 1 && tokens.getFirst().isWord("null")) {
            return Optional.empty();
        }
        List<ObjectId> sequences = sequences(tokens, schema);
        Volatility volatility = sequences.isEmpty() ? volatilityOf(tokens) : Volatility.VOLATILE;
        return Optional.of(new DefaultValue(expression, volatility, true, sequences));
    }

    /** A default may call only functions of the server, and most of those depend on nothing else. */
    static Volatility volatilityOf(List<Token> tokens) {
        Volatility worst = Volatility.IMMUTABLE;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() != TokenKind.WORD) {
                continue;
            }
            String word = token.text().toLowerCase(Locale.ROOT);
            boolean nextValue = word.equals("next")
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).isWord("value");
            if (VOLATILE.contains(word) || nextValue) {
                return Volatility.VOLATILE;
            }
            worst = STABLE.contains(word) ? Volatility.STABLE : worst;
        }
        return worst;
    }

    /** The sequences of {@code nextval(s)} and {@code NEXT VALUE FOR s}. */
    private static List<ObjectId> sequences(List<Token> tokens, Schema schema) {
        var found = new ArrayList<ObjectId>();
        for (int i = 1; i < tokens.size(); i++) {
            boolean call = tokens.get(i).isSymbol("(") && tokens.get(i - 1).isWord("nextval");
            boolean nextValue = tokens.get(i).isWord("for") && tokens.get(i - 1).isWord("value");
            if (call || nextValue) {
                Words.nameAt(tokens, i + 1)
                        .flatMap(name -> schema.relation(name).found())
                        .filter(Sequence.class::isInstance)
                        .ifPresent(sequence -> found.add(sequence.id()));
            }
        }
        return found;
    }
}
