package io.github.migralint.engine;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Looks through SQL of an unknown engine, once and from left to right, for signs of one. Comments and quoted texts are
 * passed over as far as all engines agree on them; what is inside a quoted routine is SQL too.
 */
final class SignScanner {
    private static final int LONGEST_BRACKETED = 64;
    private static final String DEPLOY = "-- Deploy ";

    private final String text;
    private final Set<SqlSign> signs = new LinkedHashSet<>();
    private int at;
    private boolean lineBegins = true;
    private boolean inSequence;
    private String previous = "";
    private String beforePrevious = "";

    private SignScanner(String text) {
        this.text = text;
    }

    /** The signs in a text, in the order in which they first appear. */
    static Set<SqlSign> signsIn(String text) {
        var scanner = new SignScanner(text);
        while (scanner.at < text.length()) {
            scanner.next();
        }
        return scanner.signs;
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\n') {
            lineBegins = true;
            at++;
            return;
        }
        if (Character.isWhitespace(c)) {
            at++;
            return;
        }
        if (isWordPart(c) && !isDigit(c)) {
            word();
        } else {
            sign(c);
        }
        lineBegins = false;
    }

    private void sign(char c) {
        switch (c) {
            case '-' -> lineComment(peek(1) == '-');
            case '#' -> {
                if (lineBegins) {
                    signs.add(SqlSign.HASH_COMMENT);
                }
                lineComment(lineBegins);
            }
            case '/' -> slash();
            case '\'' -> quoted();
            case '"' -> {
                skipPast('"');
                follow("\"");
            }
            case '`' -> backtick();
            case '$' -> dollar();
            case ':' -> pair(':', SqlSign.CAST);
            case '[' -> bracket();
            default -> {
                inSequence &= c != ';';
                follow(String.valueOf(c));
                at++;
            }
        }
    }

    private void lineComment(boolean begins) {
        if (!begins) {
            at++;
            return;
        }
        int end = text.indexOf('\n', at);
        int stop = end < 0 ? text.length() : end;
        if (text.startsWith(DEPLOY, at)) {
            SqlSign.ofDeployLine(text.substring(at, stop)).ifPresent(signs::add);
        }
        at = stop;
    }

    private void slash() {
        if (peek(1) != '*') {
            if (lineBegins && restOfLineIsBlank(at + 1)) {
                signs.add(SqlSign.SLASH);
            }
            at++;
        } else if (peek(2) == '!') {
            signs.add(SqlSign.EXECUTABLE_COMMENT);
            at += 3;
        } else if (peek(2) == 'M' && peek(3) == '!') {
            signs.add(SqlSign.MARIADB_COMMENT);
            at += 4;
        } else {
            int end = text.indexOf("*/", at + 2);
            at = end < 0 ? text.length() : end + 2;
        }
    }

    private void quoted() {
        at++;
        while (at < text.length() && text.charAt(at) != '\'') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
        follow("'");
    }

    private void backtick() {
        signs.add(SqlSign.BACKTICKS);
        skipPast('`');
        follow("`");
    }

    private void skipPast(char quote) {
        int end = text.indexOf(quote, at + 1);
        at = end < 0 ? text.length() : end + 1;
    }

    /** {@code $$} or {@code $name$}; what is between two of them is looked through. */
    private void dollar() {
        int end = at + 1;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '$') {
            signs.add(SqlSign.DOLLAR_QUOTES);
            at = end;
        }
        at++;
    }

    private void pair(char second, SqlSign sign) {
        if (peek(1) == second) {
            signs.add(sign);
            at++;
        }
        at++;
    }

    private void bracket() {
        if (peek(1) == ']') {
            signs.add(SqlSign.ARRAY);
        } else if (isWordPart(peek(1)) && !isDigit(peek(1)) && !follows()) {
            int end = text.indexOf(']', at);
            if (end > 0
                    && end - at < LONGEST_BRACKETED
                    && text.substring(at + 1, end).matches("[\\w ]+")) {
                signs.add(SqlSign.BRACKETS);
                SignWords.of(text.substring(at + 1, end).toLowerCase(Locale.ROOT))
                        .ifPresent(signs::add);
                at = end;
            }
        }
        at++;
    }

    /** Whether something stands right before, as a column before its subscript. */
    private boolean follows() {
        return at > 0 && (isWordPart(text.charAt(at - 1)) || text.charAt(at - 1) == ')' || text.charAt(at - 1) == '"');
    }

    private void word() {
        int start = at;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at).toLowerCase(Locale.ROOT);
        SignWords.of(word).ifPresent(signs::add);
        SignWords.of(previous, word).ifPresent(signs::add);
        lineWord(word);
        placed(word);
        follow(word);
    }

    private void lineWord(String word) {
        if (lineBegins && word.equals("go") && restOfLineIsBlank(at)) {
            signs.add(SqlSign.GO);
        }
        if (lineBegins && word.equals("delimiter") && !isWordPart(nextVisible())) {
            signs.add(SqlSign.DELIMITER);
        }
    }

    /** Words that say something where they stand. */
    private void placed(String word) {
        boolean opens = nextVisible() == '(';
        switch (word) {
            case "sequence" -> inSequence = previous.equals("create") || inSequence;
            case "table" -> addIf(previous.equals("replace") && beforePrevious.equals("or"), SqlSign.REPLACE_TABLE);
            case "uuid" -> addIf(previous.equals("`") && !opens, SqlSign.UUID_TYPE);
            case "identity" -> addIf(opens && !previous.equals("as"), SqlSign.IDENTITY);
            case "number" -> addIf(opens, SqlSign.NUMBER);
            case "storing" -> addIf(opens, SqlSign.STORING);
            default -> engine(word);
        }
    }

    private void engine(String word) {
        if (previous.equals("=") && beforePrevious.equals("engine")) {
            signs.add(
                    word.endsWith("mergetree")
                            ? SqlSign.CLICKHOUSE_ENGINE
                            : inSequence ? SqlSign.SEQUENCE_ENGINE : SqlSign.ENGINE);
        }
    }

    private void addIf(boolean there, SqlSign sign) {
        if (there) {
            signs.add(sign);
        }
    }

    private void follow(String token) {
        beforePrevious = previous;
        previous = token;
    }

    private char nextVisible() {
        int i = at;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i < text.length() ? text.charAt(i) : ' ';
    }

    private boolean restOfLineIsBlank(int from) {
        int end = text.indexOf('\n', from);
        return text.substring(from, end < 0 ? text.length() : end).isBlank();
    }

    private char peek(int distance) {
        return at + distance < text.length() ? text.charAt(at + distance) : ' ';
    }

    private static boolean isWordPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || isDigit(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
