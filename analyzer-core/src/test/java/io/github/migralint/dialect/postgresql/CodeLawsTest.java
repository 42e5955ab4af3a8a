package io.github.migralint.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.migralint.ast.CodeBlock;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.ProceduralStatement.Block;
import io.github.migralint.ast.ProceduralStatement.Choice;
import io.github.migralint.ast.ProceduralStatement.Loop;
import io.github.migralint.ast.ProceduralStatement.LoopHeader;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Version;
import io.github.migralint.fixtures.OracleCorpus;
import io.github.migralint.fixtures.OracleCorpus.OracleFile;
import io.github.migralint.source.Scanner;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for all code in real migrations: everything is read, and each token of it belongs to one statement. */
final class CodeLawsTest {
    /** Words that hold statements together. */
    private static final Set<String> FRAME = Set.of(
            "begin",
            "end",
            "declare",
            "exception",
            "when",
            "then",
            "or",
            "sqlstate",
            "if",
            "elsif",
            "elseif",
            "else",
            "case",
            "loop",
            "while",
            "for",
            "foreach",
            "in",
            "reverse",
            "by",
            "execute",
            "using",
            "slice",
            "array",
            "<<",
            ">>",
            ";",
            ",",
            "..",
            ".",
            "#");

    private int bodies;
    private int statements;

    @Test
    void allCodeIsReadOnce() throws IOException {
        Optional<OracleCorpus> corpus = OracleCorpus.given();
        if (corpus.isEmpty() && System.getenv("CI") != null) {
            fail("no corpus: give -Dmigralint.corpus and -Dmigralint.oracle");
        }
        assumeTrue(corpus.isPresent(), "not run: no -Dmigralint.corpus and -Dmigralint.oracle given");
        for (String project : corpus.get().projects()) {
            for (OracleFile file : corpus.get().files(project)) {
                if (file.engine().isEmpty() && file.status().equals("ok")) {
                    check(SourceText.of(file.path(), Files.readAllBytes(file.file())));
                }
            }
        }
        assertThat(bodies).isGreaterThan(500);
        assertThat(statements).isGreaterThan(3_000);
    }

    private void check(SourceText text) {
        for (Statement statement : new PostgresqlDialect()
                .parse(text, text.span(), new Version(18, 0))
                .statements()) {
            Optional<CodeBlock> code = Programs.code(statement);
            if (code.isPresent() && code.get().program().isPresent()) {
                check(text, code.get(), code.get().program().get());
            }
        }
    }

    private void check(SourceText text, CodeBlock code, Block program) {
        bodies++;
        assertThat(Programs.problems(program)).as(text.path()).isEmpty();
        assertThat(code.contents().contains(program.span())).as(text.path()).isTrue();
        if (!code.verbatim()) {
            return;
        }
        var owned = new BitSet();
        var parts = new BitSet();
        own(program, owned, parts, text);
        List<Token> tokens = Scanner.tokens(text.text(), code.contents(), PostgresqlLexicon.EMBEDDED);
        boolean directives = tokens.getFirst().isSymbol("#");
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean directive = directives && token.start() < program.span().start();
            boolean slices = i > 0 && tokens.get(i - 1).isWord("slice");
            boolean frame = directive || slices || FRAME.contains(token.text().toLowerCase(Locale.ROOT));
            assertThat(owned.get(token.start()) || parts.get(token.start()) || frame)
                    .as("%s: \"%s\" belongs to no statement", text.path(), token.text())
                    .isTrue();
        }
    }

    /** Marks what the statements that hold no others cover, which must not overlap, and the parts of those that do. */
    private void own(ProceduralStatement statement, BitSet owned, BitSet parts, SourceText text) {
        statements++;
        switch (statement) {
            case Block block -> {
                block.label().ifPresent(label -> markAll(text, label.value(), block.span(), parts));
                block.declarations().forEach(declaration -> markOnce(declaration.span(), owned, text));
                block.handlers()
                        .forEach(handler -> handler.conditions()
                                .forEach(condition -> markAll(text, condition, handler.span(), parts)));
            }
            case Choice choice -> choice.branches().forEach(branch -> mark(branch.condition(), parts));
            case Loop loop -> {
                loop.label().ifPresent(label -> markAll(text, label.value(), loop.span(), parts));
                header(loop, parts);
            }
            default -> markOnce(statement.span(), owned, text);
        }
        statement.children().forEach(child -> own(child, owned, parts, text));
    }

    private static void header(Loop loop, BitSet parts) {
        switch (loop.header()) {
            case LoopHeader.Endless() -> {}
            case LoopHeader.While(Expression condition) -> mark(condition, parts);
            case LoopHeader.Range range -> {
                mark(range.from(), parts);
                mark(range.to(), parts);
                range.step().ifPresent(step -> mark(step, parts));
                mark(List.of(range.variable()), parts);
            }
            case LoopHeader.Rows rows -> {
                mark(rows.variables(), parts);
                parts.set(rows.query().span().start(), rows.query().span().end());
            }
            case LoopHeader.CommandRows rows -> {
                mark(rows.variables(), parts);
                mark(rows.command(), parts);
                rows.using().forEach(value -> mark(value, parts));
            }
            case LoopHeader.CursorRows rows -> {
                mark(List.of(rows.variable()), parts);
                int end = loop.body().isEmpty()
                        ? loop.span().end()
                        : loop.body().getFirst().span().start();
                parts.set(rows.cursor().span().start(), end);
            }
            case LoopHeader.Elements elements -> {
                mark(elements.variables(), parts);
                mark(elements.array(), parts);
            }
        }
    }

    private static void mark(List<Identifier> names, BitSet parts) {
        names.forEach(name -> parts.set(name.span().start(), name.span().end()));
    }

    private static void mark(Expression expression, BitSet parts) {
        for (Token token : expression.tokens()) {
            parts.set(token.start(), token.end());
        }
    }

    private static void markOnce(Span span, BitSet owned, SourceText text) {
        int taken = owned.nextSetBit(span.start());
        assertThat(taken < 0 || taken >= span.end())
                .as("%s: \"%s\" is in two statements", text.path(), text.slice(span))
                .isTrue();
        owned.set(span.start(), span.end());
    }

    /** The places of a label or condition name, which the tree does not keep. */
    private static void markAll(SourceText text, String name, Span span, BitSet parts) {
        List<Token> found = new ArrayList<>();
        for (Token token : Scanner.tokens(text.text(), span, PostgresqlLexicon.EMBEDDED)) {
            if (token.kind() != TokenKind.NUMBER && Literals.text(token.text()).equalsIgnoreCase(name)) {
                found.add(token);
            }
        }
        found.forEach(token -> parts.set(token.start(), token.end()));
    }
}
