package io.github.migralint.source;

import io.github.migralint.source.Lexicon.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts text into statements at semicolons, as a server's parser would. A damaged statement costs itself only: whatever it
 * leaves open is taken to end where the next statement begins.
 */
public final class StatementCutter {
    /** What may begin a statement inside the body of a rule or of a routine. */
    private static final Set<String> EMBEDDABLE = Set.of(
            "select", "insert", "update", "delete", "merge", "values", "with", "table", "notify", "return", "end");

    private final String text;
    private final Span part;
    private final Lexicon lexicon;
    private final Set<Integer> brokenQuotes;
    private final CopyData copyData;
    private final List<StatementPiece> pieces = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final List<SourceProblem> problems = new ArrayList<>();
    private final List<Token> tokens = new ArrayList<>();
    private final Nesting nesting = new Nesting();

    private StatementCutter(String text, Span part, Lexicon lexicon, Set<Integer> brokenQuotes) {
        this.text = text;
        this.part = part;
        this.lexicon = lexicon;
        this.brokenQuotes = brokenQuotes;
        this.copyData = new CopyData(text, part.end());
    }

    /** Cuts a whole file. */
    public static Cut cut(SourceText source, Lexicon lexicon) {
        return cut(source, source.span(), lexicon);
    }

    /** Cuts a part of a file; what lies outside is neither read nor reported. */
    public static Cut cut(SourceText source, Span part, Lexicon lexicon) {
        Cut cut = new StatementCutter(source.text(), part, lexicon, Set.of()).run();
        Optional<Token> broken = cut.problems().stream()
                .findFirst()
                .flatMap(problem ->
                        Recovery.brokenQuote(cut.pieces(), problem.span().start(), lexicon));
        if (broken.isEmpty()) {
            return cut;
        }
        int quote = broken.get().start() + openingQuote(broken.get().text());
        Cut again = new StatementCutter(source.text(), part, lexicon, Set.of(quote)).run();
        return again.problems().size() <= cut.problems().size() ? again : cut;
    }

    private static int openingQuote(String literal) {
        int i = 0;
        while (literal.charAt(i) != '\'' && literal.charAt(i) != '"') {
            i++;
        }
        return i;
    }

    private Cut run() {
        var scanner = new Scanner(text, part, lexicon, brokenQuotes);
        for (var next = scanner.next(); next.isPresent(); next = scanner.next()) {
            switch (next.get()) {
                case Token token -> read(token, scanner);
                case Comment comment -> read(comment);
                case Skipped region -> skip(region);
            }
        }
        end(Optional.empty());
        problems.addAll(scanner.problems());
        problems.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
        return new Cut(pieces, comments, skipped, problems);
    }

    private void read(Comment comment) {
        comments.add(comment);
        if (lexicon.has(Feature.BREAKPOINT_COMMENTS) && comment.text().startsWith("--> statement-breakpoint")) {
            end(Optional.empty());
        }
    }

    private void skip(Skipped region) {
        skipped.add(region);
        if (region.endsStatement()) {
            end(Optional.empty());
        }
    }

    private void read(Token token, Scanner scanner) {
        if (!tokens.isEmpty() && last().isSymbol(";") && !isEmbeddable(token)) {
            tokens.remove(tokens.size() - 1);
            end(Optional.empty());
        }
        if (token.isSymbol(";") && !nesting.holdsStatements()) {
            end(Optional.of(scanner));
            return;
        }
        if (tokens.isEmpty() && token.isWord("delimiter") && lexicon.has(Feature.DELIMITER_COMMANDS)) {
            skipped.add(scanner.delimiterCommand(token));
            return;
        }
        if (tokens.isEmpty() && standsForStatements(token)) {
            skipped.add(new Skipped(Skipped.Kind.TEMPLATE_ACTION, token.span()));
            return;
        }
        tokens.add(token);
        nesting.add(token, lexicon);
    }

    private Token last() {
        return tokens.get(tokens.size() - 1);
    }

    private static boolean isEmbeddable(Token token) {
        return token.kind() != TokenKind.WORD
                || EMBEDDABLE.contains(token.text().toLowerCase(Locale.ROOT));
    }

    /** A template action alone on its line, where a statement could begin, prints whole statements. */
    private boolean standsForStatements(Token token) {
        if (token.kind() != TokenKind.PLACEHOLDER || !token.text().startsWith("{{")) {
            return false;
        }
        int before = token.start() - 1;
        while (before >= part.start() && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
            before--;
        }
        int after = token.end();
        while (after < part.end() && " \t;".indexOf(text.charAt(after)) >= 0) {
            after++;
        }
        return (before < part.start() || Characters.isLineEnd(text.charAt(before)))
                && (after >= part.end() || Characters.isLineEnd(text.charAt(after)));
    }

    /** Ends the statement being read, at a semicolon when {@code scanner} is given. */
    private void end(Optional<Scanner> scanner) {
        while (!tokens.isEmpty() && last().isSymbol(";")) {
            tokens.remove(tokens.size() - 1);
        }
        if (!tokens.isEmpty()) {
            if (nesting.holdsStatements()) {
                splitAtSemicolons();
            } else if (nesting.isOpen()) {
                Recovery.split(text, tokens, lexicon).forEach(this::add);
            } else {
                add(tokens);
            }
            scanner.ifPresent(this::takeRows);
        }
        tokens.clear();
        nesting.reset();
    }

    private void splitAtSemicolons() {
        int from = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            if (i == tokens.size() || tokens.get(i).isSymbol(";")) {
                if (i > from) {
                    add(tokens.subList(from, i));
                }
                from = i + 1;
            }
        }
    }

    private void add(List<Token> statement) {
        pieces.add(StatementPiece.of(statement));
    }

    private void takeRows(Scanner scanner) {
        StatementPiece piece = pieces.get(pieces.size() - 1);
        if (!lexicon.has(Feature.COPY_DATA) || !CopyData.expectedAfter(piece.tokens())) {
            return;
        }
        copyData.after(scanner.offset()).ifPresent(found -> {
            pieces.set(pieces.size() - 1, piece.withData(found.rows()));
            takeComment(piece.span().end(), found.rows().start());
            skipped.add(new Skipped(Skipped.Kind.COPY_DATA, found.region()));
            scanner.moveTo(found.region().end());
            if (!found.closed()) {
                problems.add(new SourceProblem(piece.span(), "the rows of this COPY have no end"));
            }
        });
    }

    /** A comment between the semicolon and the end of its line. */
    private void takeComment(int from, int to) {
        var scanner = new Scanner(text, new Span(from, to), lexicon);
        for (var next = scanner.next(); next.isPresent(); next = scanner.next()) {
            if (next.get() instanceof Comment comment) {
                comments.add(comment);
            }
        }
    }
}
