package io.github.migralint.dialect.postgresql;

import io.github.migralint.source.Lexicon;
import io.github.migralint.source.Scanner;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;

/**
 * The text that a string literal stands for, and where in the file each part of it stands.
 *
 * @param text the text, with quotes and escapes resolved
 * @param contents where it stands, without its quotes
 * @param places how offsets of the text become offsets of the file
 */
record DecodedLiteral(String text, Span contents, Places places) {
    /** How offsets of a text become offsets of a file. */
    sealed interface Places {
        /** The file holds the text character for character. */
        record Verbatim(int start) implements Places {}

        /**
         * The file holds the text with doubled quotes or escapes.
         *
         * @param offsets where each character of the text begins, and where the last one ends
         */
        @SuppressWarnings("ArrayRecordComponent") // never compared, and as long as the text
        record Mapped(int[] offsets) implements Places {}

        /** All of the text has the same place. */
        record Collapsed(Span host) implements Places {}
    }

    /** The text of a literal; one that itself stands in a literal with escapes has one place for all of it. */
    static DecodedLiteral of(Token literal) {
        if (!literal.isVerbatim() || literal.kind() == TokenKind.PLACEHOLDER) {
            return within(Literals.text(literal.text()), literal.span());
        }
        String written = literal.text();
        int quote = Math.max(Literals.openingQuote(written), 0);
        boolean dollars = written.charAt(quote) == '$';
        int open = dollars ? written.indexOf('$', quote + 1) + 1 : quote + 1;
        int close = Math.max(open, dollars ? written.length() - open : Literals.closingQuote(written, quote));
        Span contents = new Span(literal.start() + open, literal.start() + close);
        String text = Literals.text(written);
        if (close - open == text.length() && written.startsWith(text, open)) {
            return new DecodedLiteral(text, contents, new Places.Verbatim(contents.start()));
        }
        int[] offsets = Literals.offsets(written, literal.start(), text.length());
        return new DecodedLiteral(text, contents, new Places.Mapped(offsets));
    }

    /** A text that was put together, all of which has the place of what it was put together from. */
    static DecodedLiteral within(String text, Span host) {
        return new DecodedLiteral(text, host, new Places.Collapsed(host));
    }

    boolean isVerbatim() {
        return places instanceof Places.Verbatim;
    }

    /** The tokens of the text, with their places in the file. */
    List<Token> tokens(Lexicon lexicon) {
        List<Token> tokens = Scanner.tokens(text, new Span(0, text.length()), lexicon);
        List<Token> placed = new ArrayList<>(tokens.size());
        tokens.forEach(token -> placed.add(placed(token)));
        return placed;
    }

    private Token placed(Token token) {
        return switch (places) {
            case Places.Verbatim(int start) ->
                new Token(token.kind(), token.text(), start + token.start(), start + token.end());
            case Places.Mapped(int[] offsets) ->
                new Token(token.kind(), token.text(), offsets[token.start()], offsets[token.end()]);
            case Places.Collapsed(Span host) -> new Token(token.kind(), token.text(), host.start(), host.end());
        };
    }
}
