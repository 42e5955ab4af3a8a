package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The unique index that ON CONFLICT relies on.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record ConflictTarget(Scene scene, Acts acts) {
    void find(Insert statement, Table table) {
        List<Token> tokens = statement.query().tokens();
        int at = afterConflict(tokens);
        if (at < 0 || at >= tokens.size()) {
            return;
        }
        boolean named = tokens.get(at).isWord("on") && at + 2 < tokens.size();
        boolean listed = tokens.get(at).isSymbol("(");
        if (!named && !listed) {
            return;
        }
        acts.add(Act.of(Operation.CHANGE_ROWS)
                .on(Role.TABLE, scene.key(table))
                .on(Role.INDEXES, scene.storedIndexes(table)));
        if (!scene.certain(table)) {
            return;
        }
        if (named) {
            constraint(tokens.get(at + 2), table);
        } else {
            columns(tokens.subList(at + 1, Math.max(at + 1, Predicates.closing(tokens, at))), table);
        }
    }

    private static int afterConflict(List<Token> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).isWord("conflict") && tokens.get(i - 1).isWord("on")) {
                return i + 1;
            }
        }
        return -1;
    }

    private void constraint(Token name, Table table) {
        String wanted = Predicates.name(name);
        if (table.constraint(wanted).isEmpty()) {
            acts.fail("42704", Subject.in(table, ObjectKind.CONSTRAINT, new Identifier(wanted, true, name.span())));
        }
    }

    private void columns(List<Token> target, Table table) {
        boolean plain = target.stream().allMatch(token -> token.isSymbol(",") || Predicates.isName(token))
                && target.size() % 2 == 1;
        Set<String> wanted =
                target.stream().filter(Predicates::isName).map(Predicates::name).collect(Collectors.toSet());
        if (!plain || target.stream().anyMatch(token -> token.isWord("collate"))) {
            return;
        }
        boolean found = scene.schema().indexesOf(table.id()).stream()
                .filter(index -> index.unique() && index.predicate().isEmpty())
                .anyMatch(index -> columnsOf(index, table).equals(wanted));
        boolean partial = scene.schema().indexesOf(table.id()).stream()
                .anyMatch(index -> index.unique() && index.predicate().isPresent());
        if (!found && !partial) {
            acts.fail("42P10", "No unique index of " + table.name().name() + " is over exactly these columns.");
        }
    }

    private static Set<String> columnsOf(Index index, Table table) {
        Set<String> names = new HashSet<>();
        for (var part : index.parts()) {
            names.add(part.column()
                    .flatMap((ObjectId id) -> table.column(id))
                    .map(Column::name)
                    .orElse(""));
        }
        return names;
    }
}
