package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ChangeOwner;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.CreatePolicy;
import io.github.migralint.ast.CreateRule;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.CreateTrigger;
import io.github.migralint.ast.CreateView;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Rename;
import io.github.migralint.ast.SetSchema;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Truncate;
import java.util.Optional;
import java.util.Set;

/**
 * The tables of pg_catalog, which a server lets nobody change, superusers included, unless allow_system_table_mods is
 * on. Their rows, their maintenance, and the views beside them are not protected so.
 */
final class SystemCatalogs {
    private static final String SCHEMA = "pg_catalog";
    private static final Set<String> OFF = Set.of("off", "false", "no", "0");

    /** Those that the servers of all supported versions have. */
    private static final Set<String> TABLES = Set.of("""
            pg_aggregate pg_am pg_amop pg_amproc pg_attrdef pg_attribute pg_auth_members pg_authid pg_cast pg_class
            pg_collation pg_constraint pg_conversion pg_database pg_db_role_setting pg_default_acl pg_depend
            pg_description pg_enum pg_event_trigger pg_extension pg_foreign_data_wrapper pg_foreign_server
            pg_foreign_table pg_index pg_inherits pg_init_privs pg_language pg_largeobject pg_largeobject_metadata
            pg_namespace pg_opclass pg_operator pg_opfamily pg_partitioned_table pg_policy pg_proc pg_publication
            pg_publication_rel pg_range pg_replication_origin pg_rewrite pg_seclabel pg_sequence pg_shdepend
            pg_shdescription pg_shseclabel pg_statistic pg_statistic_ext pg_statistic_ext_data pg_subscription
            pg_subscription_rel pg_tablespace pg_transform pg_trigger pg_ts_config pg_ts_config_map pg_ts_dict
            pg_ts_parser pg_ts_template pg_type pg_user_mapping
            """.strip().split("\\s+", -1));

    private SystemCatalogs() {}

    /** Fails a statement that would change one, or put something beside them. */
    static void refuse(Statement statement, Scene scene, Acts acts) {
        if (allowed(scene)) {
            return;
        }
        changed(statement)
                .filter(name -> isCatalog(name, scene))
                .ifPresent(name -> acts.fail("42501", name.name() + " is a system catalog, which nobody may change."));
        created(statement)
                .filter(name -> name.schema().filter(SCHEMA::equals).isPresent())
                .ifPresent(name -> acts.fail("42501", "Nothing may be created in pg_catalog."));
    }

    private static boolean allowed(Scene scene) {
        return Optional.ofNullable(scene.context().settings().get("allow_system_table_mods"))
                .filter(value -> !OFF.contains(value))
                .isPresent();
    }

    /** The server looks into pg_catalog before any other schema. */
    private static boolean isCatalog(QualifiedName name, Scene scene) {
        return TABLES.contains(name.name())
                && name.schema().map(SCHEMA::equals).orElse(true)
                && scene.schema().relation(name).found().isEmpty();
    }

    /** The table that a statement works on; the first, since that is looked at first. */
    private static Optional<QualifiedName> changed(Statement statement) {
        return switch (statement) {
            case AlterTable s when s.kind() == ObjectKind.TABLE -> Optional.of(s.name());
            case Rename s -> renamed(s);
            case SetSchema s
            when s.kind() == ObjectKind.TABLE -> Optional.of(s.object().name());
            case ChangeOwner s
            when s.kind() == ObjectKind.TABLE -> Optional.of(s.object().name());
            case DropObject s
            when s.kind() == ObjectKind.TABLE ->
                s.objects().stream().map(ObjectReference::name).findFirst();
            case Truncate s -> s.tables().stream().findFirst();
            case CreateIndex s -> Optional.of(s.table());
            case CreateTrigger s -> Optional.of(s.table());
            case CreatePolicy s -> Optional.of(s.table());
            case CreateRule s -> Optional.of(s.table());
            default -> Optional.empty();
        };
    }

    private static Optional<QualifiedName> renamed(Rename rename) {
        boolean table = rename.kind() == ObjectKind.TABLE || rename.ownerKind() == ObjectKind.TABLE;
        return table ? Optional.of(rename.object().name()) : Optional.empty();
    }

    private static Optional<QualifiedName> created(Statement statement) {
        return switch (statement) {
            case CreateTable s -> Optional.of(s.name());
            case CreateTableAs s -> Optional.of(s.name());
            case CreateView s -> Optional.of(s.name());
            default -> Optional.empty();
        };
    }
}
