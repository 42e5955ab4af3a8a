package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.OtherStatement;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * What CREATE PUBLICATION and ALTER PUBLICATION name.
 *
 * @param change what happens to the objects
 * @param tables the tables
 * @param schemas whether whole schemas are named
 * @param all whether all tables are meant
 */
public record PublishedObjects(
        PublishedObjects.Change change, List<PublishedObjects.PublishedTable> tables, boolean schemas, boolean all) {
    public PublishedObjects {
        tables = List.copyOf(tables);
    }

    /** What happens to the objects that are named. */
    public enum Change {
        ADD,
        SET,
        DROP,
        NONE
    }

    /**
     * One table of a publication.
     *
     * @param name the table
     * @param columns tokens of its column list, parentheses included
     * @param filter tokens of its WHERE, parentheses included
     */
    public record PublishedTable(QualifiedName name, List<Token> columns, List<Token> filter) {
        public PublishedTable {
            columns = List.copyOf(columns);
            filter = List.copyOf(filter);
        }
    }

    /** Reads a statement. */
    public static PublishedObjects of(OtherStatement statement) {
        return new Reader(statement.tokens()).read();
    }

    private static final class Reader {
        private final List<Token> tokens;
        private final List<PublishedTable> tables = new ArrayList<>();
        private boolean schemas;
        private boolean all;
        private int at;

        Reader(List<Token> tokens) {
            this.tokens = tokens;
        }

        PublishedObjects read() {
            Change change = change();
            if (change != Change.NONE) {
                list();
            }
            return new PublishedObjects(change, tables, schemas, all);
        }

        /** The first words are CREATE or ALTER, PUBLICATION and the name. */
        private Change change() {
            at = 3;
            if (take("for") || take("add")) {
                return Change.ADD;
            }
            if (take("drop")) {
                return Change.DROP;
            }
            return take("set") && !symbol("(") ? Change.SET : Change.NONE;
        }

        private void list() {
            boolean another = true;
            while (another && at < tokens.size()) {
                object();
                another = symbol(",");
                at++;
            }
        }

        private void object() {
            if (take("all")) {
                all = true;
                at++;
            } else if (take("tables")) {
                schemas = true;
                at += 3;
            } else if (take("table")) {
                table();
            } else if (schemas) {
                at++;
            } else {
                table();
            }
        }

        private void table() {
            take("only");
            Words.nameAt(tokens, at).ifPresent(name -> {
                at += 2 * name.parts().size() - 1;
                if (symbol("*")) {
                    at++;
                }
                List<Token> columns = group();
                List<Token> filter = take("where") ? group() : List.of();
                tables.add(new PublishedTable(name, columns, filter));
            });
        }

        private List<Token> group() {
            if (!symbol("(")) {
                return List.of();
            }
            int from = at;
            at = Words.closing(tokens, from) + 1;
            return tokens.subList(from, at);
        }

        private boolean symbol(String text) {
            return at < tokens.size() && tokens.get(at).isSymbol(text);
        }

        private boolean take(String word) {
            boolean here = at < tokens.size() && tokens.get(at).isWord(word);
            if (here) {
                at++;
            }
            return here;
        }
    }
}
