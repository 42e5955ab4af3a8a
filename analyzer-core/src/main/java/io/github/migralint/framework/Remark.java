package io.github.migralint.framework;

import io.github.migralint.source.Span;

/** What a tool passes over in silence although its author counts on it. */
public sealed interface Remark {
    /** The tool, as people call it. */
    String tool();

    /**
     * A file that it does not run.
     *
     * @param tool the tool
     * @param wanted what it runs, a few words: {@code files named V1__x.sql}
     * @param better the name under which it would run this one; may be empty
     */
    record UnreadFile(String tool, String wanted, String better) implements Remark {}

    /**
     * A comment that asks for no transaction in a file that is run in one all the same.
     *
     * @param tool the tool
     * @param span the comment
     */
    record UnreadDirective(String tool, Span span) implements Remark {}
}
