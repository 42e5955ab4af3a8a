package io.github.migralint.report;

/** What Migralint calls itself in reports. */
public final class Product {
    /** Its name, for ever the same: consumers of reports filter by it. */
    public static final String NAME = "Migralint";

    /** The version of this build, the same as in the build file. */
    public static final String VERSION = "0.1.0";

    /** Where it lives. */
    public static final String URL = "https://github.com/migralint/migralint";

    /** Where the JSON schema of the configuration is published. */
    public static final String CONFIGURATION_SCHEMA = "https://migralint.github.io/schemas/migralint.schema.json";

    private Product() {}

    /** Where the page of a rule is published. */
    public static String rulePage(String rule) {
        return "https://migralint.github.io/rules/" + rule;
    }
}
