package io.github.migralint.source;

import io.github.migralint.source.Lexicon.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads text into tokens, comments and skipped regions, in linear time, for any dialect that a {@link Lexicon} describes.
 * It never refuses text: what begins no token becomes an {@link TokenKind#INVALID} one.
 *
 * <p>One literal is one token: a string that goes on in quotes on a later line, and a UESCAPE clause with the literal that
 * it belongs to, are part of the same token. A word that a placeholder is part of is one {@link TokenKind#PLACEHOLDER}.
 */
public final class Scanner {
    private static final Set<String> SEND_COMMANDS = Set.of(
            "g",
            "gx",
            "gexec",
            "gset",
            "gdesc",
            "crosstabview",
            "watch",
            "bind",
            "bind_named",
            "parse",
            "sendpipeline");

    private final String text;
    private final int end;
    private final Quotes quotes;
    private final Placeholders placeholders;
    private final Delimiter delimiter;
    private final List<SourceProblem> problems = new ArrayList<>();
    private Lexicon lexicon;
    private int at;
    private int brackets;
    /** Where the comment opened whose inside is being read; empty outside of one. */
    private OptionalInt openComment = OptionalInt.empty();
    /** False once a search for the next statement has failed: the one after it would too. */
    private boolean statementAhead = true;

    /** Begins to read a part of a text. */
    public Scanner(String text, Span part, Lexicon lexicon) {
        this(text, part, lexicon, Set.of());
    }

    /** Begins to read; the quotes at the given offsets are known to lack their closing one. */
    Scanner(String text, Span part, Lexicon lexicon, Set<Integer> brokenQuotes) {
        this.text = text;
        this.at = part.start();
        this.end = Math.min(part.end(), text.length());
        this.lexicon = lexicon;
        this.quotes = new Quotes(text, end, brokenQuotes);
        this.placeholders = new Placeholders(text, part.start(), end, lexicon);
        this.delimiter = new Delimiter(text, end);
    }

    /** All tokens of a part of a text; comments and skipped regions are left out. */
    public static List<Token> tokens(String text, Span part, Lexicon lexicon) {
        var scanner = new Scanner(text, part, lexicon);
        var tokens = new ArrayList<Token>();
        for (var next = scanner.next(); next.isPresent(); next = scanner.next()) {
            if (next.get() instanceof Token token) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    /** The next token, comment or skipped region; empty at the end. */
    public Optional<Lexeme> next() {
        while (at < end && Characters.isBlank(text.charAt(at))) {
            at++;
        }
        if (at < end) {
            return Optional.of(read(text.charAt(at)));
        }
        openComment.ifPresent(this::commentIsOpen);
        openComment = OptionalInt.empty();
        return Optional.empty();
    }

    /** Damage met so far. */
    public List<SourceProblem> problems() {
        return problems;
    }

    /** Where reading goes on. */
    int offset() {
        return at;
    }

    /** Goes on reading at an offset further on. */
    void moveTo(int offset) {
        at = Math.max(at, offset);
    }

    /** Takes what follows to be written with other marks. */
    void use(Lexicon other) {
        lexicon = other;
    }

    /** Takes the line of a {@code delimiter} command whose first word was just read. */
    Skipped delimiterCommand(Token word) {
        int to = lineEnd(at);
        delimiter.name(text.substring(at, to));
        at = word.start();
        return skipped(Skipped.Kind.CLIENT_COMMAND, to);
    }

    /** Whether the semicolon is not the only mark that ends a statement. */
    boolean isDelimited() {
        return delimiter.isSet();
    }

    private Lexeme read(char c) {
        if (delimiter.standsAt(at, lexicon)) {
            return skipped(Skipped.Kind.CLIENT_SEND, at + delimiter.length());
        }
        if (LineComments.beginsAt(text, at, end, lexicon)) {
            return lineComment();
        }
        if (c == '/' && follows('*')) {
            return bracketedComment();
        }
        if (c == '*' && follows('/') && openComment.isPresent()) {
            openComment = OptionalInt.empty();
            return skipped(Skipped.Kind.COMMENT_MARK, at + 2);
        }
        return switch (c) {
            case '\'' -> string(at, TokenKind.STRING, lexicon.has(Feature.BACKSLASH_ESCAPES));
            case '"' -> doubleQuoted();
            case '`' -> lexicon.has(Feature.BACKTICK_IDENTIFIERS) ? quotedIdentifier(at) : operator();
            case '@' -> lexicon.has(Feature.VARIABLES) ? variable() : operator();
            case '$' -> dollar();
            case '{' -> brace();
            case '\\' -> backslash();
            case ':' -> colon();
            default -> other(c);
        };
    }

    private Lexeme other(char c) {
        if (Characters.isDigit(c) || (c == '.' && at + 1 < end && Characters.isDigit(text.charAt(at + 1)))) {
            return lexicon.has(Feature.LOOSE_WORDS)
                    ? looseNumber(c)
                    : token(TokenKind.NUMBER, Numbers.end(text, at, end));
        }
        if (Characters.isWordStart(c)) {
            return prefixed(c);
        }
        if (Characters.isPunctuation(c)) {
            return punctuation(c);
        }
        if (Characters.isOperator(c)) {
            return operator();
        }
        return stray();
    }

    // ---- words -----------------------------------------------------------------------------------------------------

    private Token prefixed(char c) {
        if (follows('\'')) {
            switch (c) {
                case 'e', 'E' -> {
                    if (lexicon.has(Feature.ESCAPE_STRINGS)) {
                        return string(at + 1, TokenKind.STRING, true);
                    }
                }
                case 'b', 'B', 'x', 'X' -> {
                    if (lexicon.has(Feature.BIT_STRINGS)) {
                        return string(at + 1, TokenKind.BIT_STRING, false);
                    }
                }
                case 'n', 'N' -> {
                    if (lexicon.has(Feature.NATIONAL_STRINGS)) {
                        return string(at + 1, TokenKind.STRING, lexicon.has(Feature.BACKSLASH_ESCAPES));
                    }
                }
                default -> {}
            }
        }
        if ((c == 'u' || c == 'U') && follows('&') && at + 2 < end && lexicon.has(Feature.UNICODE_ESCAPES)) {
            if (text.charAt(at + 2) == '\'') {
                return string(at + 2, TokenKind.STRING, false);
            }
            if (text.charAt(at + 2) == '"') {
                return quotedIdentifier(at + 2);
            }
        }
        return word(at);
    }

    /** A number, a word that begins like one, or the period between two names. */
    private Token looseNumber(char c) {
        boolean named = at > 0 && LooseNumbers.isNameEnd(text.charAt(at - 1));
        if (c == '.' && named) {
            return punctuation(c);
        }
        boolean afterPeriod = c != '.' && at > 0 && text.charAt(at - 1) == '.' && !text.startsWith("..", at - 2);
        int number = named || afterPeriod ? at : LooseNumbers.end(text, at, end);
        boolean wordGoesOn = number < end
                && Characters.isWordPart(text.charAt(number))
                && !delimiter.cutsWordAt(number, lexicon)
                && !LooseNumbers.isDecimal(text, at, number);
        return number == at || wordGoesOn ? word(at) : token(TokenKind.NUMBER, number);
    }

    private Lexeme variable() {
        int name = Variables.nameStart(text, at, end);
        if (name < end && "'\"`".indexOf(text.charAt(name)) >= 0) {
            int close = quotes.quoted(name, lexicon.has(Feature.BACKSLASH_ESCAPES) && text.charAt(name) != '`');
            return close == Quotes.UNCLOSED ? unclosed("quoted variable") : token(TokenKind.VARIABLE, close);
        }
        int close = Variables.nameEnd(text, name, end, delimiter, lexicon);
        return close > name ? token(TokenKind.VARIABLE, close) : operator();
    }

    /** A word, from its parts: characters and placeholders without a blank between them. */
    private Token word(int from) {
        int i = from;
        boolean replaced = false;
        while (i < end) {
            int placeholder = placeholders.end(i);
            if (i > from && delimiter.cutsWordAt(i, lexicon)) {
                break;
            } else if (placeholder > i) {
                replaced = true;
                i = placeholder;
            } else if (Characters.isWordPart(text.charAt(i))) {
                i++;
            } else {
                break;
            }
        }
        return introduces(i)
                ? string(i, TokenKind.STRING, lexicon.has(Feature.BACKSLASH_ESCAPES))
                : token(replaced ? TokenKind.PLACEHOLDER : TokenKind.WORD, i);
    }

    /** Whether the word from here to an offset names the character set of the string that begins there. */
    private boolean introduces(int quote) {
        return text.charAt(at) == '_' && lexicon.has(Feature.CHARSET_INTRODUCERS) && quote < end && opensString(quote);
    }

    private boolean opensString(int quote) {
        char c = text.charAt(quote);
        return c == '\'' || (c == '"' && lexicon.has(Feature.DOUBLE_QUOTED_STRINGS));
    }

    private Lexeme brace() {
        TemplateActions.Action action = placeholders.templateAt(at);
        if (action == null) {
            return stray();
        }
        if (!action.control()) {
            return word(at);
        }
        boolean branch = action.resume() > action.end();
        return skipped(branch ? Skipped.Kind.TEMPLATE_BRANCH : Skipped.Kind.TEMPLATE_ACTION, action.resume());
    }

    // ---- quotes ----------------------------------------------------------------------------------------------------

    private Token string(int open, TokenKind kind, boolean backslash) {
        int close = quotes.literal(open, backslash, continuation(kind), lexicon.has(Feature.DOUBLE_QUOTED_STRINGS));
        return close == Quotes.UNCLOSED ? unclosed("string literal") : token(kind, withEscapeClause(open, close));
    }

    private Quotes.Continuation continuation(TokenKind kind) {
        if (kind == TokenKind.STRING && lexicon.has(Feature.ADJACENT_STRINGS)) {
            return Quotes.Continuation.ANYWHERE;
        }
        return lexicon.has(Feature.CONTINUED_STRINGS) ? Quotes.Continuation.AFTER_LINE_END : Quotes.Continuation.NEVER;
    }

    private Token doubleQuoted() {
        return lexicon.has(Feature.DOUBLE_QUOTED_STRINGS)
                ? string(at, TokenKind.STRING, lexicon.has(Feature.BACKSLASH_ESCAPES))
                : quotedIdentifier(at);
    }

    private int withEscapeClause(int open, int close) {
        boolean escapes = open == at + 2 && text.charAt(open - 1) == '&';
        return escapes ? quotes.escapeClause(close) : close;
    }

    private Token quotedIdentifier(int open) {
        // the quotes of a template action do not end the identifier that it is in
        TemplateActions.Action action = open + 1 < end ? placeholders.templateAt(open + 1) : null;
        int close = action == null ? quotes.quoted(open, false) : quotes.sameLine(open, action.end());
        return close == Quotes.UNCLOSED
                ? unclosed("quoted identifier")
                : token(TokenKind.QUOTED_IDENTIFIER, withEscapeClause(open, close));
    }

    private Token dollar() {
        if (placeholders.end(at) > at || lexicon.has(Feature.LOOSE_WORDS)) {
            return word(at);
        }
        if (lexicon.has(Feature.DOLLAR_QUOTES)) {
            int tag = quotes.tagLength(at);
            if (tag > 0) {
                int close = quotes.dollarQuoted(at, tag);
                return close == Quotes.UNCLOSED ? unclosedBody() : token(TokenKind.STRING, close);
            }
        }
        int i = at + 1;
        while (i < end && Characters.isDigit(text.charAt(i))) {
            i++;
        }
        return i > at + 1 && lexicon.has(Feature.NUMBERED_PARAMETERS) ? token(TokenKind.PARAMETER, i) : stray();
    }

    /** What is left of a line after an unclosed quote; a semicolon at its end still ends the statement. */
    private Token unclosed(String what) {
        return unclosed(what, lineEnd(at));
    }

    /** A body without its closing tag reaches to the end of the last statement before a top-level one begins. */
    private Token unclosedBody() {
        if (statementAhead) {
            OptionalInt next = Recovery.nextStatement(text, at, end, lexicon);
            statementAhead = next.isPresent();
            if (statementAhead) {
                return unclosed("dollar-quoted string", next.getAsInt());
            }
        }
        return unclosed("dollar-quoted string", lineEnd(at));
    }

    private Token unclosed(String what, int limit) {
        problems.add(new SourceProblem(new Span(at, Math.min(at + 1, end)), "this " + what + " is never closed"));
        int last = limit;
        while (last > at + 1 && (Characters.isBlank(text.charAt(last - 1)) || text.charAt(last - 1) == ';')) {
            last--;
        }
        return token(TokenKind.INVALID, last);
    }

    // ---- comments and commands -------------------------------------------------------------------------------------

    private Comment lineComment() {
        return comment(lineEnd(at));
    }

    private Lexeme bracketedComment() {
        return switch (lexicon.executableComments().roleAt(text, at, end)) {
            case RUN -> {
                openComment = OptionalInt.of(at);
                yield skipped(
                        Skipped.Kind.COMMENT_MARK, lexicon.executableComments().insideOf(text, at, end));
            }
            case OTHER -> closedComment(quotes.commentWithComments(at));
            case NONE -> plainComment();
        };
    }

    private Comment plainComment() {
        boolean nesting = !quotes.nestingLost();
        int close = quotes.comment(at, lexicon.has(Feature.NESTED_COMMENTS));
        if (close != Quotes.UNCLOSED && nesting && quotes.nestingLost()) {
            commentIsOpen(at);
        }
        return closedComment(close);
    }

    private Comment closedComment(int close) {
        if (close == Quotes.UNCLOSED) {
            commentIsOpen(at);
        }
        return comment(close == Quotes.UNCLOSED ? end : close);
    }

    private void commentIsOpen(int open) {
        problems.add(new SourceProblem(new Span(open, open + 2), "this comment is never closed"));
    }

    private Comment comment(int to) {
        var span = new Span(at, to);
        at = to;
        return new Comment(span, text.substring(span.start(), to));
    }

    private Lexeme backslash() {
        if (lexicon.has(Feature.BACKSLASH_SENDERS) && (follows('g') || follows('G'))) {
            return skipped(Skipped.Kind.CLIENT_SEND, at + 2);
        }
        if (lexicon.has(Feature.BACKSLASH_NULL) && follows('N')) {
            return token(TokenKind.WORD, at + 2);
        }
        if (!lexicon.has(Feature.CLIENT_COMMANDS)) {
            return stray();
        }
        if (follows(';')) {
            return skipped(Skipped.Kind.CLIENT_SEND, at + 2);
        }
        int i = at + 1;
        while (i < end && Characters.isWordPart(text.charAt(i))) {
            i++;
        }
        boolean sends = SEND_COMMANDS.contains(text.substring(at + 1, i));
        return skipped(sends ? Skipped.Kind.CLIENT_SEND : Skipped.Kind.CLIENT_COMMAND, lineEnd(at));
    }

    private Lexeme colon() {
        if (follows(':') || follows('=')) {
            return token(TokenKind.PUNCTUATION, at + 2);
        }
        int variable = brackets > 0 && !followsOperator() ? at : placeholders.variableEnd(at);
        return variable > at ? token(TokenKind.PLACEHOLDER, variable) : token(TokenKind.PUNCTUATION, at + 1);
    }

    /** In brackets a colon may stand between the bounds of a slice, but not where an operand is missing. */
    private boolean followsOperator() {
        int i = at - 1;
        while (i > 0 && Characters.isBlank(text.charAt(i))) {
            i--;
        }
        return i >= 0 && "(,*/+-=<>|".indexOf(text.charAt(i)) >= 0;
    }

    // ---- the rest --------------------------------------------------------------------------------------------------

    private Token punctuation(char c) {
        if (c == '[') {
            brackets++;
        } else if (c == ']') {
            brackets = Math.max(0, brackets - 1);
        } else if (c == ';') {
            brackets = 0;
        }
        return token(TokenKind.PUNCTUATION, c == '.' && follows('.') ? at + 2 : at + 1);
    }

    private Token operator() {
        boolean listed = lexicon.has(Feature.LISTED_OPERATORS);
        return token(TokenKind.OPERATOR, listed ? Operators.listedEnd(text, at, end) : Operators.end(text, at, end));
    }

    /** A character that begins no token; a run of control characters, as binary files have them, is one. */
    private Token stray() {
        int i = at + 1;
        while (i < end && Characters.isControl(text.charAt(at)) && Characters.isControl(text.charAt(i))) {
            i++;
        }
        return token(TokenKind.INVALID, i);
    }

    private boolean follows(char c) {
        return at + 1 < end && text.charAt(at + 1) == c;
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < end && !Characters.isLineEnd(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private Token token(TokenKind kind, int to) {
        var token = new Token(kind, text.substring(at, to), at);
        at = to;
        return token;
    }

    private Skipped skipped(Skipped.Kind kind, int to) {
        var span = new Span(at, to);
        at = to;
        return new Skipped(kind, span);
    }
}
