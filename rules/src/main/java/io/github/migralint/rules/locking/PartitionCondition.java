package io.github.migralint.rules.locking;

import io.github.migralint.ast.PartitionBound;
import io.github.migralint.history.Step;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the bound of a partition as a condition on its rows: what a CHECK has to say so that nobody reads them. */
final class PartitionCondition {
    private PartitionCondition() {}

    /** A condition that all rows within the bound fulfil, and no others. */
    static String within(Step step, Table parent, PartitionBound bound) {
        Optional<String> column = key(step, parent);
        Optional<List<Token>> values = column.flatMap(c -> bound.values()).map(v -> v.tokens());
        return values.flatMap(tokens -> within(tokens, column.get()))
                .map(condition -> condition + " AND " + column.get() + " IS NOT NULL")
                .orElse("/* what FOR VALUES says, and NOT NULL */");
    }

    /** A condition that no row within the bound fulfils. */
    static String outside(Step step, Table parent, PartitionBound bound) {
        Optional<String> column = key(step, parent);
        Optional<List<Token>> values = column.flatMap(c -> bound.values()).map(v -> v.tokens());
        return values.flatMap(tokens -> outside(tokens, column.get())).orElse("/* the contrary of FOR VALUES */");
    }

    private static Optional<String> key(Step step, Table parent) {
        return parent.partitioning()
                .filter(partitioning ->
                        !partitioning.hasExpressions() && partitioning.columns().size() == 1)
                .flatMap(partitioning -> parent.column(partitioning.columns().getFirst()))
                .map(Column::name)
                .map(step::quote);
    }

    private static Optional<String> within(List<Token> tokens, String column) {
        if (tokens.getFirst().isWord("in")) {
            return Optional.of(column + " IN " + text(tokens.subList(1, tokens.size())));
        }
        return range(tokens)
                .map(range -> range.from()
                        .map(from -> column + " >= " + from)
                        .map(lower -> range.to()
                                .map(to -> lower + " AND " + column + " < " + to)
                                .orElse(lower))
                        .or(() -> range.to().map(to -> column + " < " + to))
                        .orElse("true"));
    }

    private static Optional<String> outside(List<Token> tokens, String column) {
        if (tokens.getFirst().isWord("in")) {
            return Optional.of(column + " NOT IN " + text(tokens.subList(1, tokens.size())));
        }
        return range(tokens)
                .flatMap(range -> range.from()
                        .map(from -> column + " < " + from)
                        .map(lower -> range.to()
                                .map(to -> lower + " OR " + column + " >= " + to)
                                .orElse(lower))
                        .or(() -> range.to().map(to -> column + " >= " + to)));
    }

    /**
     * The ends of a range of one column.
     *
     * @param from the first value; none where it is open
     * @param to the first value that no longer belongs to it; none where it is open
     */
    private record Range(Optional<String> from, Optional<String> to) {}

    /** Reads {@code FROM (a) TO (b)}. */
    private static Optional<Range> range(List<Token> tokens) {
        int to = 0;
        while (to < tokens.size() && !tokens.get(to).isWord("to")) {
            to++;
        }
        boolean readable = tokens.getFirst().isWord("from") && to > 2 && to + 3 < tokens.size();
        return readable
                ? Optional.of(new Range(end(tokens.subList(1, to)), end(tokens.subList(to + 1, tokens.size()))))
                : Optional.empty();
    }

    private static Optional<String> end(List<Token> parenthesized) {
        List<Token> value = parenthesized.subList(1, parenthesized.size() - 1);
        boolean open = value.size() == 1
                && (value.getFirst().isWord("minvalue") || value.getFirst().isWord("maxvalue"));
        return open ? Optional.empty() : Optional.of(text(value));
    }

    private static String text(List<Token> tokens) {
        return tokens.stream()
                .map(Token::text)
                .collect(Collectors.joining(" "))
                .replace("( ", "(")
                .replace(" )", ")")
                .replace(" ,", ",");
    }
}
