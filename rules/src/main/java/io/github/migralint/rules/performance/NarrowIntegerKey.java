package io.github.migralint.rules.performance;

import io.github.migralint.ast.Persistence;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Suspicion;
import io.github.migralint.rules.engine.EngineWords;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.DefinedColumn;
import io.github.migralint.rules.facts.Ending;
import io.github.migralint.rules.facts.NewConstraint;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A new key that counts up and runs out. */
public final class NarrowIntegerKey implements Rule {
    private static final Map<String, Integer> BITS = Map.ofEntries(
            Map.entry("int2", 16),
            Map.entry("int4", 32),
            Map.entry("tinyint", 8),
            Map.entry("smallint", 16),
            Map.entry("mediumint", 24),
            Map.entry("int", 32),
            Map.entry("integer", 32));

    private static final RuleInfo INFO = new RuleInfo(
            "narrow-integer-key",
            "A key that counts up has 32 bits or less, and widening it later rewrites the table.",
            Category.PERFORMANCE,
            Risk.MEDIUM,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void suspect(Step step, Consumer<Suspicion> report) {
        for (NewConstraint added : NewConstraint.of(step)) {
            if (added.constraint().kind() == Constraint.Kind.PRIMARY_KEY
                    && added.table().persistence() != Persistence.TEMPORARY) {
                narrow(added.table(), added.constraint())
                        .ifPresent(column -> report.accept(
                                new Suspicion(finding(step, added, column), end -> missed(end, added, column))));
            }
        }
    }

    private static boolean missed(Schema end, NewConstraint added, Column column) {
        return Ending.table(end, added.table())
                .flatMap(now -> now.column(column.id()))
                .flatMap(NarrowIntegerKey::bits)
                .isPresent();
    }

    /** The column of a key that counts up by itself; one that points at another table is as wide as that. */
    private static Optional<Column> narrow(Table table, Constraint key) {
        Set<ObjectId> pointing = table.constraints().stream()
                .filter(constraint -> constraint.kind() == Constraint.Kind.FOREIGN_KEY)
                .flatMap(constraint -> constraint.columns().stream())
                .collect(Collectors.toSet());
        return key.columns().stream()
                .filter(id -> !pointing.contains(id))
                .flatMap(id -> table.column(id).stream())
                .filter(column -> countsUp(column) && bits(column).isPresent())
                .findFirst();
    }

    private static boolean countsUp(Column column) {
        return column.identity().isPresent()
                || column.defaultValue()
                        .filter(value -> value.expression()
                                .normalized()
                                .toLowerCase(Locale.ROOT)
                                .startsWith("nextval"))
                        .isPresent();
    }

    private static Optional<Integer> bits(Column column) {
        return column.type()
                .filter(type -> type.arrayDimensions() == 0 && type.userType().isEmpty())
                .map(type -> BITS.get(type.name().toLowerCase(Locale.ROOT)));
    }

    private static Finding finding(Step step, NewConstraint added, Column column) {
        int bits = bits(column).orElseThrow();
        String type = column.type().orElseThrow().toString();
        boolean unsigned = type.toLowerCase(Locale.ROOT).contains("unsigned");
        long most = (1L << (unsigned ? bits : bits - 1)) - 1;
        EngineWords words = EngineWords.of(step);
        return Finding.at(step, INFO, place(step, added, column))
                .risk(words.riskOfNarrowKey())
                .object(added.name() + "." + column.name())
                .label(type + " ends at " + String.format(Locale.ROOT, "%,d", most))
                .message("The key " + added.name() + "." + column.name() + " counts up to "
                        + String.format(Locale.ROOT, "%,d", most)
                        + ": then every INSERT fails, and before that rows that were deleted or rolled back use"
                        + " numbers up too. Widening it later writes the whole table anew.")
                .instead("now: no row is there yet", words.wideKey(step.quote(column.name())))
                .build();
    }

    private static Span place(Step step, NewConstraint added, Column column) {
        return DefinedColumn.of(step.statement())
                .map(DefinedColumn::column)
                .filter(defined -> defined.name().value().equalsIgnoreCase(column.name()))
                .map(defined -> defined.type()
                        .map(type -> defined.name().span().cover(type.span()))
                        .orElse(defined.span()))
                .findFirst()
                .orElse(added.place());
    }
}
