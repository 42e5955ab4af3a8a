package io.github.migralint.dialect.postgresql.evaluation;

import java.util.List;
import java.util.Optional;

/** {@code format('%1$I %s', …)}. */
final class Format {
    private final String pattern;
    private final List<Datum> arguments;
    private final Casts casts;
    private final Facts facts;
    private final StringBuilder result = new StringBuilder();
    private int at;
    private int next;

    private Format(String pattern, List<Datum> arguments, Casts casts, Facts facts) {
        this.pattern = pattern;
        this.arguments = arguments;
        this.casts = casts;
        this.facts = facts;
    }

    /** The formatted text; unknown where an argument is, or where the server would refuse it. */
    static Datum of(String pattern, List<Datum> arguments, Casts casts, Facts facts) {
        return new Format(pattern, arguments, casts, facts).run();
    }

    private Datum run() {
        while (at < pattern.length()) {
            char c = pattern.charAt(at++);
            if (c != '%') {
                result.append(c);
            } else if (at < pattern.length() && pattern.charAt(at) == '%') {
                result.append('%');
                at++;
            } else if (!specifier()) {
                return Datum.unknown("text");
            }
            if (result.length() > Budget.LONGEST_TEXT) {
                return Datum.unknown("text");
            }
        }
        return Datum.text(result.toString());
    }

    private boolean specifier() {
        int position = number();
        if (position > 0 && follows('$')) {
            next = position - 1;
            position = 0;
        }
        boolean left = false;
        int width = position;
        if (position == 0) {
            while (follows('-')) {
                left = true;
            }
            if (follows('*')) {
                return false;
            }
            width = number();
        }
        if (at >= pattern.length() || next >= arguments.size() || next < 0 || width > Budget.LONGEST_TEXT) {
            return false;
        }
        Optional<String> text = argument(pattern.charAt(at++), arguments.get(next++));
        text.ifPresent(new Padding(width, left)::append);
        return text.isPresent();
    }

    private final class Padding {
        private final int width;
        private final boolean left;

        Padding(int width, boolean left) {
            this.width = width;
            this.left = left;
        }

        void append(String text) {
            String blanks = " ".repeat(Math.max(0, width - text.codePointCount(0, text.length())));
            result.append(left ? text + blanks : blanks + text);
        }
    }

    private boolean follows(char c) {
        boolean there = at < pattern.length() && pattern.charAt(at) == c;
        if (there) {
            at++;
        }
        return there;
    }

    /** The number that stands here; 0 for none. */
    private int number() {
        int number = 0;
        while (at < pattern.length() && pattern.charAt(at) >= '0' && pattern.charAt(at) <= '9') {
            number = Math.min(number * 10 + (pattern.charAt(at) - '0'), Budget.LONGEST_TEXT + 1);
            at++;
        }
        return number;
    }

    private Optional<String> argument(char kind, Datum argument) {
        if (argument.isNull()) {
            return switch (kind) {
                case 's' -> Optional.of("");
                case 'L' -> Optional.of("NULL");
                default -> Optional.empty();
            };
        }
        Optional<String> text = casts.printed(argument);
        return switch (kind) {
            case 's' -> text;
            case 'I' -> text.map(name -> Quoting.identifier(name, facts.version()));
            case 'L' -> text.map(Quoting::literal);
            default -> Optional.empty();
        };
    }
}
