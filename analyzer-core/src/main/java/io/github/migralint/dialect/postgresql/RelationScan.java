package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the relations that a query reads, in one pass over its tokens: what stands in FROM, JOIN and USING lists at any
 * depth, without the names that WITH introduces where they are visible, and without functions.
 */
final class RelationScan {
    private static final Set<String> FROM_ENDS = Set.of(
            "where",
            "group",
            "having",
            "window",
            "order",
            "limit",
            "offset",
            "fetch",
            "for",
            "union",
            "intersect",
            "except",
            "returning",
            "set",
            "on",
            "when",
            "select",
            "values",
            "tablesample");

    private final StatementTokens tokens;
    private final int end;
    private final List<QualifiedName> relations = new ArrayList<>();
    private final List<QualifiedName> writes = new ArrayList<>();
    private final Deque<Frame> frames = new ArrayDeque<>();

    private RelationScan(StatementTokens tokens, int end) {
        this.tokens = tokens;
        this.end = end;
    }

    /** What is known at one depth of parentheses. */
    private static final class Frame {
        private final boolean query;
        private final Set<String> commonTables = new HashSet<>();
        private boolean inFrom;
        private boolean expectsRelation;
        private boolean inWith;
        private boolean recursive;
        private boolean deleting;
        private String pending = "";

        private Frame(boolean query) {
            this.query = query;
        }
    }

    /**
     * What was found.
     *
     * @param reads the relations that are read
     * @param writes the relations that statements in WITH change
     */
    record Found(List<QualifiedName> reads, List<QualifiedName> writes) {}

    /** The relations read by the tokens from one index to before another. */
    static List<QualifiedName> relations(StatementTokens tokens, int from, int to) {
        return scan(tokens, from, to).reads();
    }

    /** The relations read and written by the tokens from one index to before another. */
    static Found scan(StatementTokens tokens, int from, int to) {
        var scan = new RelationScan(tokens, to);
        scan.frames.push(new Frame(true));
        int i = from;
        while (i < to) {
            i = scan.step(i);
        }
        return new Found(scan.relations, scan.writes);
    }

    private Frame top() {
        return frames.element();
    }

    private int step(int i) {
        return switch (tokens.type(i)) {
            case PostgresqlParser.LPAREN -> {
                open(i);
                yield i + 1;
            }
            case PostgresqlParser.RPAREN -> {
                close();
                yield i + 1;
            }
            case PostgresqlParser.COMMA -> {
                comma();
                yield i + 1;
            }
            default -> top().expectsRelation ? relation(i) : word(i);
        };
    }

    private void open(int i) {
        Frame outer = top();
        String next = tokens.word(i + 1);
        if (outer.query && outer.inWith) {
            write(i + 1);
        }
        boolean query = Set.of("select", "with", "values", "insert", "update", "delete", "merge")
                        .contains(next)
                || (next.equals("table") && WordTypes.isColumn(tokens.type(i + 2)));
        var frame = new Frame(query);
        if (outer.expectsRelation && !query) {
            frame.inFrom = true;
            frame.expectsRelation = true;
        }
        outer.expectsRelation = false;
        frames.push(frame);
    }

    /** Notes what a statement in WITH changes: {@code INSERT INTO t}, {@code UPDATE ONLY t}, {@code DELETE FROM t}. */
    private void write(int from) {
        int i = from;
        switch (tokens.word(i)) {
            case "insert", "delete", "merge" -> i += 2;
            case "update" -> i++;
            default -> {
                return;
            }
        }
        while (tokens.word(i).equals("only") || tokens.type(i) == PostgresqlParser.LPAREN) {
            i++;
        }
        int last = i;
        while (tokens.type(last + 1) == PostgresqlParser.DOT && WordTypes.isWord(tokens.type(last + 2))) {
            last += 2;
        }
        if (last < end && WordTypes.isColumn(tokens.type(i))) {
            writes.add(name(i, last + 1));
        }
    }

    private QualifiedName name(int from, int to) {
        List<Identifier> parts = new ArrayList<>();
        for (int i = from; i < to; i += 2) {
            parts.add(Names.identifier(tokens.token(i)));
        }
        return new QualifiedName(parts, tokens.span(from, to));
    }

    private void close() {
        if (frames.size() > 1) {
            frames.pop();
        }
        Frame frame = top();
        if (frame.inWith && !frame.pending.isEmpty() && !frame.recursive) {
            frame.commonTables.add(frame.pending);
        }
    }

    private void comma() {
        Frame frame = top();
        if (frame.inFrom) {
            frame.expectsRelation = true;
        }
    }

    private int word(int i) {
        Frame frame = top();
        String word = tokens.word(i);
        if (frame.inWith && tokens.type(i + 1) != PostgresqlParser.DOT && beginsCommonTable(i)) {
            frame.pending = Names.value(tokens.token(i));
            if (frame.recursive) {
                frame.commonTables.add(frame.pending);
            }
            return i + 1;
        }
        if (word.isEmpty() || isLabel(i)) {
            return i + 1;
        }
        return keyword(i, word, frame);
    }

