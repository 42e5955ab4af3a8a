package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A guess at how a statement finds its rows: by an index where its condition names one, else by reading all. */
final class Plan {
    private static final Set<String> ENDS = Set.of(
            "group",
            "order",
            "limit",
            "offset",
            "fetch",
            "for",
            "union",
            "except",
            "intersect",
            "returning",
            "window",
            "having",
            "when");
    private static final Set<String> OPERATORS = Set.of("=", "<", ">", "<=", ">=");

    private final Scene scene;
    private final List<Token> tokens;
    private final boolean scalar;
    private final List<List<Token>> conditions = new ArrayList<>();

    Plan(Scene scene, List<Token> tokens) {
        this(scene, tokens, false);
    }

    /** The plan of a part of a query; a value is computed with the columns of the rest at hand. */
    Plan(Scene scene, List<Token> tokens, boolean scalar) {
        this.scalar = scalar;
        this.scene = scene;
        this.tokens = List.copyOf(tokens);
        condition().ifPresent(where -> conditions.addAll(Predicates.conjuncts(where)));
    }

    /** The outermost WHERE. */
    private Optional<List<Token>> condition() {
        int depth = 0;
        int start = -1;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += Predicates.depthChange(token);
            if (depth != 0) {
                continue;
            }
            if (token.isWord("where") && start < 0) {
                start = i + 1;
            } else if (start >= 0 && ENDS.stream().anyMatch(token::isWord)) {
                return Optional.of(tokens.subList(start, i));
            }
        }
        return start < 0 || start >= tokens.size()
                ? Optional.empty()
                : Optional.of(tokens.subList(start, tokens.size()));
    }

    /** Whether the relation is named with ONLY. */
    boolean only(QualifiedName name) {
        int start = name.span().start();
        for (int i = 1; i < tokens.size(); i++) {
            boolean parenthesis = tokens.get(i - 1).isSymbol("(") && i > 1;
            Token before = parenthesis ? tokens.get(i - 2) : tokens.get(i - 1);
            if (tokens.get(i).start() == start && before.isWord("only")) {
                return true;
            }
        }
        return false;
    }

    /** The table with the partitions and children that can hold rows of the answer. */
    List<Table> members(Table table) {
        var members = new ArrayList<Table>();
        collect(table, members);
        return members;
    }

    private void collect(Table table, List<Table> members) {
        members.add(table);
        var bounds = new PartitionBounds(scene, new Acts(), table);
        Optional<String> key = bounds.keyColumn();
        for (Table child : scene.schema().childrenOf(table.id())) {
            Optional<Bound> bound = PartitionBounds.boundOf(child);
            boolean pruned = key.isPresent()
                    && bound.isPresent()
                    && Conditions.of(conditions).outside(bound.get(), key.get());
            if (!pruned) {
                collect(child, members);
            }
        }
    }

    /** Whether a member of a table is read from end to end. */
    boolean scans(Table root, Table member) {
        return !restricted(member);
    }

    /** Whether the condition lets an index find the rows. */
    boolean restricted(Relation relation) {
        if (limited()) {
            return true;
        }
        Set<String> names = namesOf(relation);
        return scene.schema().indexesOf(relation.id()).stream()
                .filter(index -> index.valid() && index.predicate().isEmpty())
                .filter(index -> Set.of("btree", "hash").contains(index.method()))
                .flatMap(index -> leading(index).stream())
                .anyMatch(column -> compared(column, names) || extreme(column));
    }

    /** LIMIT stops early. */
    private boolean limited() {
        int depth = 0;
        for (Token token : tokens) {
            depth += Predicates.depthChange(token);
            if (depth == 0 && token.isWord("limit")) {
                return true;
            }
        }
        return false;
    }

    /** The least and the greatest value stand at the ends of an index. */
    private boolean extreme(String column) {
        boolean found = false;
        for (int i = 0; i + 3 < tokens.size(); i++) {
            boolean ends = (tokens.get(i).isWord("max") || tokens.get(i).isWord("min"))
                    && tokens.get(i + 1).isSymbol("(")
                    && tokens.get(i + 3).isSymbol(")");
            found |= ends && Predicates.name(tokens.get(i + 2)).equals(column);
        }
        return found && conditions.isEmpty();
    }

    /** The names that can stand before a column of the relation: its own and its alias. */
    Set<String> namesOf(Relation relation) {
        Set<String> names = new HashSet<>();
        String own = relation.name().name();
        names.add(own);
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean here = Predicates.isName(tokens.get(i))
                    && Predicates.name(tokens.get(i)).equals(own);
            if (here) {
                int alias = tokens.get(i + 1).isWord("as") ? i + 2 : i + 1;
                if (alias < tokens.size() && Predicates.isName(tokens.get(alias))) {
                    names.add(Predicates.name(tokens.get(alias)));
                }
            }
        }
        return names;
    }

    private Optional<String> leading(Index index) {
        return index.parts().stream().findFirst().flatMap(part -> part.column()).flatMap(scene::columnName);
    }

    private boolean compared(String column, Set<String> names) {
        return conditions.stream()
                .map(Predicates::unwrap)
                .anyMatch(condition -> comparesColumn(condition, column, names));
    }

    private boolean comparesColumn(List<Token> condition, String column, Set<String> names) {
        for (int i = 1; i + 1 < condition.size(); i++) {
            Token token = condition.get(i);
            boolean operator = OPERATORS.contains(token.text()) || token.isWord("in") || token.isWord("between");
            if (!operator) {
                continue;
            }
            List<Token> right = condition.subList(i + 1, condition.size());
            boolean subquery = right.stream().anyMatch(t -> t.isWord("select"));
            List<Token> left = Predicates.unwrap(condition.subList(0, i));
            boolean own = left.size() < 3 || names.contains(Predicates.name(left.get(0)));
            return own && Predicates.isColumn(left, column) && !subquery && (!namesColumn(right) || fromOutside(right));
        }
        return false;
    }

    /** A column of a relation that this part does not name: it has a value by then. */
    private boolean fromOutside(List<Token> right) {
        boolean qualified = right.size() == 3
                && Predicates.isName(right.get(0))
                && right.get(1).isSymbol(".");
        if (!scalar || !qualified) {
            return false;
        }
        String outer = Predicates.name(right.get(0));
        for (int i = 0; i < tokens.size(); i++) {
            boolean named = Predicates.isName(tokens.get(i))
                    && Predicates.name(tokens.get(i)).equals(outer)
                    && (i + 1 == tokens.size() || !tokens.get(i + 1).isSymbol("."));
            if (named) {
                return false;
            }
        }
        return true;
    }

    /** A comparison with a column of another table does not narrow anything by itself. */
    private static boolean namesColumn(List<Token> tokens) {
        return tokens.stream()
                .anyMatch(token -> Predicates.isName(token)
                        && !Set.of("and", "interval", "timestamp", "date", "now", "current_date", "true", "false")
                                .contains(Predicates.name(token)));
    }
}
