package io.github.migralint.report;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts stars in the place of passwords in lines of files, one for each character, so that marks below still fit. */
public final class Secrets {
    private static final Pattern PASSWORD =
            Pattern.compile("(?i)(password\\s+'|password\\s*=\\s*'?|://[^/\\s:@']+:)((?:[^'\\s]++|'')++)");

    private Secrets() {}

    /** The line as it may be shown. */
    public static String hidden(String line) {
        return PASSWORD.matcher(line).replaceAll(Secrets::stars);
    }

    private static String stars(MatchResult found) {
        boolean address = found.group(1).startsWith("://");
        String secret = found.group(2);
        int end = address ? secret.indexOf('@') : secret.length();
        return Matcher.quoteReplacement(
                end < 0 ? found.group() : found.group(1) + "*".repeat(end) + secret.substring(end));
    }
}
