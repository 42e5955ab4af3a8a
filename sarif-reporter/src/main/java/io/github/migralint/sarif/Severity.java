package io.github.migralint.sarif;

import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.Result;
import io.github.migralint.rule.Risk;

/** How a risk is told to tools that know three levels. */
final class Severity {
    private Severity() {}

    static Result.Level level(Risk risk) {
        return switch (risk) {
            case CRITICAL, HIGH -> Result.Level.ERROR;
            case MEDIUM -> Result.Level.WARNING;
            case LOW -> Result.Level.NOTE;
        };
    }

    static ReportingConfiguration.Level usualLevel(Risk risk) {
        return ReportingConfiguration.Level.fromValue(level(risk).value());
    }

    /** What code scanning calls the severity of a problem. */
    static String problem(Risk risk) {
        return switch (risk) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "recommendation";
        };
    }

    /** From 0 to 100. */
    static double rank(Risk risk) {
        return switch (risk) {
            case CRITICAL -> 95;
            case HIGH -> 75;
            case MEDIUM -> 50;
            case LOW -> 20;
        };
    }
}
