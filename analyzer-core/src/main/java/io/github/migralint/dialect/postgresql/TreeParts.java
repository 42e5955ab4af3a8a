package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.SequenceOptions;
import io.github.migralint.ast.TypeName;
import io.github.migralint.dialect.grammar.RelationScan;
import io.github.migralint.dialect.grammar.SyntaxParts;
import io.github.migralint.dialect.postgresql.PostgresqlParser.AnyNameContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.ColumnListContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.GenericOptionsContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.OptionListContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.RoleContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.SequenceOptionContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.SignatureContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.UtilityOptionsContext;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Builds the small parts that all statements share: names, types, expressions, options. */
final class TreeParts extends SyntaxParts<StatementTokens> {
    TreeParts(StatementTokens tokens) {
        super(tokens, WordTypes.GRAMMAR);
    }

    List<Identifier> columns(@Nullable ColumnListContext list) {
        return list == null ? List.of() : identifiers(list.colId());
    }

    List<QualifiedName> names(List<AnyNameContext> parts) {
        return parts.stream().map(this::name).toList();
    }

    /** A reference to an object by its name only. */
    ObjectReference reference(ParserRuleContext part) {
        return new ObjectReference(name(part), Optional.empty(), Optional.empty(), span(part));
    }

    /** A reference to a routine with its argument types, where they are written. */
    ObjectReference reference(SignatureContext part) {
        return new ObjectReference(
                name(part.functionName()),
                Optional.empty(),
                Optional.ofNullable(part.argumentTypes()).map(this::argumentTypes),
                span(part));
    }

    List<TypeName> argumentTypes(ParserRuleContext group) {
        return new Arguments(tokens()).inputTypes(from(group) + 1, to(group) - 1);
    }

    List<String> argumentNames(ParserRuleContext group) {
        return new Arguments(tokens()).inputNames(from(group) + 1, to(group) - 1);
    }

    TypeName type(ParserRuleContext part) {
        return TypeNames.read(tokens(), from(part));
    }

    Query query(ParserRuleContext part) {
        return query(from(part), to(part));
    }

    /** A query in a range of tokens, with the relations it reads. */
    Query query(int from, int to) {
        RelationScan.Found found = RelationScan.scan(tokens(), WordTypes.GRAMMAR, from, to);
        return new Query(tokens().run(from, to), found.reads(), found.writes(), tokens().span(from, to));
    }

    /** The text of a string literal. */
    String text(ParserRuleContext part) {
        return Literals.text(tokens().token(from(part)).text());
    }

    /** The value of one or more tokens: without quotes if it is a literal or a name, else as written. */
    String value(int from, int to) {
        if (to == from + 1) {
            Token token = tokens().token(from);
            boolean literal = token.kind() == TokenKind.STRING || token.kind() == TokenKind.QUOTED_IDENTIFIER;
            return literal ? Literals.text(token.text()) : token.text();
        }
        var text = new StringBuilder();
        for (Token token : tokens().run(from, to)) {
            text.append(text.isEmpty() || tight(token, text) ? "" : " ").append(token.text());
        }
        return text.toString();
    }

    private static boolean tight(Token token, StringBuilder before) {
        return token.kind() == TokenKind.NUMBER
                && (before.toString().equals("-") || before.toString().equals("+"));
    }

    List<Option> options(@Nullable OptionListContext list) {
        if (list == null) {
            return List.of();
        }
        List<Option> options = new ArrayList<>();
        for (var option : list.option()) {
            options.add(new Option(
                    name(option.optionName()).toString(),
                    Optional.ofNullable(option.optionValue()).map(value -> value(from(value), to(value))),
                    span(option)));
        }
        return options;
    }

    /** Options of commands such as VACUUM, whose values follow without a sign. */
    List<Option> options(@Nullable UtilityOptionsContext list) {
        if (list == null) {
            return List.of();
        }
        List<Option> options = new ArrayList<>();
        for (var option : list.utilityOption()) {
            int valueFrom = to(option.utilityOptionName());
            int valueTo = to(option);
            options.add(new Option(
                    identifier(option.utilityOptionName()).value(),
                    valueTo > valueFrom ? Optional.of(value(valueFrom, valueTo)) : Optional.empty(),
                    span(option)));
        }
        return options;
    }

    List<Option> options(@Nullable GenericOptionsContext list) {
        if (list == null) {
            return List.of();
        }
        return list.genericOption().stream()
                .map(option -> new Option(
                        identifier(option.label()).value(),
                        Optional.ofNullable(option.string()).map(this::text),
                        span(option)))
                .toList();
    }

    SequenceOptions sequenceOptions(List<SequenceOptionContext> parts) {
        List<Option> options = new ArrayList<>();
        Optional<QualifiedName> owner = Optional.empty();
        for (SequenceOptionContext part : parts) {
            options.add(sequenceOption(part));
            if (part.OWNED() != null) {
                QualifiedName name = name(part.anyName());
                boolean none = name.parts().size() == 1 && name.name().equals("none");
                owner = none ? Optional.empty() : Optional.of(name);
            }
        }
        return new SequenceOptions(options, owner);
    }

    private Option sequenceOption(SequenceOptionContext part) {
        int from = from(part);
        boolean no = part.NO() != null;
        String name = no
                ? "no " + tokens().word(from + 1)
                : part.OWNED() != null ? "owned by" : part.SEQUENCE() != null ? "sequence name" : tokens().word(from);
        return new Option(name, sequenceValue(part), span(part));
    }

    private Optional<String> sequenceValue(SequenceOptionContext part) {
        ParserRuleContext value = part.signedNumber() != null
                ? part.signedNumber()
                : part.typeName() != null ? part.typeName() : part.anyName();
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(
                part.typeName() != null
                        ? type(value).toString()
                        : part.anyName() != null ? name(value).toString() : value(from(value), to(value)));
    }

    /** The roles of a list; {@code public} is one of them. */
    List<String> roles(List<RoleContext> roles) {
        return roles.stream().map(role -> identifier(role).value()).toList();
    }
}
