package io.github.migralint.rules.data;

import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.EngineWords;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.Dropped;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A schema, database or tablespace goes, with all that is in it. */
public final class SchemaDropped implements Rule {
    private static final Set<ObjectKind> CONTAINERS =
            EnumSet.of(ObjectKind.SCHEMA, ObjectKind.DATABASE, ObjectKind.TABLESPACE);
    private static final int NAMED_AT_MOST = 5;

    private static final RuleInfo INFO = new RuleInfo(
            "schema-dropped",
            "A schema, database or tablespace is dropped with everything in it.",
            Category.DATA,
            Risk.CRITICAL,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!(step.statement() instanceof DropObject drop) || !CONTAINERS.contains(drop.kind())) {
            return;
        }
        for (Dropped object : Dropped.of(step, drop)) {
            if (EngineWords.of(step).dropsFullSchemas()) {
                if (Serving.schema(step, object.name().name())) {
                    report.accept(whole(step, object));
                }
            } else if (drop.kind() != ObjectKind.SCHEMA) {
                report.accept(whole(step, object));
            } else if (Serving.schema(step, object.name().name())) {
                schema(step, drop, object, report);
            }
        }
    }

    private static void schema(Step step, DropObject drop, Dropped object, Consumer<Finding> report) {
        String name = object.name().name();
        boolean known = step.before().complete() && step.before().schemas().contains(name);
        List<SchemaObject> inside = contents(step, name);
        if (known && inside.isEmpty()) {
            report.accept(empty(step, object));
        } else if (!known || inside.stream().anyMatch(one -> Serving.clients(step, one.id()))) {
            report.accept(full(step, drop, object, inside));
        }
    }

    private static Finding whole(Step step, Dropped object) {
        String what = object.kind().words() + " " + object.name();
        boolean database = object.kind() != ObjectKind.TABLESPACE;
        return Finding.at(step, INFO, object.reference().span())
                .object(object.name().toString())
                .label(database ? "every table of it is gone for good" : "whatever still lies there stops this")
                .message(
                        database
                                ? "Dropping the " + what + " removes all of its tables and rows, and nothing"
                                        + " but a backup brings them back."
                                : "Dropping the " + what + " fails while one object of one database lies in it, and"
                                        + " what is configured to use it fails afterwards.")
                .instead(
                        "outside of migrations, after a backup that was tried out",
                        Sql.text(step, step.statement().span()) + ";")
                .build();
    }

    private static Finding empty(Step step, Dropped object) {
        return Finding.at(step, INFO, object.reference().span())
                .risk(Risk.LOW)
                .object(object.name().toString())
                .label("the schema is empty in the history")
                .message("The schema " + object.name() + " goes; by the history nothing is in it.")
                .because("no object of the history is in the schema " + object.name())
                .build();
    }

    private static Finding full(Step step, DropObject drop, Dropped object, List<SchemaObject> inside) {
        String name = object.name().toString();
        String contents = inside.isEmpty() ? "everything in it" : list(inside);
        var finding = Finding.at(step, INFO, object.reference().span())
                .object(name)
                .label(drop.cascade() ? contents + " is gone for good" : "fails unless the schema is empty")
                .message(
                        drop.cascade()
                                ? "Dropping the schema " + name + " with CASCADE removes " + contents
                                        + " with all rows, and whatever depends on it in other schemas."
                                : "Dropping the schema " + name
                                        + " fails (2BP01) while anything is in it, and breaks code that names it.")
                .because(
                        inside.isEmpty()
                                ? "the history does not show what is in " + name
                                : inside.size() + " objects of the history are in " + name);
        if (inside.isEmpty()) {
            finding.instead("first, one by one, as each is no longer used", "-- drop or move what is in " + name);
        } else {
            finding.instead(
                    "first, one by one, as each is no longer used",
                    inside.stream()
                            .limit(NAMED_AT_MOST)
                            .map(one -> "ALTER " + kind(one) + " "
                                    + step.quote(one.name().schema()) + "."
                                    + step.quote(one.name().name()) + " RENAME TO "
                                    + step.quote(one.name().name() + "_to_drop") + ";")
                            .collect(Collectors.joining("\n")));
        }
        return finding.instead(
                        "at last: it fails rather than take something along",
                        "DROP SCHEMA " + Sql.name(step, object.name()) + ";")
                .build();
    }

    private static String kind(SchemaObject object) {
        return object instanceof View view ? (view.materialized() ? "MATERIALIZED VIEW" : "VIEW") : "TABLE";
    }

    private static String list(List<SchemaObject> inside) {
        String first = inside.stream()
                .limit(NAMED_AT_MOST)
                .map(one -> one.name().name())
                .collect(Collectors.joining(", "));
        int more = inside.size() - NAMED_AT_MOST;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    /** Tables and views first, for they are what people look for. */
    private static List<SchemaObject> contents(Step step, String schema) {
        Stream<Relation> relations = step.before().relations().stream()
                .filter(relation -> relation instanceof Table || relation instanceof View);
        return Stream.concat(
                        relations, Stream.concat(step.before().routines().stream(), step.before().types().stream()))
                .filter(object -> object.name().schema().equals(schema))
                .toList();
    }
}
