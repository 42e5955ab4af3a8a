package io.github.migralint.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;

/**
 * The insides of groups that were stepped over. They are read one after the other, each in turn stepping over its own
 * groups, so that no depth of nesting needs a stack.
 */
final class Postponed {
    private record Stretch(int from, int to, Inside inside) {}

    private final List<Stretch> stretches = new ArrayList<>();
    private int next;

    void add(int from, int to, Inside inside) {
        stretches.add(new Stretch(from, to, inside));
    }

    /** Forgets everything. */
    void clear() {
        stretches.clear();
        next = 0;
    }

    /** Reads everything, also what is added on the way. */
    void readAll(StatementTokens tokens) {
        while (next < stretches.size()) {
            Stretch stretch = stretches.get(next++);
            int before = tokens.narrowTo(stretch.from(), stretch.to());
            switch (stretch.inside()) {
                case STATEMENT -> statement(tokens, stretch);
                case BODY_STATEMENT -> grammatical(tokens, stretch);
                default -> read(tokens, stretch, stretch.inside());
            }
            tokens.narrowTo(stretch.from(), before);
        }
        clear();
    }

    /** A query needs no grammar; other statements do. */
    private void statement(StatementTokens tokens, Stretch stretch) {
        switch (tokens.type(stretch.from())) {
            case PostgresqlParser.SELECT, PostgresqlParser.VALUES, PostgresqlParser.TABLE, PostgresqlParser.LPAREN ->
                read(tokens, stretch, Inside.QUERY);
            default -> grammatical(tokens, stretch);
        }
    }

    private static void read(StatementTokens tokens, Stretch stretch, Inside inside) {
        var cursor = new Cursor(tokens, stretch.from());
        InsideReader.read(cursor, inside);
        if (cursor.at() < stretch.to()) {
            throw cursor.expected(tokens.end(stretch.to()));
        }
    }

    private void grammatical(StatementTokens tokens, Stretch stretch) {
        int known = stretches.size();
        PostgresqlStatementParser.READING.read(
                tokens,
                stretch.inside() == Inside.BODY_STATEMENT
                        ? PostgresqlParser::bodyStatement
                        : PostgresqlParser::embedded,
                again -> {
                    stretches.subList(known, stretches.size()).clear();
                    again.seek(stretch.from());
                });
    }
}
