package io.github.migralint.schema;

import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Volatility;
import java.util.List;
import java.util.Optional;

/**
 * A function or procedure.
 *
 * @param id its identity
 * @param name its present name
 * @param procedure whether it is a procedure
 * @param argumentTypes spelled for comparison
 * @param returnType spelled for comparison; {@code void} when it returns nothing
 * @param language its language
 * @param volatility what was declared
 * @param inlinedConstant whether a call is replaced by an expression that is not volatile
 * @param reads what a SQL body binds to: relations, columns of them, routines
 * @param mentions relations its source reads or changes, as far as its language is read
 * @param writes relations its source inserts into or updates
 * @param calls functions and procedures its source calls
 * @param assigns columns of the new row that its source assigns, as a trigger function does
 * @param rowColumns columns of the new or old row that its source names, as a trigger function does
 * @param argumentNames names of its input arguments in order; empty ones for those without
 * @param program what its body says, where that is read and it can be called
 * @param origin where it was created
 */
public record Routine(
        ObjectId id,
        ObjectName name,
        boolean procedure,
        List<String> argumentTypes,
        String returnType,
        String language,
        Volatility volatility,
        boolean inlinedConstant,
        List<ObjectId> reads,
        List<QualifiedName> mentions,
        List<QualifiedName> writes,
        List<QualifiedName> calls,
        List<Routine.RowAssignment> assigns,
        List<String> rowColumns,
        List<String> argumentNames,
        Optional<ProceduralStatement.Block> program,
        Origin origin)
        implements SchemaObject {
    public Routine {
        argumentTypes = List.copyOf(argumentTypes);
        reads = List.copyOf(reads);
        mentions = List.copyOf(mentions);
        writes = List.copyOf(writes);
        calls = List.copyOf(calls);
        assigns = List.copyOf(assigns);
        rowColumns = List.copyOf(rowColumns);
        argumentNames = List.copyOf(argumentNames);
    }

    /**
     * A trigger function gives a column of the new row a value.
     *
     * @param column the column
     * @param source the column of the new row that the value comes from, if it does
     */
    public record RowAssignment(String column, Optional<String> source) {}

    /** The same with another name. */
    public Routine withName(ObjectName newName) {
        return new Routine(
                id,
                newName,
                procedure,
                argumentTypes,
                returnType,
                language,
                volatility,
                inlinedConstant,
                reads,
                mentions,
                writes,
                calls,
                assigns,
                rowColumns,
                argumentNames,
                program,
                origin);
    }
}
