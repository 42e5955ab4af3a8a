package io.github.migralint.dialect.postgresql.evaluation;

import java.util.Set;

/** PostgreSQL's own types, as {@code pg_type} of new databases of the versions 12 to 18 lists them. */
final class SystemTypes {
    private static final Set<String> IN_ALL_VERSIONS = words("""
        aclitem any anyarray anyelement anyenum anynonarray anyrange bit bool box bpchar bytea char cid cidr
        circle cstring date daterange event_trigger fdw_handler float4 float8 gtsvector index_am_handler
        inet int2 int2vector int4 int4range int8 int8range internal interval json jsonb jsonpath
        language_handler line lseg macaddr macaddr8 money name numeric numrange oid oidvector path
        pg_ddl_command pg_dependencies pg_lsn pg_mcv_list pg_ndistinct pg_node_tree point polygon record
        refcursor regclass regconfig regdictionary regnamespace regoper regoperator regproc regprocedure
        regrole regtype table_am_handler text tid time timestamp timestamptz timetz trigger tsm_handler
        tsquery tsrange tstzrange tsvector txid_snapshot unknown uuid varbit varchar void xid xml
        """);

    private static final Set<String> IN_SOME_VERSIONS = words("""
        anycompatible anycompatiblearray anycompatiblemultirange anycompatiblenonarray anycompatiblerange
        anymultirange datemultirange int4multirange int8multirange nummultirange opaque
        pg_brin_bloom_summary pg_brin_minmax_multi_summary pg_snapshot regcollation tsmultirange
        tstzmultirange xid8
        """);

    private static final Set<String> OF_INFORMATION_SCHEMA = words("""
        cardinal_number character_data sql_identifier time_stamp yes_or_no
        """);

    private SystemTypes() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+", -1));
    }

    /** The types that every supported version has in pg_catalog. */
    static Set<String> inAllVersions() {
        return IN_ALL_VERSIONS;
    }

    /** Whether every supported version has the type in pg_catalog. */
    static boolean is(String name) {
        return IN_ALL_VERSIONS.contains(name);
    }

    /** Whether a type of the system may have that name: those of arrays and of rows included. */
    static boolean mayBe(String name) {
        String element = name.startsWith("_") ? name.substring(1) : name;
        return IN_ALL_VERSIONS.contains(element)
                || IN_SOME_VERSIONS.contains(element)
                || OF_INFORMATION_SCHEMA.contains(element)
                || SystemRelations.mayBe(element);
    }
}
