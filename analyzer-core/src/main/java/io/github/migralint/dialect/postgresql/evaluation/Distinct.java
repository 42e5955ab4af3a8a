package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows without duplicates, and what two results have or have not in common. */
final class Distinct {
    private final Evaluation evaluation;

    Distinct(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** Each row once; those that may be equal to another are uncertain. */
    Result of(Result result) {
        var seen = new HashMap<String, Integer>();
        var rows = new ArrayList<Result.Row>();
        boolean known = true;
        for (Result.Row row : result.rows()) {
            evaluation.budget().spend(row.values().size());
            Optional<String> key = key(row.values());
            known &= key.isPresent();
            Integer first = key.map(seen::get).orElse(null);
            if (first == null) {
                key.ifPresent(text -> seen.put(text, rows.size()));
                rows.add(row);
            } else if (row.certain()) {
                rows.set(first, row);
            }
        }
        boolean alone = known || rows.size() == 1;
        List<Result.Row> distinct = alone ? rows : vague(rows);
        return new Result(result.names(), result.open(), distinct, result.ordered(), result.orderKnown());
    }

    /** Of rows that may be equal at least the first is there. */
    private static List<Result.Row> vague(List<Result.Row> rows) {
        var vague = new ArrayList<Result.Row>();
        boolean first = true;
        for (Result.Row row : rows) {
            boolean certain = row.certain() && first;
            first &= !certain;
            vague.add(new Result.Row(row.values(), certain));
        }
        return vague;
    }

    /** INTERSECT and EXCEPT. */
    Result compared(Result left, Result right, boolean except, boolean all) {
        if (all || !left.isCertain() || !right.isCertain()) {
            throw new Unreadable("rows that are not known");
        }
        var keys = new HashSet<String>();
        for (Result.Row row : right.rows()) {
            keys.add(key(row.values()).orElseThrow(() -> new Unreadable("rows that are not known")));
        }
        var rows = new ArrayList<Result.Row>();
        for (Result.Row row : of(left).rows()) {
            String key = key(row.values()).orElseThrow(() -> new Unreadable("rows that are not known"));
            if (keys.contains(key) != except) {
                rows.add(row);
            }
        }
        return Result.of(left.names(), rows);
    }

    /** Rows put together by their keys, in order of appearance; none where a key is not known. */
    static Optional<Map<String, List<Integer>>> groups(List<List<Datum>> keys) {
        Map<String, List<Integer>> groups = new java.util.LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            Optional<String> key = key(keys.get(i));
            if (key.isEmpty()) {
                return Optional.empty();
            }
            groups.computeIfAbsent(key.get(), k -> new ArrayList<>()).add(i);
        }
        return Optional.of(groups);
    }

    /** The same text for equal rows, and only for those. */
    static Optional<String> key(List<Datum> values) {
        var key = new StringBuilder();
        for (Datum datum : values) {
            switch (datum.value()) {
                case Value.Null ignored -> key.append("n;");
                case Value.Truth(boolean holds) -> key.append(holds).append(';');
                case Value.Number(BigDecimal number) ->
                    key.append(number.stripTrailingZeros().toPlainString()).append(';');
                case Value.Text(String text)
                when Casts.isText(datum) || datum.type().equals("enum") ->
                    key.append(text.length()).append(':').append(text);
                case Value.Reference reference
                when !Places.isPlace(reference) ->
                    key.append(reference.catalog()).append(reference.key()).append(';');
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(key.toString());
    }
}
