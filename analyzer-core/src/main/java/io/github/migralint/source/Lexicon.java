package io.github.migralint.source;

import java.util.Set;

/**
 * What quotes, comments and other marks exist for a dialect and the tools around it; all that the shared scanner needs to
 * be told.
 *
 * @param features the marks that exist
 * @param engineNames template variables, such as {@code .postgres}, that hold for this engine
 * @param otherEngineNames template variables that hold for other engines
 * @param statementKeywords lower-case words that begin a statement and hardly ever stand elsewhere at the start of a line
 */
public record Lexicon(
        Set<Feature> features, Set<String> engineNames, Set<String> otherEngineNames, Set<String> statementKeywords) {
    public Lexicon {
        features = Set.copyOf(features);
        engineNames = Set.copyOf(engineNames);
        otherEngineNames = Set.copyOf(otherEngineNames);
        statementKeywords = Set.copyOf(statementKeywords);
    }

    /** One mark that a dialect or a tool around it knows. */
    public enum Feature {
        /** Bracketed comments nest. */
        NESTED_COMMENTS,
        /** {@code #} begins a comment. */
        HASH_COMMENTS,
        /** {@code $tag$ … $tag$} quotes a string. */
        DOLLAR_QUOTES,
        /** {@code E'…'} is a string with backslash escapes. */
        ESCAPE_STRINGS,
        /** {@code U&'…'} and {@code U&"…"}, each with an optional UESCAPE clause. */
        UNICODE_ESCAPES,
        /** {@code B'…'} and {@code X'…'}. */
        BIT_STRINGS,
        /** {@code N'…'}. */
        NATIONAL_STRINGS,
        /** A plain string knows backslash escapes. */
        BACKSLASH_ESCAPES,
        /** A string goes on in the next quotes when only blanks with a line end stand between. */
        CONTINUED_STRINGS,
        /** Backticks quote identifiers. */
        BACKTICK_IDENTIFIERS,
        /** {@code $1} is a parameter. */
        NUMBERED_PARAMETERS,
        /** {@code ${name}} is replaced by the migration tool. */
        BRACE_PLACEHOLDERS,
        /** {@code {{ action }}} is replaced by a template engine. */
        TEMPLATE_ACTIONS,
        /** A backslash begins a command of the command-line client. */
        CLIENT_COMMANDS,
        /** {@code :name}, {@code :'name'} and {@code :"name"} are variables of the command-line client. */
        CLIENT_VARIABLES,
        /** A line {@code delimiter //} lets {@code //} at the end of a line end a statement too. */
        DELIMITER_COMMANDS,
        /** A comment {@code --> statement-breakpoint} ends a statement as a semicolon does. */
        BREAKPOINT_COMMENTS,
        /** Rows follow {@code COPY … FROM STDIN}. */
        COPY_DATA,
        /** {@code BEGIN ATOMIC … END} in a CREATE statement holds statements. */
        ATOMIC_BODIES,
        /** The parentheses of a CREATE RULE hold statements. */
        RULE_BODIES
    }

    /** Whether the mark exists. */
    public boolean has(Feature feature) {
        return features.contains(feature);
    }
}
