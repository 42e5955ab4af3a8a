package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Execution;
import io.github.migralint.dialect.Script;
import io.github.migralint.dialect.Version;
import io.github.migralint.dialect.postgresql.effect.PostgresqlEffects;
import io.github.migralint.dialect.postgresql.replay.PostgresqlReplay;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effects;
import io.github.migralint.effect.ExecutionContext;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaBuilder;
import io.github.migralint.source.Cut;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import io.github.migralint.source.StatementCutter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** PostgreSQL 12 to 18. */
public final class PostgresqlDialect implements Dialect {
    private static final List<Version> VERSIONS = IntStream.rangeClosed(12, 18)
            .mapToObj(major -> new Version(major, 0))
            .toList();

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public String label() {
        return "PostgreSQL";
    }

    @Override
    public List<Version> supportedVersions() {
        return VERSIONS;
    }

    @Override
    public Version defaultVersion() {
        return VERSIONS.getLast();
    }

    @Override
    public Script parse(SourceText text, Span part, Version version) {
        Cut cut = StatementCutter.cut(text, part, PostgresqlLexicon.LEXICON);
        var parser = new PostgresqlStatementParser();
        List<Statement> statements = cut.pieces().stream().map(parser::parse).toList();
        return new Script(statements, cut.comments(), cut.skipped(), cut.problems());
    }

    @Override
    public String kindOf(Statement statement) {
        return StatementKinds.kindOf(statement);
    }

    @Override
    public String kindOf(AlterAction action) {
        return ActionKinds.kindOf(action);
    }

    @Override
    public SchemaBuilder emptySchema(boolean complete) {
        return PostgresqlReplay.emptySchema(complete);
    }

    @Override
    public void apply(Statement statement, SchemaBuilder schema, Version version, Origin origin) {
        PostgresqlReplay.apply(statement, schema, origin);
    }

    @Override
    public Effects effectsOf(Statement statement, Schema before, Version version, ExecutionContext context) {
        return PostgresqlEffects.effectsOf(statement, before, version, context);
    }

    @Override
    public boolean hosts(Statement statement, Schema before) {
        return Hosts.runsOthers(statement, before);
    }

    @Override
    public Optional<Effect.Fails> run(Statement host, Execution execution) {
        return Hosts.run(host, execution);
    }

    @Override
    public boolean runsQueryAsTransaction() {
        return true;
    }

    @Override
    public String schemaDump() {
        return "pg_dump --schema-only --format=plain";
    }

    @Override
    public String quote(String identifier) {
        boolean plain = !identifier.isEmpty()
                && !Character.isDigit(identifier.charAt(0))
                && identifier.charAt(0) != '$'
                && identifier.chars().allMatch(PostgresqlDialect::needsNoQuotes)
                && Keywords.category(identifier)
                        .map(category -> category == Keywords.Category.UNRESERVED)
                        .orElse(true);
        return plain ? identifier : '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private static boolean needsNoQuotes(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= '0' && character <= '9')
                || character == '_'
                || character == '$';
    }
}
