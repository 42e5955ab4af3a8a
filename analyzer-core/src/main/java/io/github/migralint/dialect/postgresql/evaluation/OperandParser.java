package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.postgresql.Literals;
import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what stands between operators, with the casts and subscripts behind it. */
final class OperandParser {
    private static final int MOST_SUFFIXES = 50;
    private static final Set<String> RESERVED = Set.of(
            "from",
            "where",
            "group",
            "order",
            "limit",
            "offset",
            "union",
            "intersect",
            "except",
            "having",
            "then",
            "when",
            "else",
            "end",
            "and",
            "or",
            "as",
            "on",
            "using",
            "join",
            "select",
            "into",
            "for",
            "fetch",
            "loop");

    private final Cursor cursor;
    private final TermParser terms;
    private final CallParser calls;

    OperandParser(Cursor cursor, TermParser terms) {
        this.cursor = cursor;
        this.terms = terms;
        this.calls = new CallParser(cursor, terms);
    }

    Term operand() {
        Term term = primary();
        for (int i = 0; i < MOST_SUFFIXES; i++) {
            Optional<Term> longer = suffix(term);
            if (longer.isEmpty()) {
                return term;
            }
            term = longer.get();
        }
        throw new Unreadable("too long");
    }

    private Optional<Term> suffix(Term term) {
        if (cursor.acceptSymbol("::")) {
            return Optional.of(new Term.Cast(term, TypeReader.read(cursor)));
        }
        if (cursor.acceptSymbol("[")) {
            return Optional.of(subscript(term));
        }
        if (cursor.isSymbol(".") && !(term instanceof Term.Name)) {
            cursor.skip();
            return Optional.of(new Term.Field(term, cursor.name()));
        }
        if (cursor.accept("collate")) {
            boolean byBytes = cursor.name().equals("C");
            if (cursor.acceptSymbol(".")) {
                byBytes = cursor.name().equals("C");
            }
            return Optional.of(byBytes ? new Term.Cast(term, SqlType.of("name")) : new Term.Opaque());
        }
        if (cursor.accept("at", "time", "zone")) {
            operand();
            return Optional.of(new Term.Opaque());
        }
        return Optional.empty();
    }

    private Term subscript(Term array) {
        if (cursor.isSymbol(":")) {
            throw new Unreadable("a slice");
        }
        Term index = terms.term();
        if (!cursor.acceptSymbol("]")) {
            throw new Unreadable("a slice");
        }
        return new Term.Subscript(array, index);
    }

    private Term primary() {
        if (cursor.acceptSymbol("(")) {
            return parenthesised();
        }
        if (cursor.isKind(0, TokenKind.STRING)) {
            return literal(Literals.text(cursor.next().text()));
        }
        if (cursor.isKind(0, TokenKind.NUMBER)) {
            return number(cursor.next());
        }
        if (cursor.isName()) {
            return word();
        }
        cursor.next();
        return new Term.Opaque();
    }

    private static Term literal(String text) {
        return new Term.Constant(Datum.of(new Value.Text(text), "unknown"));
    }

    private static Term number(Token token) {
        String text = token.text().replace("_", "");
        if (text.length() > 300 || !text.matches("[0-9]*\\.?[0-9]*([eE][+-]?[0-9]{1,3})?")) {
            return new Term.Opaque();
        }
        boolean whole = text.chars().allMatch(Character::isDigit);
        var number = new BigDecimal(text);
        String type = whole ? Numbers.integerType(number) : "numeric";
        return new Term.Constant(Datum.of(new Value.Number(number), type));
    }

    private Term parenthesised() {
        if (QueryParser.begins(cursor)) {
            QueryTree query = new QueryParser(cursor).query();
            cursor.expectSymbol(")");
            return new Term.Scalar(query);
        }
        List<Term> list = terms.list();
        cursor.expectSymbol(")");
        return list.size() == 1 ? list.get(0) : new Term.RowOf(list);
    }

