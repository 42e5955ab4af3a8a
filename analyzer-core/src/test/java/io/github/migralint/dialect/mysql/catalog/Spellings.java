package io.github.migralint.dialect.mysql.catalog;

import java.math.BigDecimal;
import java.util.Locale;

/** Brings what both sides say of types and defaults to one spelling. */
final class Spellings {
    private Spellings() {}

    /** A type without what means nothing: the width in which old clients show numbers. */
    static String type(String type) {
        String text = type.toLowerCase(Locale.ROOT).startsWith("enum") || type.startsWith("set(")
                ? type
                : type.toLowerCase(Locale.ROOT);
        if (text.startsWith("tinyint(1)") && !text.contains("zerofill")) {
            return text;
        }
        return text.replaceFirst("^((?:tiny|small|medium|big)?int)\\(\\d+\\)", "$1")
                .replaceFirst("^year\\(4\\)", "year")
                .replaceFirst("^geomcollection", "geometrycollection");
    }

    /** An expression or a value without quotes, blanks and outer parentheses. */
    static String value(String expression) {
        String text = unwrapped(expression.replaceAll("[\\s`]", ""))
                .replaceAll("(?i)_utf8mb[34](?=\\\\?')|_latin1(?=\\\\?')", "")
                .replace("\\'", "'")
                .replaceAll("(?i)^(localtimestamp|localtime|now)\\b", "current_timestamp")
                .replaceAll("(?i)^current_timestamp\\(\\)", "current_timestamp")
                .replaceAll("(?i)^nextval\\(app\\.", "nextval(")
                .replaceAll("(?i)^true$", "1")
                .replaceAll("(?i)^false$", "0")
                .replaceAll("(:\\d\\d)\\.\\d+", "$1")
                .toLowerCase(Locale.ROOT);
        return number(unwrapped(text).replaceAll("[\"']", "").replaceFirst("^\\+", ""));
    }

    private static String unwrapped(String text) {
        String inner = text;
        while (inner.startsWith("(") && inner.endsWith(")")) {
            inner = inner.substring(1, inner.length() - 1);
        }
        return inner;
    }

    /** A character set and its collation; some servers say nothing of bytes. */
    static String collation(String charset, String collation) {
        String said = modern(charset) + " " + modern(collation);
        return said.equals("binary binary") ? " " : said;
    }

    private static String modern(String name) {
        return name.replaceFirst("^utf8(_|$)", "utf8mb3$1");
    }

    /** What a foreign key does; to refuse is what it does when nothing is said. */
    static String rule(String action) {
        return action.isEmpty() || action.equals("RESTRICT") ? "NO ACTION" : action;
    }

    private static String number(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
