package io.github.migralint.source;

import io.github.migralint.source.Lexicon.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts text into statements at semicolons, as a server's parser would. A damaged statement costs itself only: whatever it
 * leaves open is taken to end where the next statement begins.
 */
public final class StatementCutter {
    private final String text;
    private final Span part;
    private final Scanner scanner;
    private final SessionModes modes;
    private final CopyData copyData;
    private final List<StatementPiece> pieces = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final List<SourceProblem> problems = new ArrayList<>();
    private final List<Token> tokens = new ArrayList<>();
    private final Nesting nesting = new Nesting();

    private Lexicon lexicon;

    private StatementCutter(String text, Span part, Lexicon lexicon, Set<Integer> brokenQuotes) {
        this.text = text;
        this.part = part;
        this.lexicon = lexicon;
        this.scanner = new Scanner(text, part, lexicon, brokenQuotes);
        this.modes = new SessionModes(lexicon);
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
        while ("'\"`".indexOf(literal.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private Cut run() {
        for (var next = scanner.next(); next.isPresent(); next = scanner.next()) {
            switch (next.get()) {
                case Token token -> read(token);
                case Comment comment -> read(comment);
                case Skipped region -> skip(region);
            }
        }
        end(End.OTHER);
        problems.addAll(scanner.problems());
        problems.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
        return new Cut(pieces, comments, skipped, problems);
    }

    private void read(Comment comment) {
        comments.add(comment);
        if (lexicon.has(Feature.BREAKPOINT_COMMENTS) && comment.text().startsWith("--> statement-breakpoint")) {
            end(End.OTHER);
        }
    }

    private void skip(Skipped region) {
        skipped.add(region);
        if (region.endsStatement()) {
            end(scanner.isDelimited() ? End.DELIMITER : End.OTHER);
        }
    }

    private void read(Token token) {
        if (scanner.isDelimited() && isDelimiterLine(token)) {
            end(End.DELIMITER);
        }
        if (!tokens.isEmpty() && last().isSymbol(";") && !nesting.mayGoOnWith(token)) {
            tokens.remove(tokens.size() - 1);
            end(End.OTHER);
        }
        if (token.isSymbol(";") && !nesting.holdsStatements()) {
            end(End.SEMICOLON);
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

    /** Where a delimiter is in force, a line that names another ends what it should have ended before. */
    private boolean isDelimiterLine(Token token) {
        if (!token.isWord("delimiter") || !lexicon.has(Feature.DELIMITERS_ANYWHERE)) {
            return false;
        }
        int before = token.start() - 1;
        while (before >= part.start() && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
            before--;
        }
        return before < part.start() || Characters.isLineEnd(text.charAt(before));
    }

    private Token last() {
        return tokens.get(tokens.size() - 1);
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

    /** What ends a statement. */
    private enum End {
        SEMICOLON,
        /** The mark that a delimiter command named. */
        DELIMITER,
        OTHER
    }

    /** Ends the statement being read. */
    private void end(End mark) {
        while (!tokens.isEmpty() && last().isSymbol(";")) {
            tokens.remove(tokens.size() - 1);
        }
        if (!tokens.isEmpty()) {
            if (mark == End.DELIMITER) {
                add(tokens);
            } else {
                addWhatCloses();
            }
            if (mark == End.SEMICOLON) {
                takeRows();
            }
        }
        tokens.clear();
        nesting.reset();
    }

    private void addWhatCloses() {
        if (nesting.isCompound()) {
            Recovery.split(text, tokens, lexicon).forEach(this::addWithoutSemicolons);
        } else if (nesting.holdsStatements()) {
            splitAtSemicolons();
        } else if (nesting.isOpen()) {
            Recovery.split(text, tokens, lexicon).forEach(this::addWithoutSemicolons);
        } else {
            add(tokens);
        }
    }

    private void addWithoutSemicolons(List<Token> statement) {
        int to = statement.size();
        while (to > 0 && statement.get(to - 1).isSymbol(";")) {
            to--;
        }
        if (to > 0) {
            add(statement.subList(0, to));
        }
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
        lexicon = modes.after(statement, lexicon);
        scanner.use(lexicon);
    }

    private void takeRows() {
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
        var between = new Scanner(text, new Span(from, to), lexicon);
        for (var next = between.next(); next.isPresent(); next = between.next()) {
            if (next.get() instanceof Comment comment) {
                comments.add(comment);
            }
        }
    }
}