    private Term word() {
        if (cursor.isKind(0, TokenKind.WORD)) {
            Optional<Term> keyword = keyword(cursor.word());
            if (keyword.isPresent()) {
                return keyword.get();
            }
        }
        return calls.nameOrCall();
    }

    private Optional<Term> keyword(String word) {
        return switch (word) {
            case "null", "true", "false" -> Optional.of(constant(word));
            case "case" -> Optional.of(caseTerm());
            case "cast" -> Optional.of(cast());
            case "exists" -> exists();
            case "array" -> array();
            case "row" -> row();
            default -> {
                if (RESERVED.contains(word)) {
                    throw new Unreadable("unexpected " + word);
                }
                yield typedLiteral();
            }
        };
    }

    private Term constant(String word) {
        cursor.skip();
        return new Term.Constant(word.equals("null") ? Datum.NULL : Datum.truth(word.equals("true")));
    }

    /** {@code date '2024-01-01'}. */
    private Optional<Term> typedLiteral() {
        if (!cursor.isKind(1, TokenKind.STRING)
                && !cursor.isWord("double")
                && !cursor.isWord("timestamp")
                && !cursor.isWord("time")) {
            return Optional.empty();
        }
        Cursor.Mark start = cursor.mark();
        try {
            SqlType type = TypeReader.read(cursor);
            if (cursor.isKind(0, TokenKind.STRING)) {
                return Optional.of(
                        new Term.Cast(literal(Literals.text(cursor.next().text())), type));
            }
        } catch (Unreadable e) {
            // It was no type, so it is a name.
        }
        cursor.back(start);
        return Optional.empty();
    }

    private Term caseTerm() {
        cursor.expect("case");
        Optional<Term> operand = cursor.isWord("when") ? Optional.empty() : Optional.of(terms.term());
        var branches = new ArrayList<Term.When>();
        while (cursor.accept("when")) {
            Term condition = terms.term();
            cursor.expect("then");
            Term compared =
                    operand.<Term>map(o -> new Term.Infix("=", o, condition)).orElse(condition);
            branches.add(new Term.When(compared, terms.term()));
        }
        Optional<Term> otherwise = cursor.accept("else") ? Optional.of(terms.term()) : Optional.empty();
        cursor.expect("end");
        return new Term.Case(branches, otherwise);
    }

    private Term cast() {
        cursor.expect("cast");
        cursor.expectSymbol("(");
        Term term = terms.term();
        cursor.expect("as");
        SqlType type = TypeReader.read(cursor);
        cursor.expectSymbol(")");
        return new Term.Cast(term, type);
    }

    private Optional<Term> exists() {
        if (!cursor.isSymbol(1, "(")) {
            return Optional.empty();
        }
        cursor.skip();
        cursor.skip();
        QueryTree query = new QueryParser(cursor).query();
        cursor.expectSymbol(")");
        return Optional.of(new Term.Exists(query));
    }

    private Optional<Term> array() {
        if (cursor.isSymbol(1, "[")) {
            cursor.skip();
            return Optional.of(elements());
        }
        if (cursor.isSymbol(1, "(")) {
            cursor.skip();
            cursor.skip();
            QueryTree query = new QueryParser(cursor).query();
            cursor.expectSymbol(")");
            return Optional.of(new Term.ArrayQuery(query));
        }
        return Optional.empty();
    }

    private Term elements() {
        cursor.enter();
        cursor.expectSymbol("[");
        var elements = new ArrayList<Term>();
        while (!cursor.acceptSymbol("]")) {
            elements.add(cursor.isSymbol("[") ? elements() : terms.term());
            if (!cursor.isSymbol("]")) {
                cursor.expectSymbol(",");
            }
        }
        cursor.leave();
        return new Term.ArrayOf(elements);
    }

    private Optional<Term> row() {
        if (!cursor.isSymbol(1, "(")) {
            return Optional.empty();
        }
        cursor.skip();
        cursor.skip();
        List<Term> fields = cursor.isSymbol(")") ? List.of() : terms.list();
        cursor.expectSymbol(")");
        return Optional.of(new Term.RowOf(fields));
    }
}
