package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.Expression;
import io.github.migralint.dialect.Version;
import io.github.migralint.dialect.mysql.Server;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.ColumnTraits;
import io.github.migralint.schema.DataType;
import java.util.List;
import java.util.Optional;

/**
 * What servers add to TIMESTAMP columns while {@code explicit_defaults_for_timestamp} is off, as it is by default in old
 * ones: NOT NULL, and a default; the first one of a table is even set to the time of every change of its row.
 */
final class Timestamps {
    private static final Version EXPLICIT_IN_MARIADB = new Version(10, 10);

    private Timestamps() {}

    /** The column with what it gets unasked, given the other columns of its table. */
    static Column implicit(Column column, ColumnDefinition definition, List<Column> siblings, Change change) {
        boolean applies = areImplicit(change.server())
                && isTimestamp(column)
                && column.generated().isEmpty()
                && Columns.constraint(definition, ColumnConstraint.Kind.NULL).isEmpty();
        if (!applies) {
            return column;
        }
        Column required = column.withNotNull(true);
        boolean silent =
                column.defaultValue().isEmpty() && column.traits().onUpdate().isEmpty();
        if (!silent) {
            return required;
        }
        boolean first =
                siblings.stream().filter(c -> !c.id().equals(column.id())).noneMatch(Timestamps::isTimestamp);
        String value = first ? "CURRENT_TIMESTAMP" : "'0000-00-00 00:00:00'";
        var expression = new Expression(Words.tokens(value, change.server()), definition.span());
        Column withDefault = required.withDefaultValue(Defaults.of(expression, change.now()));
        return first ? withDefault.withTraits(updated(column.traits(), expression)) : withDefault;
    }

    private static ColumnTraits updated(ColumnTraits traits, Expression now) {
        return new ColumnTraits(traits.charset(), traits.comment(), Optional.of(now), traits.invisible());
    }

    private static boolean areImplicit(Server server) {
        return server.isMysql()
                ? !server.isMysqlFrom(8, 0, 2)
                : server.version().isBefore(EXPLICIT_IN_MARIADB);
    }

    private static boolean isTimestamp(Column column) {
        return column.type().map(DataType::name).filter("timestamp"::equals).isPresent();
    }
}
