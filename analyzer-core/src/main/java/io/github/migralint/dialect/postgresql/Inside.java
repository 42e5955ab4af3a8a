package io.github.migralint.dialect.postgresql;

/** What stands inside of a pair of brackets, or in a stretch of tokens that is read after the rest of its statement. */
enum Inside {
    /** Expressions with commas between them, at least one. */
    EXPRESSIONS,
    /** The same, or nothing. */
    OPTIONAL_EXPRESSIONS,
    /** One expression. */
    EXPRESSION,
    /** What stands in parentheses as an operand: a query, an expression, or the fields of a row. */
    OPERAND,
    /** A query or a list of expressions, after IN or ANY. */
    QUERY_OR_EXPRESSIONS,
    /** The arguments of a call. */
    ARGUMENTS,
    /** The elements of an array, which may be arrays again. */
    ARRAY,
    /** An index or a slice. */
    SUBSCRIPT,
    /** {@code ORDER BY} in {@code WITHIN GROUP}. */
    ORDER,
    /** {@code WHERE} in {@code FILTER}. */
    FILTER,
    /** A window. */
    WINDOW,
    /** Groups in {@code GROUPING SETS}. */
    GROUPING_SETS,
    /** A query. */
    QUERY,
    /** A query, or a statement that changes rows, as WITH and COPY may hold. */
    STATEMENT,
    /** A join, as FROM may hold in parentheses. */
    JOIN,
    /** Names. */
    NAMES,
    /** Columns, or parts of them, that get values. */
    TARGETS,
    /** Columns with their types, or without. */
    COLUMNS,
    /** The functions of {@code ROWS FROM}. */
    ROWS_FROM,
    /** {@code CAST}. */
    CAST,
    /** {@code EXTRACT}. */
    EXTRACT,
    /** {@code OVERLAY}. */
    OVERLAY,
    /** {@code POSITION}. */
    POSITION,
    /** {@code SUBSTRING}. */
    SUBSTRING,
    /** {@code TRIM}. */
    TRIM,
    /** {@code NORMALIZE}. */
    NORMALIZE,
    /** Nothing at all. */
    NOTHING,
    /** The clauses of JSON and XML, looked at from afar. */
    CLAUSES,
    /** The same, where none may be left out. */
    SOME_CLAUSES,
    /** The parameters of a function that is created. */
    PARAMETERS,
    /** Types of arguments that tell a function from others of its name. */
    ARGUMENT_TYPES,
    /** The columns of {@code RETURNS TABLE}. */
    RESULT_COLUMNS,
    /** Types. */
    TYPES,
    /** The types on both sides of an operator. */
    OPERAND_TYPES,
    /** Words, numbers and strings for a trigger's function. */
    TRIGGER_ARGUMENTS,
    /** {@code name = value, …}. */
    OPTIONS,
    /** {@code name value, …} of COPY. */
    COPY_OPTIONS,
    /** A list that is the value of an option of COPY. */
    COPY_VALUES,
    /** A statement in the body of a rule or a function. */
    BODY_STATEMENT,
    /** {@code WITH (OLD AS o, NEW AS n)} of RETURNING. */
    ROW_ALIASES
}
