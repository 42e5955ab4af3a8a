package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Version;
import io.github.migralint.dialect.mysql.Flavor;
import io.github.migralint.dialect.mysql.MysqlDialect;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaBuilder;
import io.github.migralint.schema.Table;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.List;

/** A schema after statements. */
record Replayed(Schema schema) {
    private static final Version MYSQL = new Version(8, 0, 31);
    private static final Version MARIADB = new Version(10, 11);

    /** On MySQL 8.0. */
    static Replayed onMysql(String sql) {
        return on(Flavor.MYSQL, MYSQL, true, sql);
    }

    /** On MariaDB 10.11. */
    static Replayed onMariadb(String sql) {
        return on(Flavor.MARIADB, MARIADB, true, sql);
    }

    /** Where nobody knows what was there before. */
    static Replayed afterUnknown(String sql) {
        return on(Flavor.MYSQL, MYSQL, false, sql);
    }

    static Replayed on(Flavor flavor, Version version, boolean complete, String sql) {
        var dialect = new MysqlDialect(flavor);
        SchemaBuilder schema = dialect.emptySchema(complete);
        SourceText text = SourceText.of("test.sql", sql);
        List<Statement> statements = dialect.parse(text, text.span(), version).statements();
        for (Statement statement : statements) {
            int line = text.position(statement.span().start()).line();
            dialect.apply(statement, schema, version, new Origin(0, "test.sql", line));
        }
        return new Replayed(schema.now());
    }

    Table table(String name) {
        return schema.table(name(name)).orElseThrow();
    }

    boolean isAbsent(String relation) {
        return schema.relation(name(relation)).isAbsent();
    }

    List<String> columns(String table) {
        return table(table).columns().stream().map(Column::name).toList();
    }

    /** Names of the indexes of a table, in order of creation. */
    List<String> indexes(String table) {
        return schema.indexesOf(table(table).id()).stream()
                .map(index -> index.name().name())
                .toList();
    }

    /** The type of a column, as messages spell it. */
    String type(String table, String column) {
        return table(table).column(column).orElseThrow().type().orElseThrow().toString();
    }

    private static QualifiedName name(String name) {
        return QualifiedName.of(new Identifier(name, false, new Span(0, 0)));
    }
}
