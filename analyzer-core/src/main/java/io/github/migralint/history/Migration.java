package io.github.migralint.history;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Script;
import io.github.migralint.framework.Connections;
import io.github.migralint.framework.Direction;
import io.github.migralint.framework.Remark;
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
 * @param session how the session is set up in which its tool runs it
 * @param remarks what its tool passes over in silence
 */
public record Migration(
        int ordinal,
        SourceText text,
        List<Script> scripts,
        String version,
        Direction direction,
        Transaction transaction,
        boolean underReview,
        SessionStart session,
        List<Remark> remarks) {
    public Migration {
        scripts = List.copyOf(scripts);
        remarks = List.copyOf(remarks);
    }

    /** A migration in a session of its own, of which nothing else is to be said. */
    public Migration(
            int ordinal,
            SourceText text,
            List<Script> scripts,
            String version,
            Direction direction,
            Transaction transaction,
            boolean underReview) {
        this(ordinal, text, scripts, version, direction, transaction, underReview, SessionStart.PLAIN, List.of());
    }

    /** The same in a session that begins in another way. */
    Migration withSession(SessionStart other) {
        return new Migration(ordinal, text, scripts, version, direction, transaction, underReview, other, remarks);
    }

    /** Over what connection its tool runs it. */
    public Connections connections() {
        return session.connections();
    }

    /** Its statements, in order. */
    public List<Statement> statements() {
        return scripts.size() == 1
                ? scripts.getFirst().statements()
                : scripts.stream()
                        .flatMap(script -> script.statements().stream())
                        .toList();
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
