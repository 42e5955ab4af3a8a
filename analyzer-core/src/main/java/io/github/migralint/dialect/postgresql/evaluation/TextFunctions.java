package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Functions of texts whose arguments are all known and not NULL. */
final class TextFunctions {
    private static final int MOST = Budget.LONGEST_TEXT;

    private final Facts facts;

    TextFunctions(Facts facts) {
        this.facts = facts;
    }

    /** The result of a function; none where it is not known for these arguments. */
    Optional<Datum> call(String function, List<Datum> arguments) {
        Arguments a = new Arguments(arguments);
        return switch (function) {
            case "lower" -> a.ascii(0).map(t -> t.toLowerCase(Locale.ROOT)).map(Datum::text);
            case "upper" -> a.ascii(0).map(t -> t.toUpperCase(Locale.ROOT)).map(Datum::text);
            case "length", "char_length", "character_length" ->
                a.text(0).map(t -> Datum.integer(t.codePointCount(0, t.length())));
            case "btrim", "trim" -> a.text(0).flatMap(t -> a.or(1, " ").map(cut -> trim(t, cut, true, true)));
            case "ltrim" -> a.text(0).flatMap(t -> a.or(1, " ").map(cut -> trim(t, cut, true, false)));
            case "rtrim" -> a.text(0).flatMap(t -> a.or(1, " ").map(cut -> trim(t, cut, false, true)));
            case "replace" -> a.texts(3).flatMap(t -> replace(t.get(0), t.get(1), t.get(2)));
            case "left" -> a.ascii(0).flatMap(t -> a.number(1).map(n -> Datum.text(left(t, n))));
            case "right" -> a.ascii(0).flatMap(t -> a.number(1).map(n -> Datum.text(right(t, n))));
            case "substring", "substr" -> substring(a);
            case "split_part" -> a.texts(2).flatMap(t -> a.number(2).flatMap(n -> part(t.get(0), t.get(1), n)));
            case "strpos" -> a.texts(2).map(t -> Datum.integer(position(t.get(0), t.get(1))));
            case "starts_with" -> a.texts(2).map(t -> Datum.truth(t.get(0).startsWith(t.get(1))));
            case "repeat" -> a.text(0).flatMap(t -> a.number(1).flatMap(n -> repeat(t, n)));
            case "reverse" ->
                a.ascii(0).map(t -> Datum.text(new StringBuilder(t).reverse().toString()));
            case "lpad" ->
                a.ascii(0).flatMap(t -> a.number(1).flatMap(n -> a.or(2, " ").flatMap(f -> pad(t, n, f, true))));
            case "rpad" ->
                a.ascii(0).flatMap(t -> a.number(1).flatMap(n -> a.or(2, " ").flatMap(f -> pad(t, n, f, false))));
            case "quote_ident" -> a.text(0).map(t -> Datum.text(Quoting.identifier(t, facts.version())));
            case "md5" -> a.text(0).map(TextFunctions::md5);
            case "initcap" -> Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The arguments of a call, as what they have to be. */
    private record Arguments(List<Datum> data) {
        Optional<String> text(int index) {
            return index < data.size()
                            && Casts.isText(data.get(index))
                            && data.get(index).value() instanceof Value.Text(String text)
                    ? Optional.of(text)
                    : Optional.empty();
        }

        /** Letters beyond ASCII change with the language, and some take two units. */
        Optional<String> ascii(int index) {
            return text(index).filter(Patterns::isAscii);
        }

        Optional<String> or(int index, String otherwise) {
            return index < data.size() ? text(index) : Optional.of(otherwise);
        }

        Optional<List<String>> texts(int count) {
            var texts = new ArrayList<String>();
            for (int i = 0; i < count; i++) {
                text(i).ifPresent(texts::add);
            }
            return texts.size() == count ? Optional.of(texts) : Optional.empty();
        }

        Optional<Integer> number(int index) {
            return index < data.size()
                            && data.get(index).value() instanceof Value.Number(BigDecimal number)
                            && number.scale() <= 0
                            && Numbers.fits(number, "int4")
                    ? Optional.of(number.intValueExact())
                    : Optional.empty();
        }
    }

    private static Datum trim(String text, String cut, boolean start, boolean end) {
        int from = 0;
        int to = text.length();
        while (start && from < to && cut.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (end && to > from && cut.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return Datum.text(text.substring(from, to));
    }

    private static Optional<Datum> replace(String text, String from, String to) {
        boolean small = from.isEmpty() || (long) text.length() / from.length() * to.length() + text.length() < MOST;
        return small ? Optional.of(Datum.text(from.isEmpty() ? text : text.replace(from, to))) : Optional.empty();
    }

    private static String left(String text, int count) {
        int end = count < 0 ? Math.max(0, text.length() + count) : Math.min(count, text.length());
        return text.substring(0, end);
    }

    private static String right(String text, int count) {
        long start = count < 0 ? -(long) count : (long) text.length() - count;
        return text.substring((int) Math.min(text.length(), Math.max(0, start)));
    }

    private static Optional<Datum> substring(Arguments a) {
        Optional<String> text = a.ascii(0);
        Optional<Integer> from = a.number(1);
        if (text.isEmpty() || from.isEmpty()) {
            return Optional.empty();
        }
        long start = from.get();
        long end = Long.MAX_VALUE;
        if (a.data().size() > 2) {
            Optional<Integer> count = a.number(2);
            if (count.isEmpty() || count.get() < 0) {
                return Optional.empty();
            }
            end = start + count.get();
        }
        int first = (int) Math.min(text.get().length(), Math.max(0, start - 1));
        int last = (int) Math.min(text.get().length(), Math.max(first, end - 1));
        return Optional.of(Datum.text(text.get().substring(first, last)));
    }

    private static Optional<Datum> part(String text, String separator, int number) {
        if (number <= 0 || separator.isEmpty()) {
            return Optional.empty();
        }
        int at = 0;
        for (int i = 1; i < number; i++) {
            int next = text.indexOf(separator, at);
            if (next < 0) {
                return Optional.of(Datum.text(""));
            }
            at = next + separator.length();
        }
        int end = text.indexOf(separator, at);
        return Optional.of(Datum.text(end < 0 ? text.substring(at) : text.substring(at, end)));
    }

    private static int position(String text, String part) {
        int index = text.indexOf(part);
        return index < 0 ? 0 : text.codePointCount(0, index) + 1;
    }

    private static Optional<Datum> repeat(String text, int count) {
        return (long) text.length() * Math.max(0, count) > MOST
                ? Optional.empty()
                : Optional.of(Datum.text(text.repeat(Math.max(0, count))));
    }

    private static Optional<Datum> pad(String text, int length, String fill, boolean before) {
        int wanted = Math.max(0, length);
        if (wanted > MOST || !Patterns.isAscii(fill)) {
            return Optional.empty();
        }
        if (text.length() >= wanted || fill.isEmpty()) {
            return Optional.of(Datum.text(text.substring(0, Math.min(wanted, text.length()))));
        }
        int missing = wanted - text.length();
        String padding = fill.repeat(missing / fill.length() + 1).substring(0, missing);
        return Optional.of(Datum.text(before ? padding + text : text + padding));
    }

    private static Datum md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return Datum.text(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            return Datum.unknown("text");
        }
    }
}
