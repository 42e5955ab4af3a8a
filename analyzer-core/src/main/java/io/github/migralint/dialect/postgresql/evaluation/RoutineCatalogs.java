package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.schema.OtherType;
import io.github.migralint.schema.Routine;
import java.util.Locale;
import java.util.Map;

/** {@code pg_proc} and {@code information_schema.routines}. */
final class RoutineCatalogs {
    private final Objects objects;
    private final Gaps gaps;

    RoutineCatalogs(Objects objects, Gaps gaps) {
        this.objects = objects;
        this.gaps = gaps;
    }

    Rowset procedures() {
        var catalog = new Catalog<Routine>()
                .column("oid", routine -> Objects.reference("pg_proc", routine.id()))
                .column("proname", Objects::name)
                .column("pronamespace", Objects::namespace)
                .column("prokind", RoutineCatalogs::kind)
                .column(
                        "provolatile",
                        routine -> Objects.letter(
                                routine.volatility().name().substring(0, 1).toLowerCase(Locale.ROOT)))
                .column(
                        "pronargs",
                        routine -> Datum.integer(routine.argumentTypes().size()).as("int2"))
                .unknown(
                        "proowner",
                        "prolang",
                        "procost",
                        "prorows",
                        "provariadic",
                        "prosupport",
                        "prosecdef",
                        "proleakproof",
                        "proisstrict",
                        "proretset",
                        "proparallel",
                        "pronargdefaults",
                        "prorettype",
                        "proargtypes",
                        "proallargtypes",
                        "proargmodes",
                        "proargnames",
                        "proargdefaults",
                        "protrftypes",
                        "prosrc",
                        "probin",
                        "prosqlbody",
                        "proconfig",
                        "proacl");
        objects.facts().schema().routines().forEach(routine -> catalog.row(routine, objects.certain(routine)));
        for (Gap gap : gaps.routines()) {
            catalog.maybe(Map.of("oid", Gap.identity(), "proname", gap.name(), "pronamespace", gap.namespace()));
        }
        objects.facts().schema().types().stream()
                .filter(type -> type instanceof OtherType other && other.range())
                // A range type brings functions that make ranges, and others that make multiranges.
                .forEach(type -> catalog.maybe(Map.of("oid", Gap.identity(), "pronamespace", Objects.namespace(type))));
        return catalog.rowset();
    }

    /** Only what is written in C can be a window function; aggregates say no type that they return. */
    private static Datum kind(Routine routine) {
        if (routine.procedure()) {
            return Objects.letter("p");
        }
        boolean low =
                routine.language().equals("internal") || routine.language().equals("c");
        if (!low) {
            return Objects.letter("f");
        }
        return routine.returnType().isEmpty()
                ? Objects.letter("a")
                : new Datum(Value.UNKNOWN, "char", Possibility.names(letter -> "fw".contains(letter)));
    }

    private static Datum type(Routine routine) {
        if (routine.procedure()) {
            return Objects.word("PROCEDURE");
        }
        return kind(routine).isUnknown()
                ? Datum.unknown("varchar")
                : routine.returnType().isEmpty() ? Datum.nothing("varchar") : Objects.word("FUNCTION");
    }

    Rowset routines() {
        var catalog = new Catalog<Routine>()
                .column("specific_schema", Objects::schemaName)
                .column("routine_schema", Objects::schemaName)
                .column("routine_name", Objects::name)
                .column("routine_type", RoutineCatalogs::type)
                .unknown(
                        "specific_catalog",
                        "specific_name",
                        "routine_catalog",
                        "data_type",
                        "routine_body",
                        "routine_definition",
                        "external_language",
                        "is_deterministic",
                        "security_type");
        objects.facts().schema().routines().forEach(routine -> catalog.row(routine, objects.certain(routine)));
        for (Gap gap : gaps.routines()) {
            catalog.maybe(Map.of("routine_schema", gap.schemaName(), "routine_name", gap.name()));
        }
        objects.facts().schema().types().stream()
                .filter(type -> type instanceof OtherType other && other.range())
                .forEach(type -> catalog.maybe(Map.of("routine_schema", Objects.schemaName(type))));
        return catalog.rowset();
    }
}
