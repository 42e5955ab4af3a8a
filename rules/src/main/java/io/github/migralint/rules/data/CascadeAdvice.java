package io.github.migralint.rules.data;

import io.github.migralint.ast.ObjectReference;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rules.facts.Fallen;
import io.github.migralint.rules.text.Refusal;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.ObjectName;
import java.util.List;
import java.util.stream.Collectors;

/** Words the findings of {@link CascadingDrop}. */
final class CascadeAdvice {
    private static final int NAMED_AT_MOST = 5;
    private static final int SHOWN_AT_MOST = 3;

    private CascadeAdvice() {}

    /** The history shows what goes along. */
    static Finding known(Step step, Cascade cascade, List<Fallen> fallen) {
        var finding = Finding.at(step, CascadingDrop.INFO, cascade.place())
                .object(cascade.object())
                .label("takes along " + list(fallen))
                .message("Dropping " + cascade.object() + " with CASCADE also drops what nobody named here: "
                        + list(fallen) + loss(cascade) + ".")
                .because(
                        step.before().complete()
                                ? ""
                                : "these are the dependents that the history shows; there may be more");
        fallen.stream()
                .limit(SHOWN_AT_MOST)
                .forEach(one -> Refusal.at(one.origin(), one.words() + " was created here")
                        .ifPresent(finding::related));
        finding.instead(
                "first, each by its name and in a release in which nobody needs it",
                fallen.stream()
                        .limit(NAMED_AT_MOST)
                        .map(one -> removal(step, one))
                        .collect(Collectors.joining("\n")));
        return withoutCascade(step, finding).build();
    }

    /** All that a role owns. */
    static Finding owned(Step step, ObjectReference role) {
        String name = role.name().toString();
        return Finding.at(step, CascadingDrop.INFO, role.span())
                .object(name)
                .label("drops all that the role owns")
                .message("DROP OWNED drops every object of " + name
                        + " in this database, tables with their rows too, and takes its rights on others away.")
                .instead(
                        "keep what is needed, then drop the rest by name",
                        "REASSIGN OWNED BY " + Sql.name(step, role.name()) + " TO /* role */;")
                .build();
    }

    /** Nothing is known of the object. */
    static Finding unknown(Step step, Cascade cascade) {
        return withoutCascade(
                        step,
                        Finding.at(step, CascadingDrop.INFO, cascade.place())
                                .object(cascade.object())
                                .label("takes along whatever depends on it")
                                .message("Dropping " + cascade.object()
                                        + " with CASCADE drops every object that depends on it without naming one"
                                        + loss(cascade) + ".")
                                .because("the history does not show what depends on " + cascade.object()
                                        + ": views, foreign keys, functions may"))
                .build();
    }

    /** The object is known, and no dependent of it. */
    static Finding partlyKnown(Step step, Cascade cascade) {
        return withoutCascade(
                        step,
                        Finding.at(step, CascadingDrop.INFO, cascade.place())
                                .risk(Risk.LOW)
                                .object(cascade.object())
                                .label("takes along what the history does not show, if there is anything")
                                .message("Nothing that the history shows depends on " + cascade.object()
                                        + ", but not all of the history was understood.")
                                .because("something in the history could not be read"))
                .build();
    }

    private static Finding.Builder withoutCascade(Step step, Finding.Builder finding) {
        String statement = Sql.text(step, step.statement().span()).replaceFirst("(?i)\\s+cascade\\b", "");
        return finding.instead("then without CASCADE: it fails rather than take something along", statement + ";");
    }

    private static String loss(Cascade cascade) {
        return switch (cascade.kind()) {
            case TABLE, FOREIGN_TABLE -> ", besides the rows of " + cascade.object();
            case COLUMN -> ", besides the values of " + cascade.object();
            default -> "";
        };
    }

    private static String list(List<Fallen> fallen) {
        String first = fallen.stream().limit(NAMED_AT_MOST).map(Fallen::words).collect(Collectors.joining(", "));
        int more = fallen.size() - NAMED_AT_MOST;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    private static String removal(Step step, Fallen one) {
        String owner = name(step, one.owner());
        String name = step.quote(one.name());
        return switch (one.sort()) {
            case TABLE -> "DROP TABLE " + owner + ";";
            case VIEW -> "DROP VIEW " + owner + ";";
            case MATERIALIZED_VIEW -> "DROP MATERIALIZED VIEW " + owner + ";";
            case SEQUENCE -> "DROP SEQUENCE " + owner + ";";
            case TYPE -> "DROP TYPE " + owner + ";";
            case ROUTINE -> "DROP ROUTINE " + owner + ";";
            case COLUMN -> "ALTER TABLE " + owner + " DROP COLUMN " + name + ";";
            case DEFAULT -> "ALTER TABLE " + owner + " ALTER COLUMN " + name + " DROP DEFAULT;";
            case FOREIGN_KEY -> "ALTER TABLE " + owner + " DROP CONSTRAINT " + name + ";";
            case TRIGGER -> "DROP TRIGGER " + name + " ON " + owner + ";";
            case POLICY -> "DROP POLICY " + name + " ON " + owner + ";";
        };
    }

    private static String name(Step step, ObjectName name) {
        boolean found = step.before().searchPath().contains(name.schema());
        return (found ? "" : step.quote(name.schema()) + ".") + step.quote(name.name());
    }
}
