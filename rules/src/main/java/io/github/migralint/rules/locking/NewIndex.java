package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.IndexDefinition;
import io.github.migralint.ast.IndexElement;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.history.Step;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An index that a statement builds, be it one of its own or a clause of ALTER TABLE.
 *
 * @param name its name, where given
 * @param table its table
 * @param unique whether it is unique
 * @param method its access method
 * @param elements its key parts, where they are more than columns
 * @param columns its columns, parts that are none left out
 * @param clause what builds it
 * @param definition what says what it is on, and for a clause all of it
 */
record NewIndex(
        Optional<Identifier> name,
        QualifiedName table,
        boolean unique,
        String method,
        List<IndexElement> elements,
        List<String> columns,
        Span clause,
        Span definition) {
    private static final Set<String> OF_THEIR_OWN_KIND = Set.of("fulltext", "spatial", "vector");

    NewIndex {
        elements = List.copyOf(elements);
        columns = List.copyOf(columns);
    }

    /** That of a statement of its own. */
    static NewIndex of(CreateIndex index) {
        return new NewIndex(
                index.name(),
                index.table(),
                index.unique(),
                index.method(),
                index.elements(),
                columns(index.elements()),
                index.span(),
                new Span(index.table().span().end(), index.span().end()));
    }

    /** That of a clause, if it builds one. */
    static Optional<NewIndex> of(AlterTable alter, AlterAction action) {
        if (action instanceof MysqlAction.AddIndex add) {
            IndexDefinition index = add.index();
            return Optional.of(new NewIndex(
                    index.name(),
                    alter.name(),
                    false,
                    index.method(),
                    index.elements(),
                    columns(index.elements()),
                    add.span(),
                    add.span()));
        }
        if (action instanceof AlterAction.AddConstraint add && add.constraint().kind() == TableConstraint.Kind.UNIQUE) {
            TableConstraint key = add.constraint();
            return Optional.of(new NewIndex(
                    key.name(),
                    alter.name(),
                    true,
                    key.method(),
                    key.elements(),
                    key.columns().stream().map(Identifier::value).toList(),
                    add.span(),
                    add.span()));
        }
        return Optional.empty();
    }

    private static List<String> columns(List<IndexElement> elements) {
        return elements.stream()
                .flatMap(element -> element.column().stream())
                .map(Identifier::value)
                .toList();
    }

    /** It as a clause of ALTER TABLE. */
    String asClause(Step step) {
        String text = Sql.text(step, definition);
        if (isClause()) {
            return text;
        }
        String kind =
                isOfItsOwnKind() ? method.toUpperCase(Locale.ROOT) + " INDEX " : unique ? "UNIQUE INDEX " : "INDEX ";
        return "ADD " + kind
                + name.map(found -> step.quote(found.value()) + " ").orElse("") + text;
    }

    /** Whether it is no ordered list of values: FULLTEXT and SPATIAL. */
    boolean isOfItsOwnKind() {
        return OF_THEIR_OWN_KIND.contains(method);
    }

    /** Whether it is a clause of ALTER TABLE. */
    boolean isClause() {
        return clause.equals(definition);
    }

    /** What a message calls it. */
    String words() {
        return name.map(Identifier::value).orElse("an index");
    }

    /** What a finding is about. */
    String object() {
        return table + name.map(found -> "." + found.value()).orElse("");
    }
}