    private int keyword(int i, String word, Frame frame) {
        switch (word) {
            case "with" -> {
                frame.inWith = frame.query && startsQuery(i);
                frame.recursive = frame.inWith && tokens.word(i + 1).equals("recursive");
                return frame.recursive ? i + 2 : i + 1;
            }
            case "select", "values", "insert" -> endWith(frame);
            case "update" -> {
                endWith(frame);
                boolean statement = frame.query && (i == 0 || startsStatement(i));
                frame.expectsRelation = statement;
            }
            case "delete", "merge" -> {
                endWith(frame);
                frame.deleting = frame.query;
            }
            case "from", "using", "join" -> from(i, word, frame);
            case "table" -> frame.expectsRelation = frame.query && startsQuery(i);
            default -> {
                if (FROM_ENDS.contains(word) && !(word.equals("on") && frame.inFrom)) {
                    frame.inFrom = false;
                }
            }
        }
        return i + 1;
    }

    private static void endWith(Frame frame) {
        frame.inWith = false;
        frame.pending = "";
        frame.inFrom = false;
    }

    private void from(int i, String word, Frame frame) {
        boolean joined = frame.query || frame.inFrom;
        boolean clause = switch (word) {
            case "join" -> joined;
            case "from" -> frame.query && !isDistinctFrom(i);
            default -> frame.query && frame.deleting && !isJoinCondition(i, frame);
        };
        if (clause) {
            frame.inFrom = true;
            frame.expectsRelation = true;
        }
    }

    /** {@code JOIN b USING (id)} lists columns; {@code DELETE … USING (SELECT …)} reads. */
    private boolean isJoinCondition(int i, Frame frame) {
        boolean columns = tokens.type(i + 1) == PostgresqlParser.LPAREN
                && !Set.of("select", "values", "with").contains(tokens.word(i + 2));
        return frame.inFrom && columns && !tokens.word(i - 1).equals("from");
    }

    private boolean isDistinctFrom(int i) {
        boolean distinct = tokens.type(i - 1) == PostgresqlParser.DISTINCT;
        return distinct && (tokens.type(i - 2) == PostgresqlParser.IS || tokens.type(i - 2) == PostgresqlParser.NOT);
    }

    private boolean startsQuery(int i) {
        int before = tokens.type(i - 1);
        return before == PostgresqlParser.EOF
                || before == PostgresqlParser.LPAREN
                || before == PostgresqlParser.AS
                || before == PostgresqlParser.RPAREN
                || before == PostgresqlParser.UNION
                || before == PostgresqlParser.ALL
                || before == PostgresqlParser.EXCEPT
                || before == PostgresqlParser.INTERSECT
                || before == PostgresqlParser.FOR
                || WordTypes.isColumn(before);
    }

    private boolean startsStatement(int i) {
        int before = tokens.type(i - 1);
        return before == PostgresqlParser.LPAREN || before == PostgresqlParser.RPAREN || before == PostgresqlParser.EOF;
    }

    /** A name of WITH is followed by AS or by its columns. */
    private boolean beginsCommonTable(int i) {
        int before = tokens.type(i - 1);
        boolean first = before == PostgresqlParser.WITH
                || before == PostgresqlParser.COMMA
                || tokens.word(i - 1).equals("recursive");
        int next = tokens.type(i + 1);
        return first
                && WordTypes.isColumn(tokens.type(i))
                && (next == PostgresqlParser.AS || next == PostgresqlParser.LPAREN);
    }

    private boolean isLabel(int i) {
        int before = tokens.type(i - 1);
        boolean named = before == PostgresqlParser.AS || before == PostgresqlParser.DOT;
        return named
                && tokens.type(i) != PostgresqlParser.SELECT
                && tokens.type(i) != PostgresqlParser.WITH
                && tokens.type(i) != PostgresqlParser.TABLE
                && tokens.type(i) != PostgresqlParser.VALUES;
    }

    private int relation(int i) {
        String word = tokens.word(i);
        if (word.equals("only") || word.equals("lateral")) {
            return i + 1;
        }
        top().expectsRelation = false;
        if (!WordTypes.isName(tokens.type(i)) || (word.equals("rows") && tokens.type(i + 1) == PostgresqlParser.FROM)) {
            return word.equals("rows") ? i + 2 : word(i);
        }
        int last = i;
        while (last + 2 < end
                && tokens.type(last + 1) == PostgresqlParser.DOT
                && WordTypes.isWord(tokens.type(last + 2))) {
            last += 2;
        }
        if (tokens.type(last + 1) != PostgresqlParser.LPAREN || last + 1 >= end) {
            add(i, last + 1);
        }
        return last + 1;
    }

    private void add(int from, int to) {
        QualifiedName name = name(from, to);
        if (name.parts().size() > 1 || !isCommonTable(name.name())) {
            relations.add(name);
        }
    }

    private boolean isCommonTable(String name) {
        return frames.stream().anyMatch(frame -> frame.commonTables.contains(name));
    }
}
