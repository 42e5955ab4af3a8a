package io.github.migralint.rules;

import io.github.migralint.rule.Rule;
import io.github.migralint.rules.compatibility.DefaultChanged;
import io.github.migralint.rules.compatibility.DefaultRemovedTooEarly;
import io.github.migralint.rules.compatibility.NotNullRemoved;
import io.github.migralint.rules.compatibility.NotNullWithoutBackfill;
import io.github.migralint.rules.compatibility.RenameWithoutExpandContract;
import io.github.migralint.rules.compatibility.TypeChangeSeenByClients;
import io.github.migralint.rules.data.CascadingDrop;
import io.github.migralint.rules.data.DeleteWithoutWhere;
import io.github.migralint.rules.data.ImmediateColumnDrop;
import io.github.migralint.rules.data.ImmediateTableDrop;
import io.github.migralint.rules.data.NarrowingTypeChange;
import io.github.migralint.rules.data.SchemaDropped;
import io.github.migralint.rules.data.TruncatedTable;
import io.github.migralint.rules.data.UpdateWithoutWhere;
import io.github.migralint.rules.history.SuppressionWithoutReason;
import io.github.migralint.rules.history.UnusedSuppression;
import io.github.migralint.rules.locking.AutoIncrementColumnRewrite;
import io.github.migralint.rules.locking.BlockingIndexCreation;
import io.github.migralint.rules.locking.BlockingIndexDrop;
import io.github.migralint.rules.locking.BlockingUniqueConstraint;
import io.github.migralint.rules.locking.CheckValidatedUnderLock;
import io.github.migralint.rules.locking.ColumnDefaultRewrite;
import io.github.migralint.rules.locking.ColumnTypeIndexRebuild;
import io.github.migralint.rules.locking.ColumnTypeRewrite;
import io.github.migralint.rules.locking.ConstrainedDomainColumnRewrite;
import io.github.migralint.rules.locking.ForeignKeyValidatedUnderLock;
import io.github.migralint.rules.locking.NotNullScan;
import io.github.migralint.rules.locking.StoredGeneratedColumnRewrite;
import io.github.migralint.rules.robustness.MissingObject;
import io.github.migralint.rules.robustness.ObjectAlreadyExists;
import io.github.migralint.rules.robustness.StatementWillFail;
import io.github.migralint.rules.robustness.UnsupportedSyntax;
import io.github.migralint.rules.transaction.ForbiddenInTransaction;
import io.github.migralint.rules.transaction.PrematureEnumValueUse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The catalogue of rules: one line each, sorted by id. */
public final class Rules {
    private Rules() {}

    /** All rules, sorted by id. */
    public static List<Rule> all() {
        return List.of(
                new AutoIncrementColumnRewrite(),
                new BlockingIndexCreation(),
                new BlockingIndexDrop(),
                new BlockingUniqueConstraint(),
                new CascadingDrop(),
                new CheckValidatedUnderLock(),
                new ColumnDefaultRewrite(),
                new ColumnTypeIndexRebuild(),
                new ColumnTypeRewrite(),
                new ConstrainedDomainColumnRewrite(),
                new DefaultChanged(),
                new DefaultRemovedTooEarly(),
                new DeleteWithoutWhere(),
                new ForbiddenInTransaction(),
                new ForeignKeyValidatedUnderLock(),
                new ImmediateColumnDrop(),
                new ImmediateTableDrop(),
                new MissingObject(),
                new NarrowingTypeChange(),
                new NotNullRemoved(),
                new NotNullScan(),
                new NotNullWithoutBackfill(),
                new ObjectAlreadyExists(),
                new PrematureEnumValueUse(),
                new RenameWithoutExpandContract(),
                new SchemaDropped(),
                new StatementWillFail(),
                new StoredGeneratedColumnRewrite(),
                new SuppressionWithoutReason(),
                new TruncatedTable(),
                new TypeChangeSeenByClients(),
                new UnsupportedSyntax(),
                new UnusedSuppression(),
                new UpdateWithoutWhere());
    }

    /** The rule of that id. */
    public static Optional<Rule> rule(String id) {
        return all().stream().filter(rule -> rule.info().id().equals(id)).findFirst();
    }

    /** The page of a rule, in Markdown: why it is dangerous, how to do it safely, and examples. */
    public static Optional<String> page(String id) {
        return rule(id).map(Rules::page);
    }

    private static String page(Rule rule) {
        String name = rule.getClass().getSimpleName() + ".md";
        try (InputStream page = rule.getClass().getResourceAsStream(name)) {
            if (page == null) {
                throw new IllegalStateException("no page " + name);
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
