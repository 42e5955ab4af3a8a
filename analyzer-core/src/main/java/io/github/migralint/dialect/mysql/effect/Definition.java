package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Option;
import io.github.migralint.dialect.mysql.Server;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a statement says of a column.
 *
 * @param column the definition
 */
record Definition(ColumnDefinition column) {
    /** Functions that give another value for every row, or on every server that runs the statement. */
    private static final Set<String> PER_ROW =
            Set.of("uuid", "uuid_short", "uuid_v4", "uuid_v7", "rand", "random_bytes", "sys_guid", "sleep");

    String name() {
        return column.name().value();
    }

    Optional<StoredType> type() {
        return column.type().map(StoredType::of);
    }

    Optional<ColumnConstraint> constraint(ColumnConstraint.Kind kind) {
        return column.constraints().stream().filter(c -> c.kind() == kind).findFirst();
    }

    boolean has(ColumnConstraint.Kind kind) {
        return constraint(kind).isPresent();
    }

    boolean isKey() {
        return has(ColumnConstraint.Kind.UNIQUE) || has(ColumnConstraint.Kind.PRIMARY_KEY);
    }

    boolean isAutoIncrement() {
        return column.option("auto_increment").isPresent();
    }

    boolean isInvisible() {
        return column.option("invisible").isPresent();
    }

    Optional<String> comment() {
        return column.option("comment").flatMap(Option::value).filter(text -> !text.isEmpty());
    }

    boolean setsOnUpdate() {
        return column.option("on update").isPresent();
    }

    /** Whether it says how text is stored or compared. */
    boolean saysCharset() {
        return column.option("character set").isPresent()
                || column.option("collate").isPresent()
                || column.option("binary").isPresent()
                || column.collation().isPresent();
    }

    Optional<Expression> defaultValue() {
        return constraint(ColumnConstraint.Kind.DEFAULT).flatMap(ColumnConstraint::expression);
    }

    Optional<ColumnConstraint> generated() {
        return constraint(ColumnConstraint.Kind.GENERATED);
    }

    boolean isVirtual() {
        return generated().filter(computed -> !computed.stored()).isPresent();
    }

    /** Whether NULL is refused: said, or by what else is said. Before MySQL 8.0 a TIMESTAMP refuses it unless told not to. */
    boolean isNotNull(Server server) {
        boolean said =
                has(ColumnConstraint.Kind.NOT_NULL) || has(ColumnConstraint.Kind.PRIMARY_KEY) || isAutoIncrement();
        boolean oldTimestamp = server.isMysql()
                && !server.isMysqlFrom(8, 0, 0)
                && type().filter(type -> type.name().equals("timestamp")).isPresent();
        return said || (oldTimestamp && !has(ColumnConstraint.Kind.NULL));
    }

    /** Whether the default is more than a value: an expression in parentheses, or a function of MariaDB. */
    static boolean isComputed(Expression expression) {
        List<Token> tokens = expression.tokens();
        boolean call = tokens.size() > 1 && tokens.get(1).isSymbol("(") && !isNow(tokens.getFirst());
        return tokens.getFirst().isSymbol("(") || call;
    }

    /** The one function that has been a default for ever: it has one value for all rows. */
    private static boolean isNow(Token token) {
        return token.isWord("current_timestamp")
                || token.isWord("now")
                || token.isWord("localtime")
                || token.isWord("localtimestamp");
    }

    /** Whether each row gets a value of its own. */
    static boolean isPerRow(Expression expression) {
        List<Token> tokens = expression.tokens();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i + 1).isSymbol("(")
                    && PER_ROW.contains(tokens.get(i).text().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
