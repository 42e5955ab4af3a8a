package io.github.migralint.schema;

import java.util.Optional;

/**
 * A column of a table or view.
 *
 * @param id its identity
 * @param name its present name
 * @param type its type; none when the history does not tell
 * @param notNull whether it refuses NULL
 * @param defaultValue its default
 * @param identity its identity property
 * @param generated how it is computed
 * @param collation its collation, where it was said
 * @param traits what only some engines know of a column
 * @param origin where it was created
 * @param typeOrigin where it got its present type
 */
public record Column(
        ObjectId id,
        String name,
        Optional<DataType> type,
        boolean notNull,
        Optional<DefaultValue> defaultValue,
        Optional<Identity> identity,
        Optional<Generated> generated,
        Optional<String> collation,
        ColumnTraits traits,
        Origin origin,
        Origin typeOrigin) {
    /** A column without traits. */
    public Column(
            ObjectId id,
            String name,
            Optional<DataType> type,
            boolean notNull,
            Optional<DefaultValue> defaultValue,
            Optional<Identity> identity,
            Optional<Generated> generated,
            Optional<String> collation,
            Origin origin,
            Origin typeOrigin) {
        this(
                id,
                name,
                type,
                notNull,
                defaultValue,
                identity,
                generated,
                collation,
                ColumnTraits.NONE,
                origin,
                typeOrigin);
    }

    /** The same with another name. */
    public Column withName(String newName) {
        return new Column(
                id, newName, type, notNull, defaultValue, identity, generated, collation, traits, origin, typeOrigin);
    }

    /** The same with another type. */
    public Column withType(Optional<DataType> newType) {
        return new Column(
                id, name, newType, notNull, defaultValue, identity, generated, collation, traits, origin, typeOrigin);
    }

    /** The same with another nullability. */
    public Column withNotNull(boolean newNotNull) {
        return new Column(
                id, name, type, newNotNull, defaultValue, identity, generated, collation, traits, origin, typeOrigin);
    }

    /** The same with another default. */
    public Column withDefaultValue(Optional<DefaultValue> newDefaultValue) {
        return new Column(
                id, name, type, notNull, newDefaultValue, identity, generated, collation, traits, origin, typeOrigin);
    }

    /** The same with another identity property. */
    public Column withIdentity(Optional<Identity> newIdentity) {
        return new Column(
                id, name, type, notNull, defaultValue, newIdentity, generated, collation, traits, origin, typeOrigin);
    }

    /** The same with another way of being computed. */
    public Column withGenerated(Optional<Generated> newGenerated) {
        return new Column(
                id, name, type, notNull, defaultValue, identity, newGenerated, collation, traits, origin, typeOrigin);
    }

    /** The same with another statement that gave it its type. */
    public Column withTypeOrigin(Origin newTypeOrigin) {
        return new Column(
                id, name, type, notNull, defaultValue, identity, generated, collation, traits, origin, newTypeOrigin);
    }

    /** The same with another collation. */
    public Column withCollation(Optional<String> newCollation) {
        return new Column(
                id, name, type, notNull, defaultValue, identity, generated, newCollation, traits, origin, typeOrigin);
    }

    /** The same with other traits. */
    public Column withTraits(ColumnTraits newTraits) {
        return new Column(
                id, name, type, notNull, defaultValue, identity, generated, collation, newTraits, origin, typeOrigin);
    }
}
