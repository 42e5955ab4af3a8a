package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterAction.AddColumn;
import io.github.migralint.ast.AlterAction.AddConstraint;
import io.github.migralint.ast.AlterAction.AlterConstraint;
import io.github.migralint.ast.AlterAction.DropColumn;
import io.github.migralint.ast.AlterAction.DropConstraint;
import io.github.migralint.ast.AlterAction.DropDefault;
import io.github.migralint.ast.AlterAction.OtherAction;
import io.github.migralint.ast.AlterAction.SetDefault;
import io.github.migralint.ast.AlterAction.SetOptions;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.IndexDefinition;
import io.github.migralint.ast.LikeClause;
import io.github.migralint.ast.MysqlAction.AddIndex;
import io.github.migralint.ast.MysqlAction.ConvertCharset;
import io.github.migralint.ast.MysqlAction.DropIndex;
import io.github.migralint.ast.MysqlAction.ModifyColumn;
import io.github.migralint.ast.MysqlAction.OrderRows;
import io.github.migralint.ast.MysqlAction.Rebuild;
import io.github.migralint.ast.MysqlAction.RenameColumn;
import io.github.migralint.ast.MysqlAction.RenameIndex;
import io.github.migralint.ast.MysqlAction.RenameTo;
import io.github.migralint.ast.MysqlAction.SetColumnVisibility;
import io.github.migralint.ast.MysqlAction.SetIndexVisibility;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.OnlineOptions;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.ast.TableElement;
import io.github.migralint.dialect.mysql.MysqlParser.AdditionContext;
import io.github.migralint.dialect.mysql.MysqlParser.AlterActionContext;
import io.github.migralint.dialect.mysql.MysqlParser.AlterObjectContext;
import io.github.migralint.dialect.mysql.MysqlParser.AlterationContext;
import io.github.migralint.dialect.mysql.MysqlParser.ConversionContext;
import io.github.migralint.dialect.mysql.MysqlParser.OnlineContext;
import io.github.migralint.dialect.mysql.MysqlParser.RemovalContext;
import io.github.migralint.dialect.mysql.MysqlParser.RenamingContext;
import io.github.migralint.dialect.mysql.MysqlParser.VisibilityContext;
import io.github.migralint.dialect.mysql.MysqlParser.WaitingContext;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Builds ALTER TABLE. */
final class AlterTableBuilder {
    private final TreeParts parts;
    private final ColumnBuilder columns;
    private final ConstraintBuilder keys;
    private final TableBuilder tables;
    private final AlterPartitionBuilder partitions;

    AlterTableBuilder(TreeParts parts) {
        this.parts = parts;
        this.columns = new ColumnBuilder(parts);
        this.keys = new ConstraintBuilder(parts);
        this.tables = new TableBuilder(parts);
        this.partitions = new AlterPartitionBuilder(parts);
    }

    AlterTable alter(AlterObjectContext context, Span span) {
        List<AlterAction> actions = new ArrayList<>();
        List<OnlineContext> online = new ArrayList<>();
        var list = context.alterActions();
        if (list != null) {
            for (AlterActionContext action : list.alterAction()) {
                if (action.online() != null) {
                    online.add(action.online());
                } else {
                    add(action, actions);
                }
            }
            if (list.partitioning() != null) {
                actions.add(partitions.partitionBy(list.partitioning()));
            } else if (list.REMOVE() != null) {
                int end = TreeParts.to(list);
                actions.add(partitions.removePartitioning(parts.tokens().span(end - 2, end)));
            }
        }
        return new AlterTable(
                ObjectKind.TABLE,
                parts.name(context.anyName()),
                false,
                context.ifExists() != null,
                actions,
                context.IGNORE() != null,
                online(online, context.waiting(), context.ONLINE() == null ? null : context),
                span);
    }

