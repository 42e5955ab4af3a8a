package io.github.migralint.dialect.postgresql;

/** Steps over whatever stands in brackets, after a look at what stands next to each other inside. */
final class Groups {
    private Groups() {}

    /** The index after the group that opens at {@code open}. */
    static int end(StatementTokens tokens, int open) {
        int close = tokens.closing(open);
        Neighbours.check(tokens, open, close + 1);
        return close + 1;
    }
}
