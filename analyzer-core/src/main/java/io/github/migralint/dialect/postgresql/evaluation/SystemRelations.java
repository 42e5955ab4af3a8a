package io.github.migralint.dialect.postgresql.evaluation;

import java.util.Set;

/** The relations that the server brings, as {@code pg_class} of new databases of the versions 12 to 18 lists them. */
final class SystemRelations {
    private static final Set<String> SCHEMAS = Set.of("pg_catalog", "information_schema", "pg_toast");

    /** Catalogs that every supported version has, as far as anyone names them. */
    private static final Set<String> CATALOGS = words("""
        pg_am pg_attrdef pg_attribute pg_authid pg_class pg_collation pg_constraint pg_database pg_depend
        pg_description pg_enum pg_extension pg_index pg_indexes pg_inherits pg_language pg_matviews
        pg_namespace pg_policies pg_policy pg_proc pg_publication pg_roles pg_sequence pg_sequences
        pg_settings pg_stat_activity pg_tables pg_trigger pg_type pg_user pg_views
        """);

    private static final Set<String> OF_INFORMATION_SCHEMA = words("""
        _pg_foreign_data_wrappers _pg_foreign_servers _pg_foreign_table_columns _pg_foreign_tables
        _pg_user_mappings administrable_role_authorizations applicable_roles attributes character_sets
        check_constraint_routine_usage check_constraints collation_character_set_applicability collations
        column_column_usage column_domain_usage column_options column_privileges column_udt_usage columns
        constraint_column_usage constraint_table_usage data_type_privileges domain_constraints
        domain_udt_usage domains element_types enabled_roles foreign_data_wrapper_options
        foreign_data_wrappers foreign_server_options foreign_servers foreign_table_options foreign_tables
        information_schema_catalog_name key_column_usage parameters referential_constraints
        role_column_grants role_routine_grants role_table_grants role_udt_grants role_usage_grants
        routine_column_usage routine_privileges routine_routine_usage routine_sequence_usage
        routine_table_usage routines schemata sequences sql_features sql_implementation_info sql_languages
        sql_packages sql_parts sql_sizing sql_sizing_profiles table_constraints table_privileges tables
        transforms triggered_update_columns triggers udt_privileges usage_privileges user_defined_types
        user_mapping_options user_mappings view_column_usage view_routine_usage view_table_usage views
        """);

    private SystemRelations() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+", -1));
    }

    /** Whether it is a schema of the system. */
    static boolean isSchema(String name) {
        return SCHEMAS.contains(name);
    }

    /** The schemas of the system. */
    static Set<String> schemas() {
        return SCHEMAS;
    }

    /** Whether every supported version has the relation in pg_catalog. */
    static boolean isCatalog(String name) {
        return CATALOGS.contains(name);
    }

    /** Whether a relation of pg_catalog may have that name. */
    static boolean mayBeCatalog(String name) {
        return name.startsWith("pg_");
    }

    /** Whether a relation of information_schema may have that name. */
    static boolean mayBeInformation(String name) {
        return OF_INFORMATION_SCHEMA.contains(name);
    }

    /** Whether a relation of information_schema may have a name that begins so. */
    static boolean mayBeginInformation(String prefix) {
        return OF_INFORMATION_SCHEMA.stream().anyMatch(name -> name.startsWith(prefix));
    }

    /** Whether a relation of the system may have that name. */
    static boolean mayBe(String name) {
        return mayBeCatalog(name) || mayBeInformation(name);
    }
}