    /** What the clauses demand; {@code ONLINE} says LOCK=NONE. */
    OnlineOptions online(
            List<OnlineContext> clauses, @Nullable WaitingContext waiting, @Nullable ParserRuleContext saidOnline) {
        Optional<Option> algorithm = Optional.empty();
        Optional<Option> lock = Optional.ofNullable(saidOnline)
                .map(whole ->
                        new Option("lock", Optional.of("none"), parts.tokens().span(1, 2)));
        for (OnlineContext clause : clauses) {
            String value = parts.tokens().word(TreeParts.to(clause) - 1);
            if (clause.ALGORITHM() != null) {
                algorithm = Optional.of(new Option("algorithm", Optional.of(value), parts.span(clause)));
            } else {
                lock = Optional.of(new Option("lock", Optional.of(value), parts.span(clause)));
            }
        }
        return new OnlineOptions(algorithm, lock, Optional.ofNullable(waiting).map(this::waiting));
    }

    private Option waiting(WaitingContext context) {
        return context.NOWAIT() != null
                ? new Option("nowait", Optional.of("0"), parts.span(context))
                : new Option("wait", Optional.of(context.NUMBER().getText()), parts.span(context));
    }

    private void add(AlterActionContext context, List<AlterAction> actions) {
        if (context.addition() != null) {
            addition(context.addition(), parts.span(context), actions);
        } else {
            actions.add(action(context, parts.span(context)));
        }
    }

    private AlterAction action(AlterActionContext context, Span span) {
        if (context.removal() != null) {
            return removal(context.removal(), span);
        }
        if (context.columnDefinition() != null) {
            return modify(context, span);
        }
        if (context.alteration() != null) {
            return alteration(context.alteration(), span);
        }
        if (context.renaming() != null) {
            return renaming(context.renaming(), span);
        }
        if (context.conversion() != null) {
            return conversion(context.conversion(), span);
        }
        if (context.partitionChange() != null) {
            return partitions.change(context.partitionChange(), span);
        }
        if (context.partitionNames() != null) {
            return partitions.tablespace(context.partitionNames(), context.DISCARD() != null, span);
        }
        return rest(context, span);
    }

    private AlterAction rest(AlterActionContext context, Span span) {
        if (!context.orderColumn().isEmpty()) {
            List<Identifier> by = context.orderColumn().stream()
                    .map(column -> parts.name(column.anyName()).last())
                    .toList();
            return new OrderRows(by, span);
        }
        if (!context.tableOption().isEmpty()) {
            return new SetOptions(tables.options(context.tableOption()), false, span);
        }
        return context.FORCE() != null ? new Rebuild(span) : other(context, span);
    }

    private OtherAction other(ParserRuleContext context, Span span) {
        return new OtherAction(parts.words(context), Optional.empty(), parts.run(context), span);
    }

    private void addition(AdditionContext context, Span span, List<AlterAction> actions) {
        boolean ifNotExists = context.ifNotExists() != null;
        if (context.columnDefinition() != null) {
            ColumnDefinition column = columns.column(context.columnDefinition());
            actions.add(new AddColumn(column, ifNotExists, false, columns.position(context.position()), span));
        } else if (!context.tableElement().isEmpty()) {
            for (TableElement element : tables.elements(context.tableElement())) {
                actions.add(addition(element, ifNotExists));
            }
        } else if (context.index() != null) {
            boolean missing = context.index().ifNotExists() != null;
            actions.add(new AddIndex(keys.index(context.index()), missing, span));
        } else if (context.tableConstraint() != null) {
            boolean missing = ConstraintBuilder.ifNotExists(context.tableConstraint());
            actions.add(new AddConstraint(keys.constraint(context.tableConstraint()), missing, span));
        } else if (context.PARTITION() != null) {
            actions.add(partitions.add(context, span));
        } else if (context.period() != null) {
            actions.add(new SetOptions(List.of(tables.period(context.period())), false, span));
        } else {
            actions.add(new SetOptions(List.of(parts.option("system versioning", context)), false, span));
        }
    }

