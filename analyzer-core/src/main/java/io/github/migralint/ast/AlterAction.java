package io.github.migralint.ast;

import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;

/** One action of {@link AlterTable}. */
public sealed interface AlterAction extends Node
        permits AlterAction.AddColumn,
                AlterAction.DropColumn,
                AlterAction.AlterColumnType,
                AlterAction.SetDefault,
                AlterAction.DropDefault,
                AlterAction.SetNotNull,
                AlterAction.DropNotNull,
                AlterAction.SetExpression,
                AlterAction.DropExpression,
                AlterAction.AddIdentity,
                AlterAction.SetIdentity,
                AlterAction.DropIdentity,
                AlterAction.SetStatistics,
                AlterAction.SetStorage,
                AlterAction.SetCompression,
                AlterAction.SetColumnOptions,
                AlterAction.AddConstraint,
                AlterAction.AlterConstraint,
                AlterAction.ValidateConstraint,
                AlterAction.DropConstraint,
                AlterAction.ToggleTrigger,
                AlterAction.ToggleRule,
                AlterAction.SetRowSecurity,
                AlterAction.ClusterOn,
                AlterAction.SetWithoutCluster,
                AlterAction.SetWithoutOids,
                AlterAction.SetLogged,
                AlterAction.SetAccessMethod,
                AlterAction.SetTablespace,
                AlterAction.SetOptions,
                AlterAction.Inherit,
                AlterAction.OfType,
                AlterAction.NotOfType,
                AlterAction.SetOwner,
                AlterAction.SetReplicaIdentity,
                AlterAction.AttachPartition,
                AlterAction.DetachPartition,
                AlterAction.OtherAction,
                MysqlAction {

    /**
     * {@code ADD COLUMN}, {@code ADD ATTRIBUTE}.
     *
     * @param column the column
     * @param ifNotExists whether it is skipped when the column exists
     * @param cascade whether typed tables follow
     * @param position where it goes, unless behind all others
     * @param span where it stands
     */
    record AddColumn(
            ColumnDefinition column, boolean ifNotExists, boolean cascade, Optional<ColumnPosition> position, Span span)
            implements AlterAction {
        /** Behind all others. */
        public AddColumn(ColumnDefinition column, boolean ifNotExists, boolean cascade, Span span) {
            this(column, ifNotExists, cascade, Optional.empty(), span);
        }
    }

    /**
     * {@code DROP COLUMN}, {@code DROP ATTRIBUTE}.
     *
     * @param column the column
     * @param ifExists whether it is skipped when the column is missing
     * @param cascade whether dependent objects go too
     * @param span where it stands
     */
    record DropColumn(Identifier column, boolean ifExists, boolean cascade, Span span) implements AlterAction {}

    /**
     * {@code ALTER COLUMN … TYPE}.
     *
     * @param column the column
     * @param type the new type
     * @param collation the new collation
     * @param using how old values become new ones
     * @param cascade whether typed tables follow
     * @param span where it stands
     */
    record AlterColumnType(
            Identifier column,
            TypeName type,
            Optional<QualifiedName> collation,
            Optional<Expression> using,
            boolean cascade,
            Span span)
            implements AlterAction {}

    /**
     * {@code ALTER COLUMN … SET DEFAULT}.
     *
     * @param column the column
     * @param expression the new default
     * @param span where it stands
     */
    record SetDefault(Identifier column, Expression expression, Span span) implements AlterAction {}

    /**
     * {@code ALTER COLUMN … DROP DEFAULT}.
     *
     * @param column the column
     * @param span where it stands
     */
    record DropDefault(Identifier column, Span span) implements AlterAction {}

    /**
     * {@code ALTER COLUMN … SET NOT NULL}.
     *
     * @param column the column
     * @param span where it stands
     */
    record SetNotNull(Identifier column, Span span) implements AlterAction {}

    /**
     * {@code ALTER COLUMN … DROP NOT NULL}.
     *
     * @param column the column
     * @param span where it stands
     */
    record DropNotNull(Identifier column, Span span) implements AlterAction {}

    /**
     * {@code ALTER COLUMN … SET EXPRESSION}.
     *
     * @param column the column
     * @param expression the new expression
     * @param span where it stands
     */
    record SetExpression(Identifier column, Expression expression, Span span) implements AlterAction {}

    /**
     * {@code ALTER COLUMN … DROP EXPRESSION}.
     *
     * @param column the column
     * @param ifExists whether it is skipped when the column is not generated
     * @param span where it stands
     */
    record DropExpression(Identifier column, boolean ifExists, Span span) implements AlterAction {}

    /**
     * {@code ALTER COLUMN … ADD GENERATED … AS IDENTITY}.
     *
     * @param column the column
     * @param always whether values are always generated
     * @param options of its sequence
     * @param span where it stands
     */
    record AddIdentity(Identifier column, boolean always, SequenceOptions options, Span span) implements AlterAction {}

    /**
     * {@code ALTER COLUMN … SET GENERATED}, {@code RESTART} and sequence options.
     *
     * @param column the column
     * @param options what changes
     * @param always the new way of generating, if it changes
     * @param span where it stands
     */
    record SetIdentity(Identifier column, SequenceOptions options, Optional<Boolean> always, Span span)
            implements AlterAction {}

    /**
     * {@code ALTER COLUMN … DROP IDENTITY}.
     *
     * @param column the column
     * @param ifExists whether it is skipped when there is none
     * @param span where it stands
     */
    record DropIdentity(Identifier column, boolean ifExists, Span span) implements AlterAction {}

    /**
     * {@code ALTER COLUMN … SET STATISTICS}.
     *
     * @param column the column, or its number for an index
     * @param target the target as written
     * @param span where it stands
     */
    record SetStatistics(Identifier column, String target, Span span) implements AlterAction {}

    /**
     * {@code ALTER COLUMN … SET STORAGE}.
     *
     * @param column the column
     * @param storage the storage, folded
     * @param span where it stands
     */
    record SetStorage(Identifier column, String storage, Span span) implements AlterAction {}

    /**
     * {@code ALTER COLUMN … SET COMPRESSION}.
     *
     * @param column the column
     * @param method the method, folded
     * @param span where it stands
     */
    record SetCompression(Identifier column, String method, Span span) implements AlterAction {}

    /**
     * {@code ALTER COLUMN … SET (…)} and {@code RESET (…)}.
     *
     * @param column the column
     * @param options the options
     * @param reset whether they return to their defaults
     * @param span where it stands
     */
    record SetColumnOptions(Identifier column, List<Option> options, boolean reset, Span span) implements AlterAction {
        public SetColumnOptions {
            options = List.copyOf(options);
        }
    }

    /**
     * {@code ADD CONSTRAINT}, {@code ADD PRIMARY KEY} and so on.
     *
     * @param constraint the constraint
     * @param ifNotExists whether it is skipped when the constraint exists
     * @param span where it stands
     */
    record AddConstraint(TableConstraint constraint, boolean ifNotExists, Span span) implements AlterAction {
        /** Whatever exists. */
        public AddConstraint(TableConstraint constraint, Span span) {
            this(constraint, false, span);
        }
    }

    /**
     * {@code ALTER CONSTRAINT}.
     *
     * @param name the constraint
     * @param deferrable whether its check may wait, if that changes
     * @param initiallyDeferred whether its check waits by default, if that changes
     * @param enforced whether it is enforced, if that changes
     * @param inherit whether children have it, if that changes
     * @param span where it stands
     */
    record AlterConstraint(
            Identifier name,
            Optional<Boolean> deferrable,
            Optional<Boolean> initiallyDeferred,
            Optional<Boolean> enforced,
            Optional<Boolean> inherit,
            Span span)
            implements AlterAction {}

    /**
     * {@code VALIDATE CONSTRAINT}.
     *
     * @param name the constraint
     * @param span where it stands
     */
    record ValidateConstraint(Identifier name, Span span) implements AlterAction {}

    /**
     * {@code DROP CONSTRAINT}, and {@code DROP PRIMARY KEY}, {@code DROP FOREIGN KEY}, {@code DROP CHECK}.
     *
     * @param name the constraint; {@code PRIMARY} for a primary key that has no other name
     * @param ifExists whether it is skipped when the constraint is missing
     * @param cascade whether dependent objects go too
     * @param kind what kind it is said to be
     * @param span where it stands
     */
    record DropConstraint(
            Identifier name, boolean ifExists, boolean cascade, Optional<TableConstraint.Kind> kind, Span span)
            implements AlterAction {
        /** Of any kind. */
        public DropConstraint(Identifier name, boolean ifExists, boolean cascade, Span span) {
            this(name, ifExists, cascade, Optional.empty(), span);
        }
    }

    /**
     * {@code ENABLE TRIGGER} and {@code DISABLE TRIGGER}.
     *
     * @param mode on, off, always or for replicas
     * @param name the trigger; none for all or all of users
     * @param userOnly whether USER was said instead of ALL
     * @param span where it stands
     */
    record ToggleTrigger(ToggleMode mode, Optional<Identifier> name, boolean userOnly, Span span)
            implements AlterAction {}

    /**
     * {@code ENABLE RULE} and {@code DISABLE RULE}.
     *
     * @param mode on, off, always or for replicas
     * @param name the rule
     * @param span where it stands
     */
    record ToggleRule(ToggleMode mode, Identifier name, Span span) implements AlterAction {}

    /**
     * {@code ROW LEVEL SECURITY}.
     *
     * @param enabled whether it is switched on or off
     * @param forced whether it holds for the owner, if that changes
     * @param span where it stands
     */
    record SetRowSecurity(Optional<Boolean> enabled, Optional<Boolean> forced, Span span) implements AlterAction {}

    /**
     * {@code CLUSTER ON}.
     *
     * @param index the index
     * @param span where it stands
     */
    record ClusterOn(Identifier index, Span span) implements AlterAction {}

    /**
     * {@code SET WITHOUT CLUSTER}.
     *
     * @param span where it stands
     */
    record SetWithoutCluster(Span span) implements AlterAction {}

    /**
     * {@code SET WITHOUT OIDS}.
     *
     * @param span where it stands
     */
    record SetWithoutOids(Span span) implements AlterAction {}

    /**
     * {@code SET LOGGED} and {@code SET UNLOGGED}.
     *
     * @param logged whether rows survive a crash from now on
     * @param span where it stands
     */
    record SetLogged(boolean logged, Span span) implements AlterAction {}

    /**
     * {@code SET ACCESS METHOD}.
     *
     * @param method the method; none for DEFAULT
     * @param span where it stands
     */
    record SetAccessMethod(Optional<Identifier> method, Span span) implements AlterAction {}

    /**
     * {@code SET TABLESPACE}.
     *
     * @param tablespace the tablespace
     * @param nowait whether it fails instead of waiting
     * @param span where it stands
     */
    record SetTablespace(Identifier tablespace, boolean nowait, Span span) implements AlterAction {}

    /**
     * {@code SET (…)} and {@code RESET (…)} of storage parameters.
     *
     * @param options the parameters
     * @param reset whether they return to their defaults
     * @param span where it stands
     */
    record SetOptions(List<Option> options, boolean reset, Span span) implements AlterAction {
        public SetOptions {
            options = List.copyOf(options);
        }
    }

    /**
     * {@code INHERIT} and {@code NO INHERIT}.
     *
     * @param parent the parent
     * @param inherit whether it joins or leaves
     * @param span where it stands
     */
    record Inherit(QualifiedName parent, boolean inherit, Span span) implements AlterAction {}

    /**
     * {@code OF type}.
     *
     * @param type the composite type
     * @param span where it stands
     */
    record OfType(QualifiedName type, Span span) implements AlterAction {}

    /**
     * {@code NOT OF}.
     *
     * @param span where it stands
     */
    record NotOfType(Span span) implements AlterAction {}

    /**
     * {@code OWNER TO}.
     *
     * @param owner the new owner
     * @param span where it stands
     */
    record SetOwner(Identifier owner, Span span) implements AlterAction {}

    /**
     * {@code REPLICA IDENTITY}.
     *
     * @param identity NOTHING, FULL, DEFAULT or INDEX
     * @param index the index, for INDEX
     * @param span where it stands
     */
    record SetReplicaIdentity(String identity, Optional<Identifier> index, Span span) implements AlterAction {}

    /**
     * {@code ATTACH PARTITION}, of a table or of an index.
     *
     * @param partition the partition
     * @param bound its bound; none for an index
     * @param span where it stands
     */
    record AttachPartition(QualifiedName partition, Optional<PartitionBound> bound, Span span) implements AlterAction {}

    /**
     * {@code DETACH PARTITION}.
     *
     * @param partition the partition
     * @param concurrently whether the parent stays in use
     * @param finalizing whether an interrupted detach is completed
     * @param span where it stands
     */
    record DetachPartition(QualifiedName partition, boolean concurrently, boolean finalizing, Span span)
            implements AlterAction {}

    /**
     * An action that is read but about which nothing more is asked.
     *
     * @param kind the engine's own name for it
     * @param name what it is about
     * @param tokens its tokens
     * @param span where it stands
     */
    record OtherAction(String kind, Optional<Identifier> name, List<Token> tokens, Span span) implements AlterAction {
        public OtherAction {
            tokens = List.copyOf(tokens);
        }
    }

    /** How a trigger or rule is switched. */
    enum ToggleMode {
        ENABLE,
        DISABLE,
        ENABLE_ALWAYS,
        ENABLE_REPLICA
    }
}
