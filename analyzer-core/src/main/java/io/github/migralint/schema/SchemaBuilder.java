package io.github.migralint.schema;

/** The schema while it is being replayed: changed in place, frozen where somebody looks. */
public final class SchemaBuilder {}
