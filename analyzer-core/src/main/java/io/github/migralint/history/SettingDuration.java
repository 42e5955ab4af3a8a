package io.github.migralint.history;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as PostgreSQL reads those of its timeouts: milliseconds where no unit stands, rounded to whole ones (measured). */
final class SettingDuration {
    private static final Pattern FORM = Pattern.compile(
            "\\s*([+-]?(?:0[xX][0-9a-fA-F]+|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?))\\s*(us|ms|s|min|h|d)?\\s*");
    private static final Map<String, BigDecimal> MILLISECONDS = Map.of(
            "us", new BigDecimal("0.001"),
            "ms", BigDecimal.ONE,
            "s", BigDecimal.valueOf(1000),
            "min", BigDecimal.valueOf(60_000),
            "h", BigDecimal.valueOf(3_600_000),
            "d", BigDecimal.valueOf(86_400_000));
    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final int LONGEST = 40;

    private SettingDuration() {}

    /** The duration; nothing for what the server refuses. */
    static Optional<Duration> parse(String value) {
        Matcher matcher = FORM.matcher(value);
        if (value.length() > LONGEST || !matcher.matches()) {
            return Optional.empty();
        }
        String unit = matcher.group(2) == null ? "ms" : matcher.group(2);
        BigDecimal milliseconds = number(matcher.group(1)).multiply(MILLISECONDS.get(unit));
        if (milliseconds.precision() - milliseconds.scale() > LONGEST) {
            return Optional.empty();
        }
        BigDecimal rounded = milliseconds.setScale(0, RoundingMode.HALF_EVEN);
        boolean inRange = rounded.signum() >= 0 && rounded.compareTo(MOST) <= 0;
        return inRange ? Optional.of(Duration.ofMillis(rounded.longValueExact())) : Optional.empty();
    }

    /** A whole number may be octal or hexadecimal. */
    private static BigDecimal number(String text) {
        String digits = text.replaceFirst("^[+-]", "");
        BigDecimal number;
        if (digits.startsWith("0x") || digits.startsWith("0X")) {
            number = new BigDecimal(new BigInteger(digits.substring(2), 16));
        } else if (digits.matches("0[0-7]+")) {
            number = new BigDecimal(new BigInteger(digits, 8));
        } else {
            number = new BigDecimal(digits);
        }
        return text.startsWith("-") ? number.negate() : number;
    }
}
