package io.github.migralint.rules.compatibility;

import io.github.migralint.ast.ObjectKind;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Finding;
import io.github.migralint.rules.engine.EngineWords;
import io.github.migralint.rules.facts.ExpandStep;
import io.github.migralint.rules.text.Batches;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Column;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words the findings of {@link RenameWithoutExpandContract}. */
final class RenameAdvice {
    private RenameAdvice() {}

    /** A rename with nothing that softens it. */
    static void hard(Step step, Renaming renaming, Finding.Builder finding) {
        String to = renaming.moved() ? " to the schema " + renaming.newName() : " to " + renaming.newName();
        finding.label("the running release still asks for " + renaming.oldName())
                .message((renaming.moved() ? "Moving " : "Renaming ") + renaming.object() + to
                        + " breaks code that runs: the old release asks for " + renaming.oldName()
                        + ", the new one for " + renaming.newName() + ", and for a time both are alive.");
        if (renaming.isRelation() || renaming.isColumn()) {
            finding.because(Known.relation(step, renaming.owner()));
        }
        instead(step, renaming, finding);
    }

    /** A rename that something softens. */
    static void softened(Renaming renaming, RenameBridge bridge, Finding.Builder finding) {
        finding.label(renaming.oldName() + " becomes " + renaming.newName() + ": " + bridge.what())
                .message("Renaming " + renaming.object() + " to " + renaming.newName()
                        + " changes a name that code uses; " + bridge.what() + ".")
                .because(bridge.what());
        bridge.prepared().stream().map(ExpandStep::related).forEach(finding::related);
    }

    private static void instead(Step step, Renaming renaming, Finding.Builder finding) {
        if (renaming.isColumn()) {
            column(step, renaming, finding);
        } else if (renaming.kind() == ObjectKind.ATTRIBUTE) {
            label(step, renaming, finding);
        } else if (renaming.isRelation()) {
            relation(step, renaming, finding);
        } else if (renaming.isType() && !renaming.moved()) {
            finding.instead(
                    "instead: keep the name that casts and drivers ask for, and say what it means",
                    "COMMENT ON " + renaming.kind().words().toUpperCase(java.util.Locale.ROOT) + " "
                            + Sql.name(step, renaming.owner()) + " IS '"
                            + renaming.newName().replace("'", "''") + "';");
        } else {
            finding.instead(
                    "now",
                    "-- create " + step.quote(renaming.newName()) + " with views of the same names, move code over,"
                            + " then drop " + step.quote(renaming.oldName()));
        }
    }

    private static void column(Step step, Renaming renaming, Finding.Builder finding) {
        String table = Sql.name(step, renaming.owner());
        String old = step.quote(renaming.oldName());
        String fresh = step.quote(renaming.newName());
        String type = renaming.column(step)
                .flatMap(Column::type)
                .map(Object::toString)
                .orElse("/* its type */");
        finding.instead("now", "ALTER TABLE " + table + " ADD COLUMN " + fresh + " " + type + ";")
                .instead(
                        "keep both equal (trigger or application), then fill in batches",
                        "UPDATE " + table + " SET " + fresh + " = " + old + " WHERE " + fresh + " IS NULL AND "
                                + Batches.range(step, renaming.owner()) + ";")
                .instead(
                        "after the release that uses " + renaming.newName(),
                        "ALTER TABLE " + table + " DROP COLUMN " + old + ";");
        renaming.column(step).ifPresent(column -> properties(renaming, column, finding));
    }

    /** What a column has besides its type, and its successor lacks. */
    private static void properties(Renaming renaming, Column column, Finding.Builder finding) {
        String properties = Stream.of(
                        column.notNull() ? "NOT NULL" : "",
                        column.defaultValue().isPresent() ? "its default" : "")
                .filter(property -> !property.isEmpty())
                .collect(Collectors.joining(" and "));
        if (!properties.isEmpty()) {
            finding.note("Once " + renaming.newName() + " is filled, give it " + properties + " as "
                    + renaming.oldName() + " has it.");
        }
    }

    private static void relation(Step step, Renaming renaming, Finding.Builder finding) {
        String old = Sql.name(step, renaming.owner());
        String kind = renaming.kind() == ObjectKind.TABLE
                ? "TABLE"
                : renaming.kind().words().toUpperCase(java.util.Locale.ROOT);
        String target = renaming.moved()
                ? step.quote(renaming.newName()) + "." + step.quote(renaming.oldName())
                : Sql.beside(step, renaming.owner(), renaming.newName());
        String change = renaming.moved() && !EngineWords.of(step).takesBackSchemaChanges()
                ? " RENAME TO " + target
                : renaming.moved()
                        ? " SET SCHEMA " + step.quote(renaming.newName())
                        : " RENAME TO " + step.quote(renaming.newName());
        finding.instead(
                        EngineWords.of(step).takesBackSchemaChanges()
                                ? "now, in one transaction: the old name goes on working"
                                : "now: the old name is missing only between the two",
                        "ALTER " + kind + " " + old + change + ";\nCREATE VIEW " + old + " AS SELECT * FROM " + target
                                + ";\n-- repeat the GRANTs on the view")
                .instead("after the release that uses the new name", "DROP VIEW " + old + ";");
    }

    private static void label(Step step, Renaming renaming, Finding.Builder finding) {
        String type = Sql.name(step, renaming.owner());
        finding.instead(
                        "now: both labels are valid",
                        "ALTER TYPE " + type + " ADD VALUE '"
                                + renaming.newName().replace("'", "''") + "';")
                .instead(
                        "after the release that reads and writes '" + renaming.newName() + "'",
                        "-- change old rows in batches; the old label stays, unused");
    }
}
