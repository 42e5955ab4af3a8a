package io.github.migralint.triage;

import io.github.migralint.source.ExecutableComments;
import io.github.migralint.source.ExecutableComments.Mark;
import io.github.migralint.source.ExecutableComments.Range;
import io.github.migralint.source.Lexeme;
import io.github.migralint.source.Lexicon;
import io.github.migralint.source.Lexicon.Feature;
import io.github.migralint.source.Scanner;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a statement says, whatever its layout, its comments and the case of its words. It need not be right about every
 * mark of every dialect, only the same each time: a finding names neither dialect nor version.
 */
final class StatementText {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    /** A comment to the end of the line in MySQL; the operator of PostgreSQL hardly ever stands so. */
    private static final Pattern HASH_COMMENT = Pattern.compile("(?:^|\\s)#\\s");

    private static final Set<Feature> FEATURES = Set.of(
            Feature.NESTED_COMMENTS,
            Feature.DOLLAR_QUOTES,
            Feature.ESCAPE_STRINGS,
            Feature.BACKTICK_IDENTIFIERS,
            Feature.BRACE_PLACEHOLDERS);
    private static final ExecutableComments ALWAYS_RUN = new ExecutableComments(List.of(mark("/*!"), mark("/*M!")));
    private static final Lexicon USUAL = lexicon(FEATURES);
    private static final Lexicon WITH_HASH_COMMENTS = lexicon(withHashComments());

    private StatementText() {}

    /** The tokens of a part of a text with one blank between them, words in lower case. */
    static String of(SourceText text, Span part) {
        boolean hash = HASH_COMMENT.matcher(text.slice(part)).find();
        var scanner = new Scanner(text.text(), part, hash ? WITH_HASH_COMMENTS : USUAL);
        var plain = new StringBuilder(part.length());
        for (Optional<Lexeme> next = scanner.next(); next.isPresent(); next = scanner.next()) {
            if (next.get() instanceof Token token) {
                plain.append(plain.isEmpty() ? "" : " ").append(plain(token));
            }
        }
        return plain.toString();
    }

    private static String plain(Token token) {
        return token.kind() == TokenKind.WORD
                ? token.text().toLowerCase(Locale.ROOT)
                : BLANKS.matcher(token.text()).replaceAll(" ");
    }

    private static Mark mark(String opening) {
        return new Mark(opening, 5, 6, List.of(new Range(0, 999_999)));
    }

    private static Set<Feature> withHashComments() {
        var features = new HashSet<>(FEATURES);
        features.add(Feature.HASH_COMMENTS);
        return features;
    }

    private static Lexicon lexicon(Set<Feature> features) {
        return new Lexicon(features, Set.of(), Set.of(), Set.of(), ALWAYS_RUN);
    }
}
