package io.github.migralint.source;

import java.util.HashSet;
import java.util.Set;

/**
 * What quotes, comments and other marks exist for a dialect and the tools around it; all that the shared scanner needs to
 * be told.
 *
 * @param features the marks that exist
 * @param engineNames template variables, such as {@code .postgres}, that hold for this engine
 * @param otherEngineNames template variables that hold for other engines
 * @param statementKeywords lower-case words that begin a statement and hardly ever stand elsewhere at the start of a line
 * @param executableComments the comments whose inside the server runs
 */
public record Lexicon(
        Set<Feature> features,
        Set<String> engineNames,
        Set<String> otherEngineNames,
        Set<String> statementKeywords,
        ExecutableComments executableComments) {
    /** Of a server that runs no comment. */
    public Lexicon(
            Set<Feature> features,
            Set<String> engineNames,
            Set<String> otherEngineNames,
            Set<String> statementKeywords) {
        this(features, engineNames, otherEngineNames, statementKeywords, ExecutableComments.NONE);
    }

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
        /** A string goes on in the next quotes when only blanks stand between. */
        ADJACENT_STRINGS,
        /** Double quotes are those of strings, not of identifiers. */
        DOUBLE_QUOTED_STRINGS,
        /** {@code _name'…'} is a string of that character set. */
        CHARSET_INTRODUCERS,
        /** Backticks quote identifiers. */
        BACKTICK_IDENTIFIERS,
        /** {@code $1} is a parameter. */
        NUMBERED_PARAMETERS,
        /** {@code @x} and {@code @@x} are variables. */
        VARIABLES,
        /** A word may begin with a digit or a dollar sign. */
        LOOSE_WORDS,
        /** {@code \N} is the word NULL. */
        BACKSLASH_NULL,
        /** Operators come from a list; elsewhere any run of operator characters is one. */
        LISTED_OPERATORS,
        /** {@code --} begins a comment only before a blank or a control character. */
        SPACED_DASH_COMMENTS,
        /** {@code ${name}} is replaced by the migration tool. */
        BRACE_PLACEHOLDERS,
        /** {@code {{ action }}} is replaced by a template engine. */
        TEMPLATE_ACTIONS,
        /** A backslash begins a command of the command-line client. */
        CLIENT_COMMANDS,
        /** {@code :name}, {@code :'name'} and {@code :"name"} are variables of the command-line client. */
        CLIENT_VARIABLES,
        /** {@code \g} and {@code \G} send the statement before them. */
        BACKSLASH_SENDERS,
        /** A line {@code delimiter //} lets {@code //} at the end of a line end a statement too. */
        DELIMITER_COMMANDS,
        /** What such a line names ends a statement wherever it stands outside of quotes, in the middle of a word too. */
        DELIMITERS_ANYWHERE,
        /** A comment {@code --> statement-breakpoint} ends a statement as a semicolon does. */
        BREAKPOINT_COMMENTS,
        /** Rows follow {@code COPY … FROM STDIN}. */
        COPY_DATA,
        /** {@code BEGIN ATOMIC … END} in a CREATE statement holds statements. */
        ATOMIC_BODIES,
        /** The parentheses of a CREATE RULE hold statements. */
        RULE_BODIES,
        /** Stored programs, and the compound statements that may stand alone, hold statements between BEGIN and END. */
        COMPOUND_STATEMENTS,
        /** {@code SET sql_mode} says what quotes and backslashes mean in the statements after it. */
        SQL_MODES
    }

    /** Whether the mark exists. */
    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** The same with a mark, or without it. */
    Lexicon with(Feature feature, boolean exists) {
        if (has(feature) == exists) {
            return this;
        }
        var changed = new HashSet<>(features);
        if (exists) {
            changed.add(feature);
        } else {
            changed.remove(feature);
        }
        return new Lexicon(changed, engineNames, otherEngineNames, statementKeywords, executableComments);
    }
}
