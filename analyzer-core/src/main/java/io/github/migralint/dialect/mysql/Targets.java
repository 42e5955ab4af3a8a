package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.dialect.mysql.MysqlParser.TablesContext;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Which tables of a list of tables a statement changes, by the names and aliases that it uses for them. */
final class Targets {
    private final TreeParts parts;
    private final StatementTokens tokens;
    private final List<QualifiedName> relations;
    private final Map<String, QualifiedName> byAlias = new HashMap<>();

    Targets(TreeParts parts, TablesContext context) {
        this.parts = parts;
        this.tokens = parts.tokens();
        Span span = parts.span(context);
        this.relations = parts.query(0, tokens.count()).relations().stream()
                .filter(relation -> relation.span().start() >= span.start()
                        && relation.span().end() <= span.end())
                .toList();
        Map<Integer, QualifiedName> byEnd = new HashMap<>();
        relations.forEach(relation -> byEnd.put(relation.span().end(), relation));
        for (int i = TreeParts.from(context); i < TreeParts.to(context); i++) {
            QualifiedName relation = byEnd.get(tokens.token(i).end());
            if (relation != null) {
                byAlias.putIfAbsent(alias(i + 1).orElse(relation.name()), relation);
            }
        }
    }

    private Optional<String> alias(int from) {
        int i = tokens.type(from) == MysqlParser.AS ? from + 1 : from;
        boolean word = i > from || !tokens.word(i).equals("partition");
        return word && WordTypes.isName(tokens.type(i))
                ? Optional.of(parts.identifier(i).value())
                : Optional.empty();
    }

    /** The tables of which columns are set; without a table before it a column may be one of any. */
    List<QualifiedName> assigned(ParserRuleContext assignments) {
        List<QualifiedName> written = new ArrayList<>();
        boolean begins = true;
        int start = TreeParts.from(assignments);
        for (int i = start; i < TreeParts.to(assignments); i++) {
            if (tokens.type(i) == MysqlParser.LPAREN) {
                i = tokens.closing(i);
            } else if (tokens.type(i) == MysqlParser.COMMA) {
                begins = true;
                start = i + 1;
            } else if (begins && tokens.type(i + 1) == MysqlParser.EQUALS) {
                if (i > start) {
                    add(parts.name(start, i - 1), written);
                } else {
                    relations.stream().findFirst().ifPresent(first -> addOnce(first, written));
                }
                begins = false;
            }
        }
        return written;
    }

    /** The tables that names and aliases stand for. */
    List<QualifiedName> resolved(List<QualifiedName> names) {
        List<QualifiedName> written = new ArrayList<>();
        names.forEach(name -> add(name, written));
        return written;
    }

    private void add(QualifiedName name, List<QualifiedName> written) {
        addOnce(byAlias.getOrDefault(name.name(), name), written);
    }

    private static void addOnce(QualifiedName table, List<QualifiedName> written) {
        if (!written.contains(table)) {
            written.add(table);
        }
    }
}
