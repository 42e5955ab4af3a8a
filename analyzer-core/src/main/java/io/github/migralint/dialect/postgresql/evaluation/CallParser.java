package io.github.migralint.dialect.postgresql.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads names, and calls of functions, those with a syntax of their own included. */
final class CallParser {
    /** Functions without parentheses whose answer depends on the time or on who asks. */
    private static final Set<String> OF_SESSION = Set.of(
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "current_user",
            "session_user",
            "current_role",
            "user",
            "system_user",
            "current_catalog");

    private final Cursor cursor;
    private final TermParser terms;

    CallParser(Cursor cursor, TermParser terms) {
        this.cursor = cursor;
        this.terms = terms;
    }

    Term nameOrCall() {
        boolean special = OF_SESSION.contains(cursor.word());
        var parts = new ArrayList<>(List.of(cursor.name()));
        while (cursor.isSymbol(".")) {
            cursor.skip();
            if (cursor.isSymbol("*")) {
                cursor.skip();
                return new Term.Star(Optional.of(parts.get(parts.size() - 1)));
            }
            parts.add(cursor.name());
        }
        if (cursor.isSymbol("(")) {
            return call(parts);
        }
        if (parts.size() == 1 && special) {
            return new Term.Opaque();
        }
        if (parts.size() == 1 && parts.get(0).equals("current_schema")) {
            return plain("current_schema", List.of());
        }
        return new Term.Name(parts);
    }

    private static Term plain(String function, List<Term> arguments) {
        return new Term.Call(function, arguments, false, false, List.of(), Optional.empty(), false);
    }

    private Term call(List<String> parts) {
        // Functions of the user's own do what their source says, which nobody has run.
        boolean system = parts.size() == 1 || (parts.size() == 2 && parts.get(0).equals("pg_catalog"));
        String function = system ? parts.get(parts.size() - 1) : "";
        cursor.expectSymbol("(");
        Cursor.Mark start = cursor.mark();
        try {
            return arguments(function);
        } catch (Unreadable e) {
            cursor.back(start);
            cursor.skipToClosing();
            suffixes();
            return new Term.Opaque();
        }
    }

    private Term arguments(String function) {
        Optional<Term> special = switch (function) {
            case "substring" -> Optional.of(substring());
            case "position" -> Optional.of(position());
            case "trim" -> Optional.of(trim());
            default -> Optional.empty();
        };
        return special.isPresent() ? special.get() : ordinary(function);
    }

    private Term ordinary(String function) {
        return ordinary(function, List.of());
    }

    private Term ordinary(String function, List<Term> before) {
        boolean star = cursor.isSymbol("*");
        if (star) {
            cursor.skip();
        }
        boolean distinct = cursor.accept("distinct");
        cursor.accept("all");
        var arguments = new ArrayList<>(before);
        boolean variadic = false;
        while (!star && !cursor.isSymbol(")") && !cursor.isWord("order")) {
            variadic |= cursor.accept("variadic");
            arguments.add(terms.term());
            if (!cursor.isSymbol(")") && !cursor.isWord("order")) {
                cursor.expectSymbol(",");
            }
        }
        List<QueryTree.Order> order = cursor.accept("order", "by") ? new OrderParser(cursor, terms).keys() : List.of();
        cursor.expectSymbol(")");
        Suffixes suffixes = suffixes();
        if (variadic || suffixes.opaque()) {
            return new Term.Opaque();
        }
        return new Term.Call(function, arguments, star, distinct, order, suffixes.filter(), suffixes.windowed());
    }

    private record Suffixes(Optional<Term> filter, boolean windowed, boolean opaque) {}

    /** {@code WITHIN GROUP (…)}, {@code FILTER (WHERE …)}, {@code OVER …}. */
    private Suffixes suffixes() {
        boolean opaque = false;
        Optional<Term> filter = Optional.empty();
        if (cursor.isWord("within") && cursor.word(1).equals("group")) {
            cursor.skip();
            cursor.skip();
            cursor.expectSymbol("(");
            cursor.skipToClosing();
            opaque = true;
        }
        if (cursor.isWord("filter") && cursor.isSymbol(1, "(")) {
            cursor.skip();
            cursor.skip();
            cursor.expect("where");
            filter = Optional.of(terms.term());
            cursor.expectSymbol(")");
        }
        boolean windowed = cursor.accept("over");
        if (windowed && cursor.acceptSymbol("(")) {
            cursor.skipToClosing();
        } else if (windowed) {
            cursor.name();
        }
        return new Suffixes(filter, windowed, opaque);
    }

    /** {@code substring(x FROM a FOR b)}; with commas it is an ordinary call. */
    private Term substring() {
        Term text = terms.term();
        if (cursor.acceptSymbol(",")) {
            return ordinary("substring", List.of(text));
        }
        Term from = cursor.accept("from") ? terms.term() : new Term.Constant(Datum.integer(1));
        var arguments = new ArrayList<>(List.of(text, from));
        if (cursor.accept("for")) {
            arguments.add(terms.term());
        }
        cursor.expectSymbol(")");
        return plain("substring", arguments);
    }

    /** {@code position(x IN y)}. */
    private Term position() {
        // IN would else be read as the operator.
        Term part = terms.term(6);
        cursor.expect("in");
        Term whole = terms.term(6);
        cursor.expectSymbol(")");
        return plain("strpos", List.of(whole, part));
    }

    /** {@code trim(BOTH x FROM y)}. */
    private Term trim() {
        String side = cursor.word();
        String function = switch (side) {
            case "leading" -> "ltrim";
            case "trailing" -> "rtrim";
            default -> "btrim";
        };
        if (side.equals("leading") || side.equals("trailing") || side.equals("both")) {
            cursor.skip();
        }
        if (cursor.accept("from")) {
            Term text = terms.term();
            cursor.expectSymbol(")");
            return plain(function, List.of(text));
        }
        Term first = terms.term();
        List<Term> arguments = List.of(first);
        if (cursor.accept("from")) {
            arguments = List.of(terms.term(), first);
        } else if (cursor.acceptSymbol(",")) {
            arguments = List.of(first, terms.term());
        }
        cursor.expectSymbol(")");
        return plain(function, arguments);
    }
}
