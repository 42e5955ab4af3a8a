package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Execution;
import io.github.migralint.dialect.Script;
import io.github.migralint.dialect.Version;
import io.github.migralint.dialect.mysql.effect.MysqlEffects;
import io.github.migralint.dialect.mysql.effect.RowVersions;
import io.github.migralint.dialect.mysql.procedural.Hosts;
import io.github.migralint.dialect.mysql.procedural.Session;
import io.github.migralint.dialect.mysql.replay.MysqlReplay;
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
import java.util.Map;
import java.util.Optional;

/** MySQL 5.7 to 9.7, or MariaDB 10.5 to 11.8. */
public final class MysqlDialect implements Dialect {
    private final Flavor flavor;

    /** One of the two. */
    public MysqlDialect(Flavor flavor) {
        this.flavor = flavor;
    }

    @Override
    public String name() {
        return flavor.dialect();
    }

    @Override
    public String label() {
        return flavor.label();
    }

    @Override
    public List<Version> supportedVersions() {
        return flavor.releases();
    }

    @Override
    public String supportedInWords() {
        return flavor.releasesInWords();
    }

    @Override
    public boolean supports(Version version) {
        return flavor.releases().stream().anyMatch(release -> Releases.isSameSeries(release, version));
    }

    @Override
    public Optional<Version> version(String written) {
        return Releases.meant(written, flavor.releases());
    }

    @Override
    public Version defaultVersion() {
        return supportedVersions().getLast();
    }

    @Override
    public Script parse(SourceText text, Span part, Version version) {
        Cut cut = StatementCutter.cut(text, part, MysqlLexicon.of(new Server(flavor, version)));
        return new Script(statements(cut), cut.comments(), cut.skipped(), cut.problems());
    }

    private static List<Statement> statements(Cut cut) {
        return cut.pieces().stream().map(MysqlStatementParser::parse).toList();
    }

    /** Texts of prepared statements are read as the newest server reads them: their comments are seldom for some only. */
    private Hosts hosts() {
        var lexicon = MysqlLexicon.of(new Server(flavor, defaultVersion()));
        return new Hosts(text -> statements(StatementCutter.cut(text, lexicon)));
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
        return MysqlReplay.emptySchema(complete);
    }

    @Override
    public void apply(Statement statement, SchemaBuilder schema, Version version, Origin origin) {
        var server = new Server(flavor, version);
        Schema before = schema.now();
        MysqlReplay.apply(statement, schema, server, origin);
        new RowVersions(server).note(statement, before, schema);
        Session.apply(statement, schema);
    }

    @Override
    public Effects effectsOf(Statement statement, Schema before, Version version, ExecutionContext context) {
        return MysqlEffects.effectsOf(statement, before, new Server(flavor, version), context);
    }

    @Override
    public boolean hosts(Statement statement, Schema before) {
        return hosts().runsOthers(statement, before);
    }

    @Override
    public Optional<Effect.Fails> run(Statement host, Execution execution) {
        return hosts().run(host, execution);
    }

    @Override
    public Map<String, String> timeouts(Map<String, String> times) {
        return SessionTimeouts.of(times, flavor);
    }

    @Override
    public boolean runsQueryAsTransaction() {
        return false;
    }

    @Override
    public String schemaDump() {
        return flavor == Flavor.MYSQL ? "mysqldump --no-data" : "mariadb-dump --no-data";
    }

    @Override
    public String quote(String identifier) {
        boolean plain = !identifier.isEmpty()
                && identifier.chars().allMatch(MysqlDialect::needsNoQuotes)
                && !identifier.chars().allMatch(Character::isDigit)
                && !Keywords.isReserved(identifier, flavor);
        return plain ? identifier : '`' + identifier.replace("`", "``") + '`';
    }

    private static boolean needsNoQuotes(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '_'
                || character == '$';
    }
}
