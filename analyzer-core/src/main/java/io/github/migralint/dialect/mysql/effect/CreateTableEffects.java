package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.ForeignKeyTarget;
import io.github.migralint.ast.IndexDefinition;
import io.github.migralint.ast.LikeClause;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.ast.TableElement;
import io.github.migralint.effect.Effect.TakesLock.Hold;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** CREATE TABLE: nobody uses the new table yet, but the parents of its foreign keys have users. */
final class CreateTableEffects {
    private final Scene scene;
    private final Acts acts;

    CreateTableEffects(Scene scene, Acts acts) {
        this.scene = scene;
        this.acts = acts;
    }

    void create(CreateTable statement) {
        if (statement.persistence() != Persistence.TEMPORARY) {
            acts.commit();
        }
        if (statement.replace() && !Facts.knows(scene.server(), Form.REPLACE_TABLE)) {
            acts.unknownForm(scene, Form.REPLACE_TABLE);
            return;
        }
        if (!begin(statement.name(), statement.ifNotExists(), statement.replace(), statement.persistence())) {
            return;
        }
        statement.elements().forEach(this::element);
        statement.query().ifPresent(this::read);
        refuse(statement);
    }

    void createAs(CreateTableAs statement) {
        if (statement.persistence() != Persistence.TEMPORARY) {
            acts.commit();
        }
        if (statement.replace() && !Facts.knows(scene.server(), Form.REPLACE_TABLE)) {
            acts.unknownForm(scene, Form.REPLACE_TABLE);
        } else if (begin(statement.name(), statement.ifNotExists(), statement.replace(), statement.persistence())) {
            read(statement.query());
        }
    }

    /** Whether a table is made at all. */
    private boolean begin(QualifiedName name, boolean ifNotExists, boolean replace, Persistence persistence) {
        Optional<Relation> present = scene.schema().relation(name).found();
        boolean taken = present.filter(relation -> isTemporary(relation) == (persistence == Persistence.TEMPORARY))
                .isPresent();
        if (taken && ifNotExists) {
            return false;
        }
        if (taken && replace) {
            acts.lockForMoment(scene.key(present.get()));
        } else if (taken) {
            acts.at(name.span());
            acts.exists(Errors.TABLE_EXISTS, Subject.of(ObjectKind.TABLE, name));
        }
        acts.lockForMoment(scene.created("table", name));
        return true;
    }

    /** A temporary table hides a permanent one, and does not take its name. */
    private static boolean isTemporary(Relation relation) {
        return relation instanceof Table table && table.persistence() == Persistence.TEMPORARY;
    }

    private void read(Query query) {
        query.relations()
                .forEach(name -> acts.lock(
                        scene.schema()
                                .relation(name)
                                .found()
                                .map(scene::key)
                                .orElseGet(() -> scene.key(scene.table(name))),
                        Modes.SHARED_READ,
                        Hold.STATEMENT));
    }

    private void element(TableElement element) {
        switch (element) {
            case ColumnDefinition column -> column(new Definition(column));
            case TableConstraint constraint -> constraint(constraint);
            case IndexDefinition index -> index(index);
            case LikeClause like -> acts.missingUnlessThere(scene, like.table());
        }
    }

    private void column(Definition definition) {
        new ColumnForms(scene, acts).check(definition);
        definition.constraint(ColumnConstraint.Kind.CHECK).ifPresent(check -> {
            if (Checks.areIgnored(scene)) {
                acts.add(Checks.ignored(check.span()));
            }
        });
        definition.constraint(ColumnConstraint.Kind.REFERENCES).ifPresent(references -> {
            if (ForeignKeys.honoursInline(scene)) {
                references.references().ifPresent(target -> new ForeignKeys(scene, acts).lockParent(target.table()));
            } else {
                acts.add(ForeignKeys.ignoredInline(references.span()));
            }
        });
    }

    private void constraint(TableConstraint constraint) {
        switch (constraint.kind()) {
            case CHECK -> {
                if (Checks.areIgnored(scene)) {
                    acts.add(Checks.ignored(constraint.span()));
                }
            }
            case FOREIGN_KEY ->
                constraint.references().ifPresent(target -> new ForeignKeys(scene, acts).lockParent(target.table()));
            case UNIQUE, PRIMARY_KEY -> {
                boolean expression = constraint.elements().stream()
                        .anyMatch(part -> part.expression().isPresent());
                if (expression) {
                    require(Form.FUNCTIONAL_INDEX);
                }
            }
            case NOT_NULL, EXCLUDE -> {}
        }
    }

