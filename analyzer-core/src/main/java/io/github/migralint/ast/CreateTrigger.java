package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code CREATE TRIGGER}.
 *
 * @param name its name
 * @param table the table or view
 * @param replace whether an existing one is replaced
 * @param constraint whether it is a constraint trigger
 * @param timing {@code BEFORE}, {@code AFTER} or {@code INSTEAD OF}
 * @param events INSERT, UPDATE, DELETE, TRUNCATE
 * @param updateColumns columns of {@code UPDATE OF}
 * @param forEachRow whether it fires for each row
 * @param when its condition
 * @param function what it calls
 * @param referenced the table of a constraint trigger's FROM clause
 * @param definer the account whose rights it uses, where DEFINER names one
 * @param body what it runs, where that stands in the statement; {@code function} is then its own name
 * @param span where it stands
 */
public record CreateTrigger(
        Identifier name,
        QualifiedName table,
        boolean replace,
        boolean constraint,
        String timing,
        List<String> events,
        List<Identifier> updateColumns,
        boolean forEachRow,
        Optional<Expression> when,
        QualifiedName function,
        Optional<QualifiedName> referenced,
        Optional<String> definer,
        Optional<CodeBlock> body,
        Span span)
        implements Statement {
    /** A trigger that calls a function. */
    public CreateTrigger(
            Identifier name,
            QualifiedName table,
            boolean replace,
            boolean constraint,
            String timing,
            List<String> events,
            List<Identifier> updateColumns,
            boolean forEachRow,
            Optional<Expression> when,
            QualifiedName function,
            Optional<QualifiedName> referenced,
            Optional<String> definer,
            Span span) {
        this(
                name,
                table,
                replace,
                constraint,
                timing,
                events,
                updateColumns,
                forEachRow,
                when,
                function,
                referenced,
                definer,
                Optional.empty(),
                span);
    }

    /** Without a named definer. */
    public CreateTrigger(
            Identifier name,
            QualifiedName table,
            boolean replace,
            boolean constraint,
            String timing,
            List<String> events,
            List<Identifier> updateColumns,
            boolean forEachRow,
            Optional<Expression> when,
            QualifiedName function,
            Optional<QualifiedName> referenced,
            Span span) {
        this(
                name,
                table,
                replace,
                constraint,
                timing,
                events,
                updateColumns,
                forEachRow,
                when,
                function,
                referenced,
                Optional.empty(),
                span);
    }

    public CreateTrigger {
        events = List.copyOf(events);
        updateColumns = List.copyOf(updateColumns);
    }
}
