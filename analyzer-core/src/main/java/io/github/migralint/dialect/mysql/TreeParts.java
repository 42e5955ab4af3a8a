package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.TypeName;
import io.github.migralint.dialect.grammar.Folding;
import io.github.migralint.dialect.grammar.RelationScan;
import io.github.migralint.dialect.grammar.SyntaxParts;
import io.github.migralint.dialect.mysql.MysqlParser.AccountContext;
import io.github.migralint.dialect.mysql.MysqlParser.ColumnListContext;
import io.github.migralint.dialect.mysql.MysqlParser.NameListContext;
import io.github.migralint.dialect.mysql.MysqlParser.StringContext;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Builds the small parts that all statements share: names, types, values, options. */
final class TreeParts extends SyntaxParts<StatementTokens> {
    TreeParts(StatementTokens tokens) {
        super(tokens, WordTypes.GRAMMAR);
    }

    List<Identifier> columns(@Nullable ColumnListContext list) {
        return list == null ? List.of() : identifiers(list.colId());
    }

    List<Identifier> names(@Nullable NameListContext list) {
        return list == null ? List.of() : identifiers(list.colId());
    }

    /** A reference to an object by its name only. */
    ObjectReference reference(ParserRuleContext part) {
        return reference(name(part));
    }

    /** The same for a name that was built already. */
    static ObjectReference reference(QualifiedName name) {
        return new ObjectReference(name, Optional.empty(), Optional.empty(), name.span());
    }

    TypeName type(ParserRuleContext part) {
        return TypeNames.read(tokens(), from(part));
    }

    /** A query in a range of tokens, with the relations it reads. */
    Query query(int from, int to) {
        RelationScan.Found found = RelationScan.scan(tokens(), WordTypes.GRAMMAR, from, to);
        return new Query(tokens().run(from, to), found.reads(), found.writes(), tokens().span(from, to));
    }

    Query query(ParserRuleContext part) {
        return query(from(part), to(part));
    }

    /** The text of string literals, which are one when they follow each other. */
    String text(StringContext part) {
        var text = new StringBuilder();
        for (Token token : run(part)) {
            text.append(Literals.text(token.text()));
        }
        return text.toString();
    }

    /** The value of a part: without quotes if it is a literal or a name, else as written. */
    String value(ParserRuleContext part) {
        return value(from(part), to(part));
    }

    /** The same of a range of tokens. */
    String value(int from, int to) {
        var text = new StringBuilder();
        for (Token token : tokens().run(from, to)) {
            boolean literal = token.kind() == TokenKind.STRING || token.kind() == TokenKind.QUOTED_IDENTIFIER;
            String value = literal ? Literals.text(token.text()) : token.text();
            boolean tight = literal || token.isSymbol("(") || token.isSymbol(")") || isOpen(text);
            text.append(text.isEmpty() || tight ? "" : " ").append(value);
        }
        return text.toString();
    }

    private static boolean isOpen(StringBuilder before) {
        return !before.isEmpty() && "-+(".indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    /** A named value. */
    Option option(String name, ParserRuleContext value, ParserRuleContext whole) {
        return new Option(name, Optional.of(value(value)), span(whole));
    }

    /** A name that says all by itself. */
    Option option(String name, ParserRuleContext whole) {
        return new Option(name, Optional.empty(), span(whole));
    }

    /** An account as it is written, without quotes: {@code root@localhost}. */
    String account(AccountContext part) {
        var text = new StringBuilder();
        for (Token token : run(part)) {
            boolean host = token.kind() == TokenKind.VARIABLE;
            text.append(host ? "@" + Literals.text(token.text().substring(1)) : Literals.text(token.text()));
        }
        return text.toString();
    }

    /** A reference by a text that is no plain name. */
    ObjectReference reference(String text, ParserRuleContext part) {
        var name = QualifiedName.of(new Identifier(text, true, span(part)));
        return new ObjectReference(name, Optional.empty(), Optional.empty(), span(part));
    }

    /** A word in small letters, as options are named and compared. */
    String folded(ParserRuleContext part) {
        return Folding.fold(value(part));
    }
}
