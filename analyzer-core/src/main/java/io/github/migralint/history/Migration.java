package io.github.migralint.history;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Script;
import io.github.migralint.framework.Connections;
import io.github.migralint.framework.Direction;
import io.github.migralint.framework.Transaction;
import io.github.migralint.schema.Origin;
import io.github.migralint.source.SourceText;
import java.util.List;

/**
 * One migration: a file, or the parts of a file that run together in one direction.
 *
 * @param ordinal its place in the history, from 0
 * @param text the file
 * @param scripts what was read from the parts of the file that it is, in order
 * @param version the version its tool reads from the name; may be empty
 * @param direction whether it goes forward or back
 * @param transaction how its tool runs it, and why that is known
 * @param underReview whether it is reported on, not only replayed
 * @param connections over what connection its tool runs it
 */
public record Migration(
        int ordinal,
        SourceText text,
        List<Script> scripts,
        String version,
        Direction direction,
        Transaction transaction,
        boolean underReview,
        Connections connections) {
    public Migration {
        scripts = List.copyOf(scripts);
    }

    /** A migration that shares its connection with no other. */
    public Migration(
            int ordinal,
            SourceText text,
            List<Script> scripts,
            String version,
            Direction direction,
            Transaction transaction,
            boolean underReview) {
        this(ordinal, text, scripts, version, direction, transaction, underReview, Connections.UNSHARED);
    }

    /** Its statements, in order. */
    public List<Statement> statements() {
        return scripts.stream().flatMap(script -> script.statements().stream()).toList();
    }

    /** One of its statements as the origin of what it makes. */
    public Origin origin(Statement statement) {
        return new Origin(
                ordinal, path(), text.position(statement.span().start()).line());
    }

    /** The display path of the file. */
    public String path() {
        return text.path();
    }

    /** The name of the file without its folders; the folder too where all files have the same name. */
    public String shortName() {
        return Origin.shortName(path());
    }
}
