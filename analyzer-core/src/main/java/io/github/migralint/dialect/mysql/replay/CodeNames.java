package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.schema.Routine;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the code of routines and triggers names, read from its words alone, in all of its branches. */
final class CodeNames {
    private static final Set<String> BEFORE_READ = Set.of("from", "join", "straight_join");
    private static final Set<String> BEFORE_WRITTEN = Set.of("into", "update");
    private static final Set<String> MODIFIERS =
            Set.of("low_priority", "ignore", "quick", "delayed", "high_priority", "table", "if", "exists");
    private static final Set<String> NO_RELATION = Set.of("select", "dual", "set", "outfile", "dumpfile");

    private final List<Token> tokens;
    private final Map<String, QualifiedName> relations = new LinkedHashMap<>();
    private final Map<String, QualifiedName> written = new LinkedHashMap<>();
    private final Map<String, QualifiedName> called = new LinkedHashMap<>();

    CodeNames(List<Token> tokens) {
        this.tokens = tokens;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            read(i);
        }
    }

    private void read(int at) {
        String word = word(at);
        if (word.equals("call")) {
            Words.nameAt(tokens, at + 1).ifPresent(name -> called.putIfAbsent(name.toString(), name));
        } else if (BEFORE_READ.contains(word)) {
            relation(at + 1).ifPresent(name -> relations.putIfAbsent(name.toString(), name));
        } else if (BEFORE_WRITTEN.contains(word) && changes(at)) {
            relation(at + 1).ifPresent(name -> {
                relations.putIfAbsent(name.toString(), name);
                written.putIfAbsent(name.toString(), name);
            });
        }
    }

    /** Not SELECT … INTO, FOR UPDATE, ON UPDATE. */
    private boolean changes(int at) {
        if (word(at).equals("update")) {
            return !Set.of("for", "on", "key").contains(word(at - 1));
        }
        int verb = at - 1;
        while (MODIFIERS.contains(word(verb))) {
            verb--;
        }
        return word(verb).equals("insert") || word(verb).equals("replace");
    }

    private Optional<QualifiedName> relation(int start) {
        int at = start;
        while (MODIFIERS.contains(word(at))) {
            at++;
        }
        return NO_RELATION.contains(word(at)) ? Optional.empty() : Words.nameAt(tokens, at);
    }

    private String word(int at) {
        boolean there = at >= 0 && at < tokens.size();
        return there ? tokens.get(at).text().toLowerCase(Locale.ROOT) : "";
    }

    /** Relations that it reads or changes. */
    List<QualifiedName> relations() {
        return List.copyOf(relations.values());
    }

    /** Relations that it inserts into or updates. */
    List<QualifiedName> written() {
        return List.copyOf(written.values());
    }

    /** Procedures that it calls. */
    List<QualifiedName> called() {
        return List.copyOf(called.values());
    }

    /** Columns of NEW and OLD that are named anywhere in it. */
    List<String> rowColumns() {
        var columns = new LinkedHashSet<String>();
        for (int i = 0; i < tokens.size(); i++) {
            ofRow("old", i).ifPresent(columns::add);
            ofRow("new", i).ifPresent(columns::add);
        }
        return List.copyOf(columns);
    }

    /** What it gives columns of the new row: {@code SET NEW.c = …}. */
    List<Routine.RowAssignment> assigned() {
        var assignments = new ArrayList<Routine.RowAssignment>();
        for (int i = 1; i + 3 < tokens.size(); i++) {
            Optional<String> column = ofRow("new", i);
            boolean assigns = column.isPresent()
                    && (word(i - 1).equals("set") || word(i - 1).equals(","))
                    && (word(i + 3).equals("=") || word(i + 3).equals(":="));
            if (assigns) {
                assignments.add(new Routine.RowAssignment(column.get(), source(i + 4, column.get())));
            }
        }
        return List.copyOf(assignments);
    }

    /** The first column of NEW on the right side that is not the assigned one itself, or that one. */
    private Optional<String> source(int start, String assigned) {
        Optional<String> itself = Optional.empty();
        for (int i = start; i < tokens.size() && !tokens.get(i).isSymbol(";"); i++) {
            Optional<String> column = ofRow("new", i);
            if (column.isPresent() && !column.get().equalsIgnoreCase(assigned)) {
                return column;
            }
            itself = itself.or(() -> column);
        }
        return itself;
    }

    private Optional<String> ofRow(String row, int at) {
        boolean column = at + 2 < tokens.size()
                && word(at).equals(row)
                && tokens.get(at + 1).isSymbol(".")
                && Words.isName(tokens.get(at + 2));
        return column ? Optional.of(Words.name(tokens.get(at + 2))) : Optional.empty();
    }
}
