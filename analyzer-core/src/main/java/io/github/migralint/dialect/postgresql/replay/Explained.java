package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.OtherStatement;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Set;

/** What EXPLAIN does with its statement. */
public final class Explained {
    private static final Set<String> OFF = Set.of("false", "off", "0");

    private Explained() {}

    /** Whether the statement is run: {@code EXPLAIN ANALYZE}, {@code EXPLAIN (ANALYZE, BUFFERS)}. */
    public static boolean isRun(OtherStatement explain) {
        int end = explain.inner()
                .map(inner -> inner.span().start())
                .orElse(explain.span().start());
        List<Token> options = explain.tokens().stream()
                .takeWhile(token -> token.start() < end)
                .toList();
        boolean runs = false;
        for (int i = 1; i < options.size(); i++) {
            boolean analyze = options.get(i).isWord("analyze") || options.get(i).isWord("analyse");
            boolean off = i + 1 < options.size()
                    && OFF.stream().anyMatch(options.get(i + 1).text()::equalsIgnoreCase);
            runs = analyze ? !off : runs;
        }
        return runs;
    }
}
