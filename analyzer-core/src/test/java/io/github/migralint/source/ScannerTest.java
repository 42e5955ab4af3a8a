package io.github.migralint.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.dialect.postgresql.PostgresqlLexicon;
import io.github.migralint.source.Lexicon.Feature;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScannerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // operators
                "a=-1 | a = - 1",
                "a=>b | a => b",
                "a<=>b | a <=> b",
                "2*-3 | 2 * - 3",
                "a@-b | a @- b",
                "a->>'x' | a ->> 'x'",
                "a#>>'{x}' | a #>> '{x}'",
                "a?&b | a ?& b",
                "a<>--c | a <>",
                "a*/*c*/b | a * b",
                "x::int[] | x :: int [ ]",
                "a:=1 | a := 1",
                "a[1:2] | a [ 1 : 2 ]",
                "a[i :n] | a [ i : n ]",
                // numbers
                "1..2 | 1 .. 2",
                "1.5e-3+.5 | 1.5e-3 + .5",
                "1. | 1.",
                "0xFF 0o17 0b11 | 0xFF 0o17 0b11",
                "1_000.2_5 | 1_000.2_5",
                "$1+$23 | $1 + $23",
                "1e | 1 e",
                "t.1 | t .1",
                // words
                "a$b_ü | a$b_ü",
                "sch.tab | sch . tab",
                "\"a\"\"b\".c | \"a\"\"b\" . c",
                // strings
                "'it''s' | 'it''s'",
                "E'it\\'s' x | E'it\\'s' x",
                "'a\\' x | 'a\\' x",
                "e'\\\\' x | e'\\\\' x",
                "B'01' x'AF' N'n' | B'01' x'AF' N'n'",
                "U&'d\\0061' | U&'d\\0061'",
                "U&'d!0061' UESCAPE '!' x | U&'d!0061' UESCAPE '!' x",
                "U&\"d\\0061\" | U&\"d\\0061\"",
                "$$a;'b$$ x | $$a;'b$$ x",
                "$f$ $$ $f$ x | $f$ $$ $f$ x",
                "a$$b | a$$b",
            })
    void tokensOf(String sql, String expected) {
        assertThat(texts(sql)).isEqualTo(expected);
    }

    @Test
    void kinds() {
        assertThat(kinds("SELECT \"a\", 'b', E'c', B'1', 1.5, $1, ${p}, := + ::x {"))
                .isEqualTo(
                        "WORD QUOTED_IDENTIFIER PUNCTUATION STRING PUNCTUATION STRING PUNCTUATION BIT_STRING PUNCTUATION "
                                + "NUMBER PUNCTUATION PARAMETER PUNCTUATION PLACEHOLDER PUNCTUATION PUNCTUATION OPERATOR "
                                + "PUNCTUATION WORD INVALID");
    }

    @Test
    void literalOverSeveralLinesIsOneToken() {
        assertThat(tokens("'a'\n  'b'")).hasSize(1);
        assertThat(tokens("E'a' -- c\n -- d\n 'b\\'' x")).hasSize(2);
        assertThat(tokens("'a' 'b'")).hasSize(2);
        assertThat(tokens("U&'!0061' UESCAPE '!'")).hasSize(1);
        assertThat(tokens("'a' -- c\nx")).hasSize(2);
    }

    @Test
    void commentsNest() {
        assertThat(texts("a /* b /* c */ d */ e")).isEqualTo("a e");
        var flat = new Lexicon(Set.of(), Set.of(), Set.of(), Set.of());
        assertThat(Scanner.tokens("/* b /* c */ d", new Span(0, 14), flat)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "${schema}.t | ${schema} . t",
                "${prefix}_orders | ${prefix}_orders",
                "my_${x}_t | my_${x}_t",
                "'${x}' | '${x}'",
                "\"${x}\" | \"${x}\"",
                "{{ .Schema }}.t | {{ .Schema }} . t",
                "{{prefix}}users | {{prefix}}users",
                "\"{{ index .Options \"Namespace\" }}\".\"users\" | \"{{ index .Options \"Namespace\" }}\" . \"users\"",
                "'{{1,2},{3,4}}'::int[] | '{{1,2},{3,4}}' :: int [ ]",
                // of a condition that says nothing about engines the first branch is kept
                "{{ if .x }}a{{ else }}b{{ end }} | a",
                "{{ if .postgres }}a{{ else }}b{{ end }}c | a c",
                "{{ if .mysql }}a{{ else if .postgres }}b{{ else }}c{{ end }} | b",
                "{{ if not .postgres }}a{{ else }}b{{ end }} | b",
                "{{ if or .mysql .sqlite }}{{ if .x }}a{{ end }}{{ end }}d | d",
                "{{/* note */}}{{ range .All }}a{{ end }} | a",
                "a = :v | a = :v",
                "a = :'v' | a = :'v'",
                "FROM :\"v\" | FROM :\"v\"",
                "f(a :b) | f ( a :b )",
                "json_object('a':b) | json_object ( 'a' : b )",
                "$x | $ x",
                "${ | $ {",
                "{{ | { {",
            })
    void placeholdersOfTools(String sql, String expected) {
        assertThat(texts(sql)).isEqualTo(expected);
    }

    @Test
    void optionsOfOtherDialects() {
        var lexicon = new Lexicon(
                EnumSet.of(Feature.HASH_COMMENTS, Feature.BACKTICK_IDENTIFIERS, Feature.BACKSLASH_ESCAPES),
                Set.of(),
                Set.of(),
                Set.of());
        String sql = "`a``b` 'it\\'s' # rest\n$$ E'x'";
        assertThat(Scanner.tokens(sql, new Span(0, sql.length()), lexicon).stream()
                        .map(Token::text))
                .containsExactly("`a``b`", "'it\\'s'", "$", "$", "E", "'x'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'abc", "\"abc", "E'abc\\'", "$$abc", "$t$abc$$", "U&'abc", "N'", "'a''"})
    void unclosedQuoteIsAnInvalidToken(String sql) {
        var scanner = new Scanner(sql, new Span(0, sql.length()), PostgresqlLexicon.LEXICON);
        assertThat(scanner.next()).get().isEqualTo(new Token(TokenKind.INVALID, sql, 0));
        assertThat(scanner.next()).isEmpty();
        assertThat(scanner.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("never closed"));
    }

    @Test
    void onlyThePartThatIsAskedForIsRead() {
        String sql = "DO $$ BEGIN DELETE FROM t; END $$";
        List<Token> inside = Scanner.tokens(sql, new Span(5, sql.indexOf(" END")), PostgresqlLexicon.LEXICON);
        assertThat(inside.stream().map(Token::text)).containsExactly("BEGIN", "DELETE", "FROM", "t", ";");
        assertThat(inside.get(1).start()).isEqualTo(sql.indexOf("DELETE"));
    }

    private static List<Token> tokens(String sql) {
        return Scanner.tokens(sql, new Span(0, sql.length()), PostgresqlLexicon.LEXICON);
    }

    private static String texts(String sql) {
        return tokens(sql).stream().map(Token::text).collect(Collectors.joining(" "));
    }

    private static String kinds(String sql) {
        return tokens(sql).stream().map(token -> token.kind().name()).collect(Collectors.joining(" "));
    }
}
