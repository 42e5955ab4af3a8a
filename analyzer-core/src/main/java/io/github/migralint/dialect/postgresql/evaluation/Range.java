package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The bounds of a number that is not known.
 *
 * @param least the least that it may be
 * @param most the most that it may be
 */
record Range(BigDecimal least, BigDecimal most) implements Possibility {
    /** What the number of a column can be. */
    private static final Range PLACE = new Range(BigDecimal.ONE, BigDecimal.valueOf(32_767));

    @Override
    public boolean isPresent() {
        return true;
    }

    @Override
    public boolean may(Value value) {
        return switch (value) {
            case Value.Number(BigDecimal number) -> number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
            case Value.Text(String text) ->
                Numbers.parse(text).map(n -> may(new Value.Number(n))).orElse(false);
            default -> false;
        };
    }

    /** The number between these bounds. */
    Datum datum(String type) {
        return least.compareTo(most) == 0
                ? Datum.of(new Value.Number(least), type)
                : new Datum(Value.UNKNOWN, type, this);
    }

    /** The bounds of a number, known or not. */
    static Optional<Range> of(Datum datum) {
        if (datum.value() instanceof Value.Number(BigDecimal number)) {
            return Optional.of(new Range(number, number));
        }
        if (datum.value() instanceof Value.Reference reference && Places.isPlace(reference)) {
            return Optional.of(PLACE);
        }
        return datum.possibility() instanceof Range range ? Optional.of(range) : Optional.empty();
    }
}
