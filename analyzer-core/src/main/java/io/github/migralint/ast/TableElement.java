package io.github.migralint.ast;

/** What stands between the parentheses of CREATE TABLE. */
public sealed interface TableElement extends Node
        permits ColumnDefinition, IndexDefinition, LikeClause, TableConstraint {}
