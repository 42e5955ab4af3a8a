package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.Expression;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks, indexes and views whose expressions call a function: they cannot be without it. */
final class Callers {
    private final Change change;
    private final Routine routine;

    Callers(Change change, Routine routine) {
        this.change = change;
        this.routine = routine;
    }

    void remove() {
        for (Relation relation : change.now().relations()) {
            switch (relation) {
                case Table table -> checks(table);
                case View view when calls(view.query().tokens()) -> new Removal(change).view(view, true);
                case Index index when calls(index) -> new Removal(change).index(index, true);
                default -> {}
            }
        }
    }

    private void checks(Table table) {
        for (Constraint constraint : table.constraints()) {
            if (calls(constraint.expression())) {
                new ConstraintAlteration(change).remove(table.id(), constraint, true);
            }
        }
    }

    private boolean calls(Index index) {
        return Stream.concat(
                        index.predicate().stream(), index.parts().stream().flatMap(part -> part.expression().stream()))
                .anyMatch(expression -> calls(expression.tokens()));
    }

    private boolean calls(Optional<Expression> expression) {
        return expression.filter(e -> calls(e.tokens())).isPresent();
    }

    private boolean calls(List<Token> tokens) {
        String name = routine.name().name();
        boolean named = tokens.stream().anyMatch(token -> token.text().equalsIgnoreCase(name));
        return named
                && Mentions.calls(tokens).stream()
                        .map(call -> change.now().routines(call.function()))
                        .anyMatch(
                                found -> found.size() == 1 && found.get(0).id().equals(routine.id()));
    }
}