    private static AlterAction addition(TableElement element, boolean ifNotExists) {
        return switch (element) {
            case ColumnDefinition column -> new AddColumn(column, ifNotExists, false, Optional.empty(), column.span());
            case IndexDefinition index -> new AddIndex(index, false, index.span());
            case TableConstraint constraint -> new AddConstraint(constraint, constraint.span());
            case LikeClause like -> throw new IllegalArgumentException("ALTER TABLE has no LIKE");
        };
    }

    private AlterAction modify(AlterActionContext context, Span span) {
        ColumnDefinition definition = columns.column(context.columnDefinition());
        Identifier column = context.colId() == null ? definition.name() : parts.identifier(context.colId());
        return new ModifyColumn(
                column, definition, context.ifExists() != null, columns.position(context.position()), span);
    }

    private AlterAction removal(RemovalContext context, Span span) {
        boolean ifExists = context.ifExists() != null;
        if (context.PRIMARY() != null) {
            int word = TreeParts.to(context) - (context.CONSTRAINT() == null ? 2 : 1);
            var primary = new Identifier("PRIMARY", false, parts.tokens().span(word, word + 1));
            return new DropConstraint(primary, ifExists, false, Optional.of(TableConstraint.Kind.PRIMARY_KEY), span);
        }
        if (context.PARTITION() != null) {
            return partitions.drop(context, span);
        }
        if (context.VERSIONING() != null) {
            return new SetOptions(List.of(parts.option("system versioning", context)), true, span);
        }
        Identifier name = parts.identifier(context.colId());
        if (context.PERIOD() != null) {
            return new SetOptions(List.of(parts.option("period for " + name.value(), context)), true, span);
        }
        if (context.FOREIGN() != null) {
            return new DropConstraint(name, ifExists, false, Optional.of(TableConstraint.Kind.FOREIGN_KEY), span);
        }
        if (context.CHECK() != null) {
            return new DropConstraint(name, ifExists, false, Optional.of(TableConstraint.Kind.CHECK), span);
        }
        if (context.CONSTRAINT() != null) {
            return new DropConstraint(name, ifExists, false, span);
        }
        return context.INDEX() != null || context.KEY() != null
                ? new DropIndex(name, ifExists, span)
                : new DropColumn(name, ifExists, context.CASCADE() != null, span);
    }

    private AlterAction alteration(AlterationContext context, Span span) {
        Identifier name = parts.identifier(context.colId());
        if (context.visibility() != null) {
            return new SetIndexVisibility(name, isVisible(context.visibility()), span);
        }
        if (context.enforcement() != null) {
            boolean enforced = context.enforcement().NOT() == null;
            return new AlterConstraint(
                    name, Optional.empty(), Optional.empty(), Optional.of(enforced), Optional.empty(), span);
        }
        var change = context.columnAlteration();
        if (change.defaultValue() != null) {
            return new SetDefault(name, parts.expression(change.defaultValue()), span);
        }
        return change.DROP() != null
                ? new DropDefault(name, span)
                : new SetColumnVisibility(name, change.VISIBLE() != null, span);
    }

    private static boolean isVisible(VisibilityContext context) {
        return context.VISIBLE() != null || (context.IGNORED() != null && context.NOT() != null);
    }

    private AlterAction renaming(RenamingContext context, Span span) {
        boolean ifExists = context.ifExists() != null;
        if (context.anyName() != null) {
            return new RenameTo(parts.name(context.anyName()), span);
        }
        Identifier name = parts.identifier(context.colId(0));
        Identifier newName = parts.identifier(context.colId(1));
        return context.COLUMN() != null
                ? new RenameColumn(name, newName, ifExists, span)
                : new RenameIndex(name, newName, ifExists, span);
    }

    private AlterAction conversion(ConversionContext context, Span span) {
        if (context.charset() == null) {
            return partitions.conversion(context, span);
        }
        boolean standard = context.charsetName(0).DEFAULT() != null;
        Optional<String> charset = standard ? Optional.empty() : Optional.of(parts.folded(context.charsetName(0)));
        Optional<String> collation =
                context.COLLATE() == null ? Optional.empty() : Optional.of(parts.folded(context.charsetName(1)));
        return new ConvertCharset(charset, collation, span);
    }
}
