package io.github.migralint.cli.console;

import io.github.migralint.ast.Unparsed;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effects;
import io.github.migralint.inspection.InspectedFile;
import io.github.migralint.inspection.InspectedStatement;
import io.github.migralint.inspection.Inspection;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Table;
import io.github.migralint.source.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints an inspection for people: each statement with what it does, then the tables at the end. */
public final class InspectionText {
    private static final int EXCERPT = 60;

    private final Dialect dialect;
    private final Printable printable;

    public InspectionText(Terminal terminal, Dialect dialect) {
        this.dialect = dialect;
        this.printable = new Printable(terminal.unicode());
    }

    /** Writes the inspection. */
    public void write(Inspection inspection, Appendable out) throws IOException {
        line(out, inspection.engine() + " (" + inspection.engineSource() + ")");
        for (InspectedFile file : inspection.files()) {
            line(out, "");
            line(
                    out,
                    file.text().path() + " · " + file.framework() + " · " + lower(file.direction()) + " · transaction: "
                            + lower(file.transaction()));
            for (InspectedStatement statement : file.statements()) {
                statement(statement, file.text(), "  ", out);
            }
        }
        line(out, "");
        line(out, inspection.schema().complete() ? "schema" : "schema (something unknown may be in it)");
        for (Table table : tables(inspection)) {
            table(table, out);
        }
    }

    private void statement(InspectedStatement inspected, SourceText file, String indent, Appendable out)
            throws IOException {
        var statement = inspected.statement();
        var position = file.position(inspected.place().start());
        String first = inspected
                .composed()
                .orElse(file)
                .slice(statement.span())
                .lines()
                .findFirst()
                .orElse("")
                .strip();
        String excerpt = first.length() > EXCERPT ? first.substring(0, EXCERPT) + "…" : first;
        line(
                out,
                indent + position.line() + ":" + position.column() + "  " + dialect.kindOf(statement) + "  " + excerpt);
        if (statement instanceof Unparsed unparsed) {
            line(out, indent + "    not understood: " + unparsed.problem());
        }
        if (inspected.condition().isPresent()) {
            line(out, indent + "    only if " + inspected.condition().get());
        }
        for (String effect : effects(inspected.effects())) {
            line(out, indent + "    " + effect);
        }
        for (InspectedStatement inner : inspected.embedded()) {
            statement(inner, file, indent + "    ", out);
        }
    }

    private static List<String> effects(Effects effects) {
        var lines = new ArrayList<String>();
        for (Effect effect : effects.all()) {
            switch (effect) {
                case Effect.TakesLock e ->
                    lines.add("locks " + e.relation() + " in " + e.mode().name() + forHowLong(e.hold()));
                case Effect.ScansTable e -> lines.add("reads every row of " + e.relation());
                case Effect.RewritesTable e -> lines.add((e.emptied() ? "empties " : "rewrites ") + e.relation());
                case Effect.BuildsIndex e -> lines.add((e.rebuild() ? "builds again " : "builds ") + e.index());
                case Effect.LosesData e -> lines.add("loses " + lower(e.kind()) + " " + e.name());
                case Effect.BreaksClients e -> lines.add("breaks clients of " + e.name() + ": " + lower(e.how()));
                case Effect.NarrowsType e -> lines.add("narrows " + e.column() + ": values " + e.reason());
                case Effect.MayFailOnRows e -> lines.add("may fail (" + e.sqlState() + "): " + e.reason());
                case Effect.Irreversible e -> lines.add("cannot be undone: " + e.reason());
                case Effect.ForbiddenInTransaction e -> lines.add("refused in a transaction (" + e.sqlState() + ")");
                case Effect.ChangesTable e ->
                    lines.add(e.clause() + " of " + e.relation() + " by "
                            + lower(e.way().algorithm()) + ", lock "
                            + lower(e.way().lock()));
                case Effect.Commits e -> lines.add("commits the open transaction");
                case Effect.LosesAttributes e ->
                    lines.add("column " + e.column() + " loses " + String.join(", ", e.attributes()));
                case Effect.InventsValues e -> lines.add("fills " + e.column() + " with " + e.value());
                case Effect.IgnoresClause e -> lines.add("ignores " + e.clause() + ": " + e.reason());
                case Effect.Fails e -> lines.add("fails (" + e.sqlState() + "): " + e.reason());
            }
        }
        return lines;
    }

    private static String forHowLong(Effect.TakesLock.Hold hold) {
        return switch (hold) {
            case TRANSACTION -> "";
            case STATEMENT -> " while it works";
            case MOMENT -> " for a moment";
        };
    }

    private static List<Table> tables(Inspection inspection) {
        return inspection.schema().relations().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }

    private void table(Table table, Appendable out) throws IOException {
        line(out, "  " + table.name() + (table.complete() ? "" : " (not all is known)"));
        for (Column column : table.columns()) {
            String type = column.type().map(Object::toString).orElse("unknown type");
            line(out, "    " + column.name() + " " + type + (column.notNull() ? " not null" : ""));
        }
    }

    private void line(Appendable out, String text) throws IOException {
        out.append(LogCommands.disarmed(printable.line(text))).append('\n');
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
