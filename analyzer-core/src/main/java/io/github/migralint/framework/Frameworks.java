package io.github.migralint.framework;

import io.github.migralint.framework.atlas.AtlasFramework;
import io.github.migralint.framework.dbmate.DbmateFramework;
import io.github.migralint.framework.diesel.DieselFramework;
import io.github.migralint.framework.drizzle.DrizzleFramework;
import io.github.migralint.framework.flyway.FlywayFramework;
import io.github.migralint.framework.golangmigrate.GolangMigrateFramework;
import io.github.migralint.framework.goose.GooseFramework;
import io.github.migralint.framework.liquibase.LiquibaseFramework;
import io.github.migralint.framework.mybatis.MyBatisFramework;
import io.github.migralint.framework.nodepgmigrate.NodePgMigrateFramework;
import io.github.migralint.framework.plain.PlainFramework;
import io.github.migralint.framework.prisma.PrismaFramework;
import io.github.migralint.framework.refinery.RefineryFramework;
import io.github.migralint.framework.sqlmigrate.SqlMigrateFramework;
import io.github.migralint.framework.sqlx.SqlxFramework;
import io.github.migralint.framework.supabase.SupabaseFramework;
import io.github.migralint.framework.tern.TernFramework;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** All migration tools that are understood, and the way to find out which one is used. */
public final class Frameworks {
    /** The tools; of two that recognise their own with the same certainty the first one wins, the last one takes everything. */
    public static final List<MigrationFramework> ALL = List.of(
            new GooseFramework(),
            new SqlMigrateFramework(),
            new DbmateFramework(),
            new TernFramework(),
            new MyBatisFramework(),
            new NodePgMigrateFramework(),
            new LiquibaseFramework(),
            new DrizzleFramework(),
            new PrismaFramework(),
            new DieselFramework(),
            new SqlxFramework(),
            new RefineryFramework(),
            new SupabaseFramework(),
            new AtlasFramework(),
            new FlywayFramework(),
            new GolangMigrateFramework(),
            new PlainFramework());

    private Frameworks() {}

    /** The tool with a name. */
    public static Optional<MigrationFramework> named(String name) {
        return ALL.stream().filter(framework -> framework.name().equals(name)).findFirst();
    }

    /**
     * The migrations of some files and folders, with those that ran before them. A folder is searched for migrations; a
     * file is taken as it is.
     *
     * @throws IllegalArgumentException when the options name an unknown tool
     */
    public static MigrationSet detect(List<Path> inputs, DiscoveryOptions options) {
        return new Discovery(options).run(inputs);
    }

    /** A path as people are told of it: what begins in the current folder begins without a dot. */
    public static String display(Path path) {
        String text = path.toString().replace('\\', '/');
        return text.startsWith("./") ? text.substring(2) : text;
    }
}
