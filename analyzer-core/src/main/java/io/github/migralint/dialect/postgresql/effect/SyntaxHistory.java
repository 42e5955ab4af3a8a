package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterDomain;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.ConstraintAttributes;
import io.github.migralint.ast.CreateFunction;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.CreateSequence;
import io.github.migralint.ast.CreateStatistics;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.CreateTrigger;
import io.github.migralint.ast.CreateView;
import io.github.migralint.ast.Delete;
import io.github.migralint.ast.ForeignKeyTarget;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.Merge;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.RefreshMaterializedView;
import io.github.migralint.ast.Reindex;
import io.github.migralint.ast.Rename;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.ast.TableElement;
import io.github.migralint.ast.Update;
import io.github.migralint.ast.Vacuum;
import io.github.migralint.dialect.Version;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Since when a form of a statement is in the grammar of the server. */
final class SyntaxHistory {
    private final Version version;
    private final Acts acts;

    private SyntaxHistory(Version version, Acts acts) {
        this.version = version;
        this.acts = acts;
    }

    /** An error where the version does not know the syntax. */
    static void refuse(Statement statement, Version version, Acts acts) {
        var history = new SyntaxHistory(version, acts);
        history.check(statement);
        query(statement).ifPresent(history::check);
    }

    private void since(int major, String syntax) {
        if (version.major() < major) {
            acts.failForVersion("42601", syntax + " is known since PostgreSQL " + major + ".");
        }
    }

    private static Optional<Query> query(Statement statement) {
        return switch (statement) {
            case Select s -> Optional.of(s.query());
            case Insert s -> Optional.of(s.query());
            case Update s -> Optional.of(s.query());
            case Delete s -> Optional.of(s.query());
            case CreateView s -> Optional.of(s.query());
            case CreateTableAs s -> Optional.of(s.query());
            default -> Optional.empty();
        };
    }

    private void check(Query query) {
        if (version.major() < 16 && NamelessSubqueries.in(query.tokens())) {
            since(16, "A subquery in FROM without a name");
        }
    }

    private void check(Statement statement) {
        switch (statement) {
            case AlterTable s -> s.actions().forEach(this::action);
            case CreateTable s -> s.elements().forEach(this::element);
            case CreateIndex s -> {
                if (s.nullsNotDistinct()) {
                    since(15, "NULLS NOT DISTINCT");
                }
            }
            case CreateTrigger s -> {
                if (s.replace()) {
                    since(14, "CREATE OR REPLACE TRIGGER");
                }
            }
            case CreateStatistics s -> {
                if (s.name().isEmpty()) {
                    since(16, "CREATE STATISTICS without a name");
                }
            }
            case CreateSequence s -> {
                if (s.persistence() == Persistence.UNLOGGED && version.major() < 15) {
                    acts.failForVersion("0A000", "Unlogged sequences are known since PostgreSQL 15.");
                }
            }
            case RefreshMaterializedView s -> {
                if (s.concurrently() && !s.withData()) {
                    acts.fail("42601", "CONCURRENTLY and WITH NO DATA exclude each other.");
                }
            }
            case CreateFunction s -> {
                if (s.body().filter(body -> !body.tokens().isEmpty()).isPresent()) {
                    since(14, "A body that is not a string");
                }
            }
            case AlterDomain s -> {
                if (s.action() == AlterDomain.Action.ADD_NOT_NULL) {
                    since(17, "ALTER DOMAIN … ADD NOT NULL");
                }
            }
            case Merge s -> merge(s);
            case Reindex s -> reindex(s);
            case Vacuum s -> vacuum(s);
            case Rename s -> {
                if (s.kind() == ObjectKind.COLUMN && s.ownerKind() == ObjectKind.INDEX) {
                    acts.fail("42601", "ALTER INDEX cannot rename columns.");
                }
                boolean viewColumn = s.kind() == ObjectKind.COLUMN && s.ownerKind() == ObjectKind.VIEW;
                if (viewColumn) {
                    since(13, "ALTER VIEW … RENAME COLUMN");
                }
            }
            case OtherStatement s -> {
                boolean undone = s.kind().equals("AlterObjectDependsStmt")
                        && s.tokens().stream().anyMatch(token -> token.isWord("no"));
                if (undone) {
                    since(13, "NO DEPENDS ON EXTENSION");
                }
                if (s.kind().equals("AlterStatsStmt")) {
                    since(13, "ALTER STATISTICS … SET STATISTICS");
                }
            }
            default -> {}
        }
    }

    private void merge(Merge statement) {
        since(15, "MERGE");
        if (statement.bySource()) {
            since(17, "WHEN NOT MATCHED BY SOURCE");
        }
        if (statement.returning()) {
            since(17, "MERGE … RETURNING");
        }
    }

