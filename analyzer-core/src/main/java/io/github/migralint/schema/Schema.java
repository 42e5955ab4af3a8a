package io.github.migralint.schema;

import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * All objects at one moment, immutable. Names are resolved through the search path; an object that the history never
 * showed is unknown, unless the history is {@linkplain #complete() complete}.
 */
public interface Schema {
    /** Whether the history starts from an empty database and every statement was understood: then unknown is absent. */
    boolean complete();

    /** Schemas in which an unqualified name is looked up, in order. */
    List<String> searchPath();

    /**
     * What the session keeps under a name, written as a literal of SQL; an empty text where nobody knows what it is, and
     * none where nothing was kept. The names are up to the dialect: {@code @x} for a variable.
     */
    Optional<String> sessionValue(String name);

    /** The relation of that name. */
    Lookup<Relation> relation(QualifiedName name);

    /** The relation of exactly that name. */
    Optional<Relation> relation(ObjectName name);

    /** The user type of exactly that name. */
    Optional<UserType> type(ObjectName name);

    /** The table of that name, if the name is known to be one. */
    default Optional<Table> table(QualifiedName name) {
        return relation(name).found().filter(Table.class::isInstance).map(Table.class::cast);
    }

    /** The index of that name, if the name is known to be one. */
    default Optional<Index> index(QualifiedName name) {
        return relation(name).found().filter(Index.class::isInstance).map(Index.class::cast);
    }

    /** The user type of that name. */
    Lookup<UserType> type(QualifiedName name);

    /** The routines of that name, all signatures. */
    List<Routine> routines(QualifiedName name);

    /** The object of that identity, if it exists at this moment. */
    Optional<SchemaObject> object(ObjectId id);

    /** The table of that identity. */
    default Optional<Table> table(ObjectId id) {
        return object(id).filter(Table.class::isInstance).map(Table.class::cast);
    }

    /** The index of that identity. */
    default Optional<Index> index(ObjectId id) {
        return object(id).filter(Index.class::isInstance).map(Index.class::cast);
    }

    /** The table that holds the column of that identity. */
    Optional<Table> tableOfColumn(ObjectId column);

    /** All relations, sorted by name. */
    List<Relation> relations();

    /** All user types, sorted by name. */
    List<UserType> types();

    /** All routines, sorted by name. */
    List<Routine> routines();

    /** All schemas, sorted. */
    List<String> schemas();

    /** The default collation of a schema, where it was given one of its own. */
    Optional<String> collationOf(String schema);

    /** All extensions, sorted. */
    List<String> extensions();

    /** The schema that an extension was created in, if it was. */
    Optional<String> schemaOfExtension(String extension);

    /** The indexes of a table, in order of creation. */
    List<Index> indexesOf(ObjectId table);

    /** The sequences that belong to columns of a table, sorted by name. */
    List<Sequence> sequencesOf(ObjectId table);

    /** The tables with a column of which the default takes values from a sequence. */
    List<Table> tablesTakingFrom(ObjectId sequence);

    /** The tables with a foreign key to a table, the table itself included when it references itself. */
    List<Table> referencing(ObjectId table);

    /** The partitions and inheritance children of a table, direct ones only. */
    List<Table> childrenOf(ObjectId table);

    /** The views that read a relation directly. */
    List<View> viewsOn(ObjectId relation);

    /** The rules, statistics and publications of a relation, in order of creation. */
    List<CatalogObject> catalogObjectsOn(ObjectId relation);

    /** The objects of a kind that is neither relation nor type nor routine, in order of creation. */
    List<CatalogObject> catalogObjects(ObjectKind kind);

    /** The typed tables of a composite type, in order of creation. */
    List<Table> tablesOfType(ObjectId compositeType);

    /** The role that was made the owner of an object, if the history says so. */
    Optional<String> owner(ObjectId object);

    /** The tables that have a column of a user type, directly or through a domain or array. */
    List<Table> tablesUsing(ObjectId userType);

    /** Whether something that could not be understood may have changed this object. */
    boolean uncertain(QualifiedName name);

    /** Whether there is any name that is uncertain. */
    boolean anyUncertain();

    /** The same for an object by its full name. */
    boolean uncertain(ObjectName name);
}
