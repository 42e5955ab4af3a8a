package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.CreateView;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.mysql.MysqlParser.AlterObjectContext;
import io.github.migralint.dialect.mysql.MysqlParser.AnyNameContext;
import io.github.migralint.dialect.mysql.MysqlParser.CheckOptionContext;
import io.github.migralint.dialect.mysql.MysqlParser.ColumnListContext;
import io.github.migralint.dialect.mysql.MysqlParser.CreateViewContext;
import io.github.migralint.dialect.mysql.MysqlParser.QueryContext;
import io.github.migralint.dialect.mysql.MysqlParser.ViewAttributeContext;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds views. ALTER VIEW is a CREATE OR REPLACE with the option {@code alter}: it fails where there is no view. */
final class ViewBuilder {
    private final TreeParts parts;

    ViewBuilder(TreeParts parts) {
        this.parts = parts;
    }

    Statement create(CreateViewContext context, List<ViewAttributeContext> attributes, boolean replace, Span span) {
        List<Option> options = options(attributes, context.checkOption());
        if (context.ifNotExists() != null) {
            options.add(parts.option("if not exists", context.ifNotExists()));
        }
        return view(
                context.anyName(), replace, context.columnList(), options, context.query(), definer(attributes), span);
    }

    Statement alter(AlterObjectContext context, Span span) {
        List<Option> options = options(context.viewAttribute(), context.checkOption());
        options.add(parts.option("alter", context));
        return view(
                context.anyName(),
                true,
                context.columnList(),
                options,
                context.query(),
                definer(context.viewAttribute()),
                span);
    }

    private Statement view(
            AnyNameContext name,
            boolean replace,
            @Nullable ColumnListContext columns,
            List<Option> options,
            QueryContext query,
            Optional<String> definer,
            Span span) {
        return new CreateView(
                parts.name(name),
                replace,
                Persistence.PERMANENT,
                parts.columns(columns),
                options,
                parts.query(query),
                definer,
                span);
    }

    private List<Option> options(List<ViewAttributeContext> attributes, @Nullable CheckOptionContext check) {
        List<Option> options = new ArrayList<>();
        for (ViewAttributeContext attribute : attributes) {
            if (attribute.colId() != null) {
                String name = attribute.SQL() != null ? "sql security" : "algorithm";
                options.add(new Option(name, Optional.of(parts.folded(attribute.colId())), parts.span(attribute)));
            }
        }
        if (check != null) {
            String kind = check.LOCAL() != null ? "local" : "cascaded";
            options.add(new Option("check_option", Optional.of(kind), parts.span(check)));
        }
        return options;
    }

    /** The account that DEFINER names. */
    Optional<String> definer(List<ViewAttributeContext> attributes) {
        return attributes.stream()
                .filter(attribute -> attribute.definer() != null)
                .map(attribute -> parts.account(attribute.definer().account()))
                .findFirst();
    }
}