    private void index(IndexDefinition index) {
        acts.at(index.span());
        if (index.elements().stream().anyMatch(part -> part.expression().isPresent())) {
            require(Form.FUNCTIONAL_INDEX);
        }
        if (index.options().stream().anyMatch(option -> option.name().equals("invisible"))) {
            require(Form.INVISIBLE_INDEX);
        }
        if (index.options().stream().anyMatch(option -> option.name().equals("ignored"))) {
            require(Form.IGNORED_INDEX);
        }
    }

    private void require(Form form) {
        if (!Facts.knows(scene.server(), form)) {
            acts.unknownForm(scene, form);
        }
    }

    private void refuse(CreateTable statement) {
        Set<String> names = new HashSet<>();
        for (ColumnDefinition column : columns(statement)) {
            acts.at(column.span());
            if (!names.add(column.name().value().toLowerCase(Locale.ROOT))) {
                acts.exists(Errors.COLUMN_EXISTS, Subject.of(ObjectKind.COLUMN, column.name()));
            }
        }
        acts.at(statement.span());
        if (primaryKeys(statement) > 1) {
            acts.fail(Errors.SECOND_PRIMARY_KEY, "Table " + statement.name() + " has two primary keys.");
        }
        columns(statement).stream()
                .map(Definition::new)
                .filter(definition -> definition.isAutoIncrement() && !definition.isKey())
                .filter(definition -> !isIndexed(statement, definition.name()))
                .findFirst()
                .ifPresent(definition -> acts.fail(
                        Errors.AUTO_INCREMENT_WITHOUT_KEY,
                        "Column " + definition.name() + " has AUTO_INCREMENT, and needs a key."));
        foreignKeys(statement);
    }

    private static List<ColumnDefinition> columns(CreateTable statement) {
        return statement.elements().stream()
                .filter(ColumnDefinition.class::isInstance)
                .map(ColumnDefinition.class::cast)
                .toList();
    }

    private static List<TableConstraint> constraints(CreateTable statement) {
        return statement.elements().stream()
                .filter(TableConstraint.class::isInstance)
                .map(TableConstraint.class::cast)
                .toList();
    }

    private static long primaryKeys(CreateTable statement) {
        long inline = columns(statement).stream()
                .filter(column -> new Definition(column).has(ColumnConstraint.Kind.PRIMARY_KEY))
                .count();
        return inline
                + constraints(statement).stream()
                        .filter(constraint -> constraint.kind() == TableConstraint.Kind.PRIMARY_KEY)
                        .count();
    }

    private static boolean isIndexed(CreateTable statement, String column) {
        boolean key = constraints(statement).stream()
                .filter(ConstraintAddition::isKey)
                .map(constraint -> KeyDefinition.of(constraint, false, constraint.span()))
                .anyMatch(definition -> definition.names(column));
        return key
                || statement.elements().stream()
                        .anyMatch(element -> element instanceof IndexDefinition index
                                && index.elements().stream()
                                        .flatMap(part -> part.column().stream())
                                        .anyMatch(name -> name.value().equalsIgnoreCase(column)));
    }

    /** A parent that is not there is refused while foreign keys are checked. */
    private void foreignKeys(CreateTable statement) {
        if (!scene.settings().checksForeignKeys()) {
            return;
        }
        Stream.concat(targetsOfColumns(statement), targetsOfConstraints(statement))
                .filter(target -> !target.table().name().equals(statement.name().name()))
                .filter(target -> scene.surelyAbsent(target.table()))
                .findFirst()
                .ifPresent(target -> {
                    acts.at(target.span());
                    acts.missing(ForeignKeys.missingParent(scene), Subject.of(ObjectKind.TABLE, target.table()));
                });
    }

    private Stream<ForeignKeyTarget> targetsOfColumns(CreateTable statement) {
        return columns(statement).stream()
                .filter(column -> ForeignKeys.honoursInline(scene))
                .flatMap(column -> new Definition(column).constraint(ColumnConstraint.Kind.REFERENCES).stream())
                .flatMap(constraint -> constraint.references().stream());
    }

    private static Stream<ForeignKeyTarget> targetsOfConstraints(CreateTable statement) {
        return constraints(statement).stream()
                .filter(constraint -> constraint.kind() == TableConstraint.Kind.FOREIGN_KEY)
                .flatMap(constraint -> constraint.references().stream());
    }
}
