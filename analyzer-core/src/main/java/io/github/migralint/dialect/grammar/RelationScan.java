package io.github.migralint.dialect.grammar;

import io.github.migralint.ast.QualifiedName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * Finds the relations that a query reads, in one pass over its tokens: what stands in FROM, JOIN and USING lists at any
 * depth, without the names that WITH introduces where they are visible, and without functions.
 */
public final class RelationScan {
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

    /** Words after which a query may begin. */
    private static final Set<String> QUERY_OPENERS = Set.of("as", "union", "all", "except", "intersect", "for");
    /** Words that may stand between UPDATE and its table. */
    private static final Set<String> MODIFIERS = Set.of("low_priority", "ignore");
    /** Words that a query may begin with. */
    private static final Set<String> QUERIES = Set.of("select", "with", "table", "values");

    private final GrammarTokens tokens;
    private final Grammar grammar;
    private final int end;
    private final List<QualifiedName> relations = new ArrayList<>();
    private final List<QualifiedName> writes = new ArrayList<>();
    private final Deque<Frame> frames = new ArrayDeque<>();

    private RelationScan(GrammarTokens tokens, Grammar grammar, int end) {
        this.tokens = tokens;
        this.grammar = grammar;
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
    public record Found(List<QualifiedName> reads, List<QualifiedName> writes) {}

    /** The relations read and written by the tokens from one index to before another. */
    public static Found scan(GrammarTokens tokens, Grammar grammar, int from, int to) {
        var scan = new RelationScan(tokens, grammar, to);
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
        int type = tokens.type(i);
        Grammar.Marks marks = grammar.marks();
        if (type == marks.openParen()) {
            open(i);
        } else if (type == marks.closeParen()) {
            close();
        } else if (type == marks.comma()) {
            comma();
        } else {
            return top().expectsRelation ? relation(i) : word(i);
        }
        return i + 1;
    }

    private void open(int i) {
        Frame outer = top();
        String next = tokens.word(i + 1);
        if (outer.query && outer.inWith) {
            write(i + 1);
        }
        boolean query = Set.of("select", "with", "values", "insert", "update", "delete", "merge")
                        .contains(next)
                || (next.equals("table") && grammar.isRelation().test(tokens.type(i + 2)));
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
        while (tokens.word(i).equals("only")
                || tokens.type(i) == grammar.marks().openParen()) {
            i++;
        }
        int last = i;
        while (tokens.type(last + 1) == grammar.marks().dot()
                && grammar.isWord().test(tokens.type(last + 2))) {
            last += 2;
        }
        if (last < end && grammar.isRelation().test(tokens.type(i))) {
            writes.add(name(i, last + 1));
        }
    }

    private QualifiedName name(int from, int to) {
        return new SyntaxParts<>(tokens, grammar).name(from, to);
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
        if (frame.inWith && tokens.type(i + 1) != grammar.marks().dot() && beginsCommonTable(i)) {
            frame.pending = grammar.identifier().apply(tokens.token(i)).value();
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
                frame.inFrom = statement;
            }
            case "delete", "merge" -> {
                endWith(frame);
                frame.deleting = frame.query;
            }
            case "from", "using", "join", "straight_join" -> from(i, word, frame);
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
            // A hint says FOR JOIN.
            case "join", "straight_join" -> joined && !tokens.word(i - 1).equals("for");
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
        boolean columns = tokens.type(i + 1) == grammar.marks().openParen()
                && !Set.of("select", "values", "with").contains(tokens.word(i + 2));
        return frame.inFrom && columns && !tokens.word(i - 1).equals("from");
    }

    private boolean isDistinctFrom(int i) {
        boolean distinct = tokens.word(i - 1).equals("distinct");
        return distinct
                && (tokens.word(i - 2).equals("is") || tokens.word(i - 2).equals("not"));
    }

    private boolean startsQuery(int i) {
        int before = tokens.type(i - 1);
        return startsStatement(i)
                || QUERY_OPENERS.contains(tokens.word(i - 1))
                || grammar.isRelation().test(before);
    }

    private boolean startsStatement(int i) {
        int before = tokens.type(i - 1);
        return before == grammar.marks().openParen()
                || before == grammar.marks().closeParen()
                || before == Token.EOF;
    }

    /** A name of WITH is followed by AS or by its columns. */
    private boolean beginsCommonTable(int i) {
        String before = tokens.word(i - 1);
        boolean first =
                before.equals("with") || tokens.type(i - 1) == grammar.marks().comma() || before.equals("recursive");
        return first
                && grammar.isRelation().test(tokens.type(i))
                && (tokens.word(i + 1).equals("as")
                        || tokens.type(i + 1) == grammar.marks().openParen());
    }

    private boolean isLabel(int i) {
        boolean named = tokens.word(i - 1).equals("as")
                || tokens.type(i - 1) == grammar.marks().dot();
        return named && !QUERIES.contains(tokens.word(i));
    }

    private int relation(int i) {
        String word = tokens.word(i);
        boolean reserved = !grammar.isName().test(tokens.type(i));
        if (word.equals("only") || word.equals("lateral") || (reserved && MODIFIERS.contains(word))) {
            return i + 1;
        }
        top().expectsRelation = false;
        if (reserved || (word.equals("rows") && tokens.word(i + 1).equals("from"))) {
            return word.equals("rows") ? i + 2 : word(i);
        }
        int last = i;
        while (last + 2 < end
                && tokens.type(last + 1) == grammar.marks().dot()
                && grammar.isWord().test(tokens.type(last + 2))) {
            last += 2;
        }
        if (tokens.type(last + 1) != grammar.marks().openParen() || last + 1 >= end) {
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
