package io.github.migralint.schema;

/** What shares the name space of tables. */
public sealed interface Relation extends SchemaObject permits Table, Index, View, Sequence {}
