package io.github.migralint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.RuleInfo;
import java.io.IOException;
import java.util.Locale;

/**
 * A rule as SonarQube knows it: all its issues are equally bad.
 *
 * @param id its id there
 * @param page the id of the rule whose page explains it
 * @param summary one sentence
 * @param category its family
 * @param risk how bad its issues are
 */
record SonarqubeRule(String id, String page, String summary, Category category, Risk risk)
        implements Comparable<SonarqubeRule> {
    /** A rule, or that of its findings which have another risk than usual. */
    static SonarqubeRule of(RuleInfo info, Risk risk) {
        String id =
                info.risk() == risk ? info.id() : info.id() + "." + risk.name().toLowerCase(Locale.ROOT);
        return new SonarqubeRule(id, info.id(), info.summary(), info.category(), risk);
    }

    /** What stands for a rule where there is none. */
    static SonarqubeRule unusual(String id, String summary, Category category, Risk risk) {
        return new SonarqubeRule(id, id, summary, category, risk);
    }

    @Override
    public int compareTo(SonarqubeRule other) {
        return id.compareTo(other.id);
    }

    void write(String engine, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("name", id);
        json.writeStringField("description", summary + " See " + Product.rulePage(page));
        json.writeStringField("engineId", engine);
        json.writeStringField("cleanCodeAttribute", attribute());
        json.writeStringField("type", type());
        json.writeStringField("severity", severity());
        json.writeArrayFieldStart("impacts");
        json.writeStartObject();
        json.writeStringField("softwareQuality", quality());
        json.writeStringField("severity", impact());
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private String quality() {
        return switch (category) {
            case LOCKING, DATA, COMPATIBILITY, CONSTRAINT, TRANSACTION, ROLLBACK, ROBUSTNESS, PERFORMANCE ->
                "RELIABILITY";
            case SECURITY -> "SECURITY";
            case NAMING, HISTORY -> "MAINTAINABILITY";
        };
    }

    private String type() {
        return switch (quality()) {
            case "RELIABILITY" -> "BUG";
            case "SECURITY" -> "VULNERABILITY";
            default -> "CODE_SMELL";
        };
    }

    private String attribute() {
        return switch (category) {
            case LOCKING, PERFORMANCE -> "EFFICIENT";
            case DATA, COMPATIBILITY, TRANSACTION -> "LOGICAL";
            case CONSTRAINT, ROLLBACK, ROBUSTNESS -> "COMPLETE";
            case NAMING -> "IDENTIFIABLE";
            case SECURITY -> "TRUSTWORTHY";
            case HISTORY -> "CONVENTIONAL";
        };
    }

    /** For servers that show types and severities. */
    private String severity() {
        return switch (risk) {
            case CRITICAL -> "BLOCKER";
            case HIGH -> "CRITICAL";
            case MEDIUM -> "MAJOR";
            case LOW -> "MINOR";
        };
    }

    /** For servers that show impacts; servers before 10.8 know these three only. */
    private String impact() {
        return switch (risk) {
            case CRITICAL, HIGH -> "HIGH";
            case MEDIUM -> "MEDIUM";
            case LOW -> "LOW";
        };
    }
}
