package io.github.migralint.rules.text;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Finding;

/** The way to NOT NULL without a scan under the strongest lock, which differs by version. */
public final class NotNullRecipe {
    private static final int CHECK_PROVES_SINCE = 12;
    private static final int NOT_VALID_SINCE = 18;

    private NotNullRecipe() {}

    /** Adds the steps to a finding. */
    public static void add(Step step, QualifiedName table, String column, Finding.Builder finding) {
        String alter = "ALTER TABLE " + Sql.name(step, table) + " ";
        int version = step.engine().version().major();
        String constraint = step.quote(table.name() + "_" + column + "_not_null");
        String quoted = step.quote(column);
        boolean direct = version >= NOT_VALID_SINCE;
        finding.instead(
                "for new rows, in an instant",
                alter + "ADD CONSTRAINT " + constraint
                        + (direct ? " NOT NULL " + quoted : " CHECK (" + quoted + " IS NOT NULL)") + " NOT VALID;");
        finding.instead("next migration: reads and writes go on", alter + "VALIDATE CONSTRAINT " + constraint + ";");
        if (direct) {
            return;
        }
        if (version < CHECK_PROVES_SINCE) {
            finding.note("PostgreSQL " + version + " reads every row for SET NOT NULL whatever is known: keep the"
                    + " CHECK instead.");
            return;
        }
        finding.instead(
                "then: the CHECK proves it, no row is read",
                alter + "ALTER COLUMN " + quoted + " SET NOT NULL;\n" + alter + "DROP CONSTRAINT " + constraint + ";");
    }
}
