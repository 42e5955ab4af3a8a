package io.github.migralint.dialect.mysql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The variables of a session that hold it to some times; all of them count seconds. */
final class SessionTimeouts {
    private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?) ?(us|ms|s|min|h|d)?");
    private static final Map<String, BigDecimal> SECONDS = Map.of(
            "us", new BigDecimal("0.000001"),
            "ms", new BigDecimal("0.001"),
            "s", BigDecimal.ONE,
            "min", new BigDecimal(60),
            "h", new BigDecimal(3600),
            "d", new BigDecimal(86400));

    private SessionTimeouts() {}

    /** MySQL has none for statements that change something. */
    static Map<String, String> of(Map<String, String> times, Flavor flavor) {
        var variables = new HashMap<String, String>();
        seconds(times.get("lock_timeout"))
                .ifPresent(time -> variables.put(
                        "lock_wait_timeout",
                        time.setScale(0, RoundingMode.CEILING).toPlainString()));
        if (flavor == Flavor.MARIADB) {
            seconds(times.get("statement_timeout"))
                    .ifPresent(time -> variables.put(
                            "max_statement_time", time.stripTrailingZeros().toPlainString()));
        }
        return variables;
    }

    /** A number without a unit counts milliseconds. */
    private static Optional<BigDecimal> seconds(@Nullable String time) {
        var matcher = TIME.matcher(time == null ? "" : time);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String unit = matcher.group(2);
        BigDecimal factor = SECONDS.getOrDefault(unit == null ? "ms" : unit, BigDecimal.ONE);
        return Optional.of(new BigDecimal(matcher.group(1)).multiply(factor));
    }
}
