package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where a catalog may list more than the history shows. */
final class Gaps {
    private final Schema schema;
    private final Facts facts;

    Gaps(Facts facts) {
        this.facts = facts;
        this.schema = facts.schema();
    }

    /** Relations beyond those of the history. */
    List<Gap> relations() {
        var gaps = new ArrayList<>(List.of(
                new Gap(Datum.name("pg_catalog"), Possibility.namesWith("pg_", name -> true)),
                system("information_schema", SystemRelations::mayBeInformation, SystemRelations::mayBeginInformation),
                new Gap(Datum.name("pg_toast"), Possibility.namesWith("pg_toast_", name -> true))));
        addUsers(gaps, known(schema.relations().stream()));
        for (String extension : schema.extensions()) {
            // An extension of which nobody knows what relations it brings has made the history incomplete.
            ExtensionMembers.of(extension, ExtensionMembers.Kind.RELATION)
                    .filter(members -> !members.isEmpty())
                    .ifPresent(members -> gaps.add(new Gap(schemaOf(extension), Possibility.names(members::contains))));
        }
        return gaps;
    }

    /** Types beyond those of the history, of which those that every server has are left out. */
    List<Gap> types() {
        var gaps = new ArrayList<>(List.of(
                system("pg_catalog", name -> SystemTypes.mayBe(name) && !SystemTypes.is(name), prefix -> true),
                system("information_schema", SystemTypes::mayBe, prefix -> true)));
        addUsers(gaps, known(Stream.concat(schema.types().stream(), schema.relations().stream())));
        addMembers(gaps, ExtensionMembers.Kind.TYPE);
        return gaps;
    }

    /** Functions beyond those of the history. */
    List<Gap> routines() {
        var gaps = new ArrayList<>(List.of(
                system("pg_catalog", SystemFunctions::mayBe, prefix -> true),
                new Gap(Datum.name("information_schema"), Possibility.namesWith("_pg_", name -> true))));
        // A function may have any number of namesakes.
        addUsers(gaps, (in, name) -> false);
        addMembers(gaps, ExtensionMembers.Kind.FUNCTION);
        return gaps;
    }

    /** Schemas beyond those of the history and those that every server has. */
    List<Possibility> schemas() {
        var gaps = new ArrayList<>(List.of(
                Possibility.namesWith("pg_temp_", name -> true),
                Possibility.namesWith("pg_toast_temp_", name -> true)));
        if (isGappy()) {
            gaps.add(Possibility.names(this::mayBeUnknownSchema));
        }
        return gaps;
    }

    /** Whether anything at all may be there that the history does not show. */
    boolean isGappy() {
        return !schema.complete() || schema.anyUncertain();
    }

    private static Gap system(String in, Predicate<String> names, Predicate<String> prefixes) {
        return new Gap(Datum.name(in), Possibility.names(names, prefixes));
    }

    private static BiPredicate<String, String> known(Stream<? extends SchemaObject> objects) {
        Set<ObjectName> names = new HashSet<>();
        objects.filter(object -> !Objects.isAssumed(object)).forEach(object -> names.add(object.name()));
        return (in, name) -> names.contains(new ObjectName(in, name));
    }

    private void addUsers(List<Gap> gaps, BiPredicate<String, String> known) {
        if (!isGappy()) {
            return;
        }
        boolean incomplete = !schema.complete();
        for (String in : schema.schemas()) {
            gaps.add(new Gap(
                    Datum.name(in),
                    Possibility.names(name -> (incomplete && !known.test(in, name)) || facts.uncertain(name))));
        }
        gaps.add(new Gap(
                new Datum(Value.UNKNOWN, "name", Possibility.names(this::mayBeUnknownSchema)),
                Possibility.names(name -> incomplete || facts.uncertain(name))));
    }

    private boolean mayBeUnknownSchema(String name) {
        boolean known = schema.schemas().contains(name) || SystemRelations.isSchema(name);
        return !known && (!schema.complete() || facts.uncertain(name));
    }

    /** Of the extensions whose members are known, none but the procedural language chooses its schema itself. */
    private Datum schemaOf(String extension) {
        return extension.equals("plpgsql")
                ? Datum.name("pg_catalog")
                : schema.schemaOfExtension(extension).map(Datum::name).orElse(Datum.unknown("name"));
    }

    /** Whether an extension may have brought a member of that name. */
    boolean mayBeMember(String name, ExtensionMembers.Kind kind) {
        return schema.extensions().stream()
                .anyMatch(extension -> ExtensionMembers.of(extension, kind)
                        .map(members -> members.contains(name))
                        .orElse(true));
    }

    private void addMembers(List<Gap> gaps, ExtensionMembers.Kind kind) {
        for (String extension : schema.extensions()) {
            ExtensionMembers.of(extension, kind)
                    .ifPresentOrElse(
                            members -> {
                                if (!members.isEmpty()) {
                                    gaps.add(new Gap(schemaOf(extension), Possibility.names(members::contains)));
                                }
                            },
                            () -> gaps.add(new Gap(Datum.unknown("name"), Possibility.PRESENT)));
        }
    }
}