    private static final Map<String, Integer> VACUUM_OPTIONS = Map.ofEntries(
            Map.entry("full", 0),
            Map.entry("freeze", 0),
            Map.entry("verbose", 0),
            Map.entry("analyze", 0),
            Map.entry("analyse", 0),
            Map.entry("disable_page_skipping", 0),
            Map.entry("skip_locked", 0),
            Map.entry("index_cleanup", 12),
            Map.entry("truncate", 12),
            Map.entry("parallel", 13),
            Map.entry("process_toast", 14),
            Map.entry("process_main", 16),
            Map.entry("skip_database_stats", 16),
            Map.entry("only_database_stats", 16),
            Map.entry("buffer_usage_limit", 16));
    private static final Set<String> ANALYZE_OPTIONS = Set.of("verbose", "skip_locked", "buffer_usage_limit");

    private void vacuum(Vacuum statement) {
        if (statement.targets().stream().anyMatch(Vacuum.Target::only)) {
            since(18, "VACUUM or ANALYZE of ONLY a table");
        }
        for (var option : statement.options()) {
            boolean known = statement.vacuum()
                    ? VACUUM_OPTIONS.containsKey(option.name())
                    : ANALYZE_OPTIONS.contains(option.name());
            if (!known) {
                acts.fail("42601", "There is no option " + option.name() + ".");
            } else {
                since(VACUUM_OPTIONS.getOrDefault(option.name(), 0), "Option " + option.name());
            }
        }
    }

    private void reindex(Reindex statement) {
        for (var option : statement.options()) {
            if (option.name().equals("tablespace") || option.name().equals("concurrently")) {
                since(14, "REINDEX (" + option.name().toUpperCase(Locale.ROOT) + ")");
            }
        }
    }

    private void action(AlterAction action) {
        switch (action) {
            case AlterAction.AddColumn a -> column(a.column());
            case AlterAction.AddConstraint a -> constraint(a.constraint());
            case AlterAction.AlterConstraint a -> {
                if (a.enforced().isPresent()) {
                    since(18, "ALTER CONSTRAINT … ENFORCED");
                }
                if (a.inherit().isPresent()) {
                    since(18, "ALTER CONSTRAINT … INHERIT");
                }
            }
            case AlterAction.DetachPartition a -> {
                if (a.concurrently() || a.finalizing()) {
                    since(14, "DETACH PARTITION … CONCURRENTLY");
                }
            }
            case AlterAction.OtherAction a -> {
                if (a.kind().equals("AT_SplitPartition") || a.kind().equals("AT_MergePartitions")) {
                    since(19, "SPLIT PARTITION and MERGE PARTITIONS");
                }
            }
            case AlterAction.SetCompression ignored -> since(14, "SET COMPRESSION");
            case AlterAction.SetExpression ignored -> since(17, "SET EXPRESSION");
            case AlterAction.DropExpression ignored -> since(13, "DROP EXPRESSION");
            case AlterAction.SetAccessMethod a -> {
                since(15, "SET ACCESS METHOD");
                if (a.method().isEmpty()) {
                    since(17, "SET ACCESS METHOD DEFAULT");
                }
            }
            case AlterAction.SetStorage a -> {
                if (a.storage().equalsIgnoreCase("default")) {
                    since(16, "SET STORAGE DEFAULT");
                }
            }
            case AlterAction.SetStatistics a -> {
                if (a.target().equalsIgnoreCase("default")) {
                    since(17, "SET STATISTICS DEFAULT");
                }
            }
            default -> {}
        }
    }

    private void element(TableElement element) {
        switch (element) {
            case ColumnDefinition column -> column(column);
            case TableConstraint constraint -> constraint(constraint);
            default -> {}
        }
    }

    private void column(ColumnDefinition column) {
        if (column.storage().isPresent()) {
            since(16, "STORAGE in a column definition");
        }
        if (column.compression().isPresent()) {
            since(14, "COMPRESSION in a column definition");
        }
        for (ColumnConstraint constraint : column.constraints()) {
            if (constraint.kind() == ColumnConstraint.Kind.GENERATED && !constraint.stored()) {
                since(18, "A virtual generated column");
            }
            if (constraint.kind() == ColumnConstraint.Kind.NOT_NULL && constraint.noInherit()) {
                since(18, "NOT NULL NO INHERIT");
            }
            if (constraint.nullsNotDistinct()) {
                since(15, "NULLS NOT DISTINCT");
            }
            constraint.references().ifPresent(this::references);
            enforced(constraint.attributes());
        }
    }

    private void references(ForeignKeyTarget target) {
        if (!target.deleteColumns().isEmpty()) {
            since(15, "ON DELETE SET NULL with columns");
        }
    }

    private void constraint(TableConstraint constraint) {
        if (constraint.kind() == TableConstraint.Kind.NOT_NULL) {
            since(18, "NOT NULL as a table constraint");
        }
        if (constraint.nullsNotDistinct()) {
            since(15, "NULLS NOT DISTINCT");
        }
        if (constraint.period()) {
            since(18, constraint.kind() == TableConstraint.Kind.FOREIGN_KEY ? "PERIOD" : "WITHOUT OVERLAPS");
        }
        constraint.references().ifPresent(this::references);
        enforced(constraint.attributes());
    }

    private void enforced(ConstraintAttributes attributes) {
        if (attributes.enforcementSaid()) {
            since(18, "ENFORCED");
        }
    }
}
