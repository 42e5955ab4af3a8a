package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * What the action of a rule reads and writes.
 *
 * @param reads relations after FROM and JOIN
 * @param writes relations that it inserts into, updates or deletes from
 */
public record RuleAction(List<QualifiedName> reads, List<QualifiedName> writes) {
    public RuleAction {
        reads = List.copyOf(reads);
        writes = List.copyOf(writes);
    }

    /** Reads the tokens of an action. */
    public static RuleAction of(List<Token> tokens) {
        var reads = new ArrayList<QualifiedName>();
        var writes = new ArrayList<QualifiedName>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean deleted = i > 0 && tokens.get(i - 1).isWord("delete");
            boolean written = tokens.get(i).isWord("into")
                    || (tokens.get(i).isWord("update") && !tokens.get(i + 1).isWord("set"))
                    || (tokens.get(i).isWord("from") && deleted);
            boolean read = tokens.get(i).isWord("from") || tokens.get(i).isWord("join");
            if (written) {
                Words.nameAt(tokens, i + 1).ifPresent(writes::add);
            } else if (read) {
                Words.nameAt(tokens, i + 1).ifPresent(reads::add);
            }
        }
        return new RuleAction(reads, writes);
    }
}
