package io.github.migralint.schema;

/** A type that the history created. */
public sealed interface UserType extends SchemaObject permits EnumType, DomainType, CompositeType, OtherType {}
