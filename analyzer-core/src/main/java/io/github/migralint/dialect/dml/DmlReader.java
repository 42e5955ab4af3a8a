package io.github.migralint.dialect.dml;

import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.statement.Statement;

/** Parses one statement with a size and a time limit. */
final class DmlReader {
    private static final int MAX_CHARACTERS = 256 * 1024;
    /** Never enough on a machine that stands still: whoever needs the same course of events each time asks for more. */
    private static final long TIME_LIMIT_MILLIS = Long.getLong("migralint.dml-millis", 500);

    private static final long STACK_BYTES = 4L << 20;

    /** Stands where a migration tool puts a value or a name. */
    static final String PLACEHOLDER = "migralint_placeholder";

    private DmlReader() {}

    static DmlFacts read(List<Token> statement) {
        return text(statement)
                .flatMap(DmlReader::parse)
                .flatMap(DmlWalker::facts)
                .orElseGet(() -> TokenFacts.of(statement));
    }

    /** The statement without comments, with what only the server or a tool can read replaced; empty when too long. */
    private static Optional<String> text(List<Token> statement) {
        var text = new StringBuilder();
        for (Token token : statement) {
            if (text.length() + token.text().length() > MAX_CHARACTERS) {
                return Optional.empty();
            }
            boolean glued = !text.isEmpty() && (token.isSymbol(".") || text.charAt(text.length() - 1) == '.');
            text.append(glued ? "" : " ").append(readable(token));
        }
        return Optional.of(text.toString());
    }

    private static String readable(Token token) {
        return switch (token.kind()) {
            case PLACEHOLDER -> PLACEHOLDER;
            case PARAMETER -> "?";
            case BIT_STRING -> "'" + Integer.toHexString(token.text().hashCode()) + "'";
            case STRING ->
                token.text().matches("'[^'\\\\\\r\\n]*'")
                        ? token.text()
                        : "'" + Integer.toHexString(token.text().hashCode()) + "'";
            default -> token.text();
        };
    }

    private static Optional<Statement> parse(String sql) {
        try (var executor = new Worker()) {
            return executor.parse(sql);
        }
    }

    /** A thread that may be given up: the parser is told to stop, and the process does not wait for it. */
    private static final class Worker implements AutoCloseable {
        private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
            var thread = new Thread(null, task, "dml-parser", STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        });

        Optional<Statement> parse(String sql) {
            CCJSqlParser parser = CCJSqlParserUtil.newParser(sql).withAllowComplexParsing(true);
            var result = executor.submit(() -> single(parser));
            try {
                return result.get(TIME_LIMIT_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                parser.interrupted = true;
                result.cancel(true);
                return Optional.empty();
            } catch (ExecutionException e) {
                return Optional.empty(); // not understood, or too deep: the tokens alone have to do
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }

        private static Optional<Statement> single(CCJSqlParser parser) throws ParseException {
            try {
                return Optional.ofNullable(parser.Statement());
            } catch (TokenMgrException e) {
                return Optional.empty();
            }
        }

        @Override
        public void close() {
            executor.shutdownNow();
        }
    }
}
