package io.github.migralint.triage;

import io.github.migralint.source.Comment;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment that speaks to Migralint: {@code -- migralint:ignore rule, rule -- reason}.
 *
 * @param span where it stands
 * @param wholeFile whether it is about the file rather than a statement
 * @param rules what it names, as written
 * @param reason what stands after the dashes; may be empty
 * @param flaws what is wrong with how it is written, as sentences
 */
record Directive(Span span, boolean wholeFile, List<String> rules, String reason, List<String> flaws) {
    /** What every one of them contains. */
    static final String MARK = "migralint";

    private static final Pattern FORM =
            Pattern.compile("(?:--+|/\\*+|#+)[\\s*]*" + MARK + "\\s*:\\s*([A-Za-z-]*)(.*?)(?:\\*+/)?", Pattern.DOTALL);
    /** The ornament of a comment over several lines. */
    private static final Pattern LINE_BEGIN = Pattern.compile("(?m)^\\s*\\*+");

    private static final Pattern SPLIT = Pattern.compile("(?:^|\\s)--");
    private static final String HOW = "write migralint:ignore RULE, RULE -- reason";

    Directive {
        rules = List.copyOf(rules);
        flaws = List.copyOf(flaws);
    }

    /** What a comment says, if it is one of these. */
    static Optional<Directive> of(Comment comment) {
        Matcher matcher = FORM.matcher(comment.text());
        return matcher.matches()
                ? Optional.of(of(
                        comment.span(),
                        matcher.group(1),
                        LINE_BEGIN.matcher(matcher.group(2)).replaceAll("")))
                : Optional.empty();
    }

    private static Directive of(Span span, String verb, String rest) {
        if (!verb.equals("ignore") && !verb.equals("ignore-file")) {
            String flaw = "There is no directive migralint:" + verb + ": " + HOW + ".";
            return new Directive(span, false, List.of(), "", List.of(flaw));
        }
        Matcher dashes = SPLIT.matcher(rest);
        boolean reasoned = dashes.find();
        String names = reasoned ? rest.substring(0, dashes.start()) : rest;
        String reason = reasoned ? rest.substring(dashes.end()).strip().replaceAll("\\s+", " ") : "";
        var rules = new ArrayList<String>();
        var flaws = new ArrayList<String>();
        for (String name : names.split(",", -1)) {
            String rule = name.strip();
            if (rule.chars().anyMatch(Character::isWhitespace)) {
                flaws.add("\"" + rule + "\" is not the name of a rule: " + HOW + ".");
            } else if (!rule.isEmpty()) {
                rules.add(rule);
            }
        }
        if (rules.isEmpty() && flaws.isEmpty()) {
            flaws.add("It names no rule: " + HOW + ".");
        }
        return new Directive(span, verb.equals("ignore-file"), rules, reason, flaws);
    }
}
