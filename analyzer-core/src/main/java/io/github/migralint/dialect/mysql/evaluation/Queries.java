package io.github.migralint.dialect.mysql.evaluation;

import io.github.migralint.dialect.mysql.evaluation.Term.Scope;
import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.schema.Schema;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers queries of one table of the information schema, and those without a table. */
final class Queries {
    private final Context context;
    private final InformationSchema information;

    Queries(Schema schema, Context context) {
        this.context = context;
        this.information = new InformationSchema(schema);
    }

    /**
     * The rows that a query finds.
     *
     * @param sure those that are surely there, each with what its names mean
     * @param open whether there may be others
     */
    private record Found(Selection selection, List<Scope> sure, boolean open) {}

    Datum exists(List<Token> query, Scope outer) {
        Found found = find(query, outer);
        if (!found.sure().isEmpty()) {
            return Datum.TRUE;
        }
        return found.open() ? Datum.UNKNOWN : Datum.FALSE;
    }

    Datum scalar(List<Token> query, Scope outer) {
        Found found = find(query, outer);
        if (found.open() || found.sure().size() > 1) {
            return Datum.UNKNOWN;
        }
        return found.sure().isEmpty()
                ? Datum.NULL
                : found.selection().first(context).in(found.sure().getFirst());
    }

    Datum contains(List<Token> query, Datum value, Scope outer) {
        Found found = find(query, outer);
        Datum result = found.open() ? Datum.UNKNOWN : Datum.FALSE;
        for (Scope row : found.sure()) {
            Datum same = Comparison.compare(
                    "=", value, found.selection().first(context).in(row));
            result = Comparison.join(false, result, same);
        }
        return result;
    }

    /** The rows of a query; none where there may be others, or a value of one is not known. */
    Optional<List<Value.Row>> rows(List<Token> query) {
        Found found = find(query, Scope.NONE);
        if (found.open()) {
            return Optional.empty();
        }
        var rows = new ArrayList<Value.Row>();
        for (Scope row : found.sure()) {
            Map<String, Value> fields = new LinkedHashMap<>();
            for (Term item : found.selection().items(context)) {
                fields.put("column " + (fields.size() + 1), item.in(row).value());
            }
            rows.add(new Value.Row(fields));
        }
        return Optional.of(rows);
    }

    private Found find(List<Token> query, Scope outer) {
        Selection selection = Selection.read(query);
        Rows rows = selection.table().isEmpty()
                ? one()
                : selection.table().flatMap(information::rows).orElseGet(Rows::unknown);
        Optional<Term> condition = selection.condition(context);
        var sure = new ArrayList<Scope>();
        boolean open = false;
        for (Rows.Entry entry : rows.entries()) {
            Scope scope = scope(entry, selection, outer);
            Datum holds = condition.map(term -> term.in(scope)).orElse(Datum.TRUE);
            if (holds.isTrue() && entry.certain()) {
                sure.add(scope);
            } else if (!holds.isRejected()) {
                open = true;
            }
        }
        return selection.aggregates()
                ? grouped(selection, sure, open)
                : new Found(selection, limited(selection, sure), open);
    }

    private static Rows one() {
        var rows = new Rows();
        rows.add(true, Map.of());
        return rows;
    }

    private static List<Scope> limited(Selection selection, List<Scope> sure) {
        return selection.limit() < sure.size() && selection.limit() == 0 ? List.of() : sure;
    }

    /** Without GROUP BY there is one row, over all. */
    private static Found grouped(Selection selection, List<Scope> sure, boolean open) {
        var group = new Term.Group(sure, open);
        Scope over = new Scope() {
            @Override
            public Optional<Datum> column(List<String> parts) {
                return Optional.empty();
            }

            @Override
            public Optional<Term.Group> group() {
                return Optional.of(group);
            }
        };
        return new Found(selection, List.of(over), false);
    }

    /** A variable of the program hides a column of its name. */
    private Scope scope(Rows.Entry entry, Selection selection, Scope outer) {
        return parts -> {
            boolean local = parts.size() == 1 && !context.local(parts).equals(Datum.UNKNOWN);
            if (local || selection.table().isEmpty()) {
                return outer.column(parts);
            }
            boolean own = parts.size() == 1 || selection.isOwn(parts.get(parts.size() - 2));
            return own ? Optional.of(entry.cell(parts.getLast())) : outer.column(parts);
        };
    }
}
