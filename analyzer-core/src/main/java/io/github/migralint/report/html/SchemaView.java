package io.github.migralint.report.html;

import io.github.migralint.trace.Change;
import io.github.migralint.trace.ObjectDifference;
import io.github.migralint.trace.PartDifference;
import io.github.migralint.trace.SchemaDifference;
import io.github.migralint.trace.TableDifference;
import java.io.IOException;
import java.util.List;

/** Writes what became of the schema, each table by itself, with what was there before beside what is there after. */
final class SchemaView {
    private final Markup page;

    SchemaView(Markup page) {
        this.page = page;
    }

    void write(SchemaDifference schema) throws IOException {
        page.open("div", "class", "schema").own("\n");
        for (TableDifference table : schema.tables()) {
            table(table);
        }
        more(schema.moreTables(), "table");
        if (!schema.others().isEmpty()) {
            page.open("ul", "class", "others").own("\n");
            for (ObjectDifference object : schema.others()) {
                page.open("li", "class", Words.lower(object.change()));
                sign(object.change());
                page.text(object.kind() + " ").leaf("code", object.name()).closeLine();
            }
            page.closeLine();
            more(schema.moreOthers(), "object");
        }
        page.closeLine();
    }

    private void table(TableDifference table) throws IOException {
        page.open("table", "class", "diff").open("caption");
        page.leaf("code", table.name()).text(" ");
        String words = switch (table.change()) {
            case ADDED -> "new table";
            case REMOVED -> "table dropped";
            case CHANGED ->
                table.nameBefore().map(before -> "renamed from " + before).orElse("table changed");
        };
        page.leaf("span", words, "class", Words.lower(table.change())).close();
        page.open("tbody").own("\n");
        for (PartDifference part : table.parts()) {
            part(part);
        }
        if (table.moreParts() > 0) {
            note("and " + Words.plural(table.moreParts(), "part") + " more");
        }
        if (!table.unchanged().isEmpty()) {
            note("unchanged: " + unchanged(table));
        }
        page.close().closeLine();
    }

    private static String unchanged(TableDifference table) {
        List<String> names = table.unchanged();
        return table.moreUnchanged() > 0
                ? String.join(", ", names) + " and " + table.moreUnchanged() + " more"
                : Words.list(names);
    }

    private void part(PartDifference part) throws IOException {
        page.open("tr", "class", Words.lower(part.change()));
        page.open("th", "scope", "row");
        sign(part.change());
        page.text(Words.lower(part.kind())).close().open("td");
        if (part.before().isPresent()) {
            page.open("del").leaf("code", part.before().get()).close();
        }
        if (part.after().isPresent()) {
            page.open("ins").leaf("code", part.after().get()).close();
        }
        page.close().closeLine();
    }

    /** Readable without colour, and by ear. */
    private void sign(Change change) throws IOException {
        String sign = switch (change) {
            case ADDED -> "+";
            case REMOVED -> "−";
            case CHANGED -> "±";
        };
        page.leaf("span", sign, "class", "sign", "aria-hidden", "true");
        page.leaf("span", Words.lower(change) + " ", "class", "heard");
    }

    private void note(String text) throws IOException {
        page.open("tr", "class", "rest").open("td", "colspan", "2");
        page.text(text).close().closeLine();
    }

    private void more(int count, String noun) throws IOException {
        if (count > 0) {
            page.leaf("p", "and " + Words.plural(count, noun) + " more, left out here", "class", "rest")
                    .own("\n");
        }
    }
}
