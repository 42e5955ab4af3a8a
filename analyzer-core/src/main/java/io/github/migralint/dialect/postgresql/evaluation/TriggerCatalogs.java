package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.schema.Policy;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.Trigger;
import io.github.migralint.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code pg_trigger}, {@code pg_policy}, {@code pg_policies} and {@code information_schema.triggers}. */
final class TriggerCatalogs {
    private final Objects objects;
    private final Gaps gaps;

    TriggerCatalogs(Objects objects, Gaps gaps) {
        this.objects = objects;
        this.gaps = gaps;
    }

    /** A trigger of a table. */
    private record Fired(Table table, Trigger trigger) {}

    private List<Table> tables() {
        var tables = new ArrayList<Table>();
        for (Relation relation : objects.facts().schema().relations()) {
            if (relation instanceof Table table) {
                tables.add(table);
            }
        }
        return tables;
    }

    private boolean certain(Fired fired) {
        return objects.certain(fired.table())
                && !objects.facts().uncertain(fired.trigger().name());
    }

    Rowset triggers() {
        var catalog = new Catalog<Fired>()
                .column(
                        "oid",
                        fired -> Objects.reference("pg_trigger", fired.trigger().id()))
                .column(
                        "tgrelid",
                        fired -> Objects.reference("pg_class", fired.table().id()))
                .column("tgname", fired -> Datum.name(fired.trigger().name()))
                .column(
                        "tgfoid",
                        fired -> Objects.reference("pg_proc", fired.trigger().function()))
                .column(
                        "tgenabled",
                        fired -> fired.trigger().enabled()
                                ? new Datum(Value.UNKNOWN, "char", Possibility.names(letter -> !letter.equals("D")))
                                : Objects.letter("D"))
                .column("tgisinternal", fired -> Datum.FALSE)
                .unknown(
                        "tgparentid",
                        "tgtype",
                        "tgconstrrelid",
                        "tgconstrindid",
                        "tgconstraint",
                        "tgdeferrable",
                        "tginitdeferred",
                        "tgnargs",
                        "tgattr",
                        "tgargs",
                        "tgqual",
                        "tgoldtable",
                        "tgnewtable");
        for (Table table : tables()) {
            for (Trigger trigger : table.triggers()) {
                var fired = new Fired(table, trigger);
                catalog.row(fired, certain(fired));
            }
        }
        catalog.maybe(Map.of(
                "tgname",
                new Datum(
                        Value.UNKNOWN,
                        "name",
                        Possibility.names(name -> name.startsWith("RI_ConstraintTrigger_")
                                || name.startsWith("PK_ConstraintTrigger_")
                                || name.startsWith("unique_key_"))),
                "tgisinternal",
                Datum.TRUE));
        // Triggers of views are not replayed.
        for (Relation relation : objects.facts().schema().relations()) {
            if (relation instanceof View) {
                catalog.maybe(Map.of("tgrelid", Objects.reference("pg_class", relation.id())));
            }
        }
        for (Parts parts : Parts.unknownOfUsers(objects, gaps)) {
            catalog.maybe(Map.of("tgrelid", parts.identity()));
        }
        return catalog.rowset();
    }

    /** A trigger at one of its events. */
    private record Event(Fired fired, String name) {}

    Rowset events() {
        var catalog = new Catalog<Event>()
                .column(
                        "trigger_schema",
                        event -> Objects.schemaName(event.fired().table()))
                .column(
                        "trigger_name",
                        event -> Datum.name(event.fired().trigger().name()))
                .column("event_manipulation", event -> Objects.word(event.name()))
                .column(
                        "event_object_schema",
                        event -> Objects.schemaName(event.fired().table()))
                .column(
                        "event_object_table",
                        event -> Objects.name(event.fired().table()))
                .column(
                        "action_orientation",
                        event -> Objects.word(event.fired().trigger().forEachRow() ? "ROW" : "STATEMENT"))
                .column(
                        "action_timing",
                        event -> Objects.word(event.fired().trigger().timing()))
                .unknown(
                        "trigger_catalog",
                        "event_object_catalog",
                        "action_order",
                        "action_condition",
                        "action_statement",
                        "created");
        for (Table table : tables()) {
            for (Trigger trigger : table.triggers()) {
                var fired = new Fired(table, trigger);
                trigger.events().stream()
                        .filter(event -> !event.equals("TRUNCATE"))
                        .forEach(event -> catalog.row(new Event(fired, event), certain(fired)));
            }
        }
        for (Relation relation : objects.facts().schema().relations()) {
            if (relation instanceof View) {
                catalog.maybe(Map.of(
                        "trigger_schema", Objects.schemaName(relation),
                        "event_object_schema", Objects.schemaName(relation),
                        "event_object_table", Objects.name(relation)));
            }
        }
        for (Parts parts : Parts.unknownOfUsers(objects, gaps)) {
            catalog.maybe(Map.of(
                    "trigger_schema", parts.schemaName(),
                    "event_object_schema", parts.schemaName(),
                    "event_object_table", parts.name()));
        }
        return catalog.rowset();
    }

    /** A policy of a table. */
    private record Guarded(Table table, Policy policy) {}

    private void addPolicies(Catalog<Guarded> catalog) {
        for (Table table : tables()) {
            for (Policy policy : table.policies()) {
                catalog.row(
                        new Guarded(table, policy),
                        objects.certain(table) && !objects.facts().uncertain(policy.name()));
            }
        }
    }

    Rowset policies() {
        var catalog = new Catalog<Guarded>()
                .column("schemaname", guarded -> Objects.schemaName(guarded.table()))
                .column("tablename", guarded -> Objects.name(guarded.table()))
                .column("policyname", guarded -> Datum.name(guarded.policy().name()))
                .column(
                        "permissive",
                        guarded -> Datum.text(guarded.policy().permissive() ? "PERMISSIVE" : "RESTRICTIVE"))
                .column("cmd", guarded -> Datum.text(guarded.policy().command()))
                .unknown("roles", "qual", "with_check");
        addPolicies(catalog);
        for (Parts parts : Parts.unknownOfUsers(objects, gaps)) {
            catalog.maybe(Map.of("schemaname", parts.schemaName(), "tablename", parts.name()));
        }
        return catalog.rowset();
    }

    Rowset policyCatalog() {
        var catalog = new Catalog<Guarded>()
                .column(
                        "oid",
                        guarded ->
                                Objects.reference("pg_policy", guarded.policy().id()))
                .column("polname", guarded -> Datum.name(guarded.policy().name()))
                .column(
                        "polrelid",
                        guarded -> Objects.reference("pg_class", guarded.table().id()))
                .column(
                        "polcmd",
                        guarded -> Objects.letter(letter(guarded.policy().command())))
                .column("polpermissive", guarded -> Datum.truth(guarded.policy().permissive()))
                .unknown("polroles", "polqual", "polwithcheck");
        addPolicies(catalog);
        for (Parts parts : Parts.unknownOfUsers(objects, gaps)) {
            catalog.maybe(Map.of("polrelid", parts.identity()));
        }
        return catalog.rowset();
    }

    private static String letter(String command) {
        return switch (command) {
            case "SELECT" -> "r";
            case "INSERT" -> "a";
            case "UPDATE" -> "w";
            case "DELETE" -> "d";
            default -> "*";
        };
    }
}
