package io.github.migralint.dialect.grammar;

import io.github.migralint.ast.Identifier;
import io.github.migralint.source.Token;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.antlr.v4.runtime.Vocabulary;

/**
 * What the shared parts are told about a dialect's grammar.
 *
 * @param vocabulary the names of its token types
 * @param marks the token types of its marks
 * @param isWord whether a token type is a word, reserved ones included
 * @param isName whether tokens of a type may be a name without quotes
 * @param isRelation whether tokens of a type may be the name of a table or column without quotes
 * @param nameTypes token types that are allowed together only where any name is
 * @param isKeyword whether a word in lower case means something
 * @param identifier the name that a token spells
 */
public record Grammar(
        Vocabulary vocabulary,
        Marks marks,
        IntPredicate isWord,
        IntPredicate isName,
        IntPredicate isRelation,
        Set<Integer> nameTypes,
        Predicate<String> isKeyword,
        Function<Token, Identifier> identifier) {
    /**
     * The token types of marks; below zero for those that a dialect does not have.
     *
     * @param identifier of words without a meaning, and of quoted names
     * @param string of string literals
     * @param number of numbers
     * @param operator of operators without a type of their own
     * @param sign of plus and minus
     * @param openParen {@code (}
     * @param closeParen {@code )}
     * @param openBracket {@code [}
     * @param closeBracket {@code ]}
     * @param dot {@code .}
     * @param comma {@code ,}
     * @param equal {@code =}
     * @param star {@code *}
     */
    public record Marks(
            int identifier,
            int string,
            int number,
            int operator,
            int sign,
            int openParen,
            int closeParen,
            int openBracket,
            int closeBracket,
            int dot,
            int comma,
            int equal,
            int star) {}
}
