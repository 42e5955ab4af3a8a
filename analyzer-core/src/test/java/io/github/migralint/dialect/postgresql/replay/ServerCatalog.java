package io.github.migralint.dialect.postgresql.replay;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The catalog of a real server as sorted lines of facts: what {@link ReplayedCatalog} has to equal. */
final class ServerCatalog {
    private static final String OURS =
            " n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND n.nspname NOT LIKE 'pg\\_temp%'"
                    + " AND n.nspname NOT LIKE 'pg\\_toast%' ";

    private static final String NOT_OF_EXTENSION =
            " AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = %s.oid AND d.deptype = 'e') ";

    /** A column's type as the replay spells it. */
    private static final String TYPE = """
            (CASE WHEN ty.typcategory = 'A' THEN (SELECT el.typname FROM pg_type el WHERE el.oid = ty.typelem)
                  ELSE ty.typname END
             || coalesce(replace(substring(format_type(%1$s, %2$s) FROM '\\([^)]*\\)'), ' ', ''), '')
             || CASE WHEN ty.typcategory = 'A' THEN '[]' ELSE '' END)""";

    private static final List<String> QUERIES = List.of(
            "SELECT 'schema ' || nspname FROM pg_namespace n WHERE" + OURS,
            """
            SELECT 'table ' || n.nspname || '.' || c.relname || ' '
                   || CASE relkind WHEN 'r' THEN 'PLAIN' WHEN 'p' THEN 'PARTITIONED' ELSE 'FOREIGN' END
                   || ' rls=' || relrowsecurity
            FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
            WHERE relkind IN ('r', 'p', 'f') AND""" + OURS + NOT_OF_EXTENSION.formatted("c"),
            "SELECT 'column ' || n.nspname || '.' || c.relname || '.' || attname || ' ' || "
                    + TYPE.formatted("atttypid", "atttypmod")
                    + """
                     || CASE WHEN attnotnull THEN ' not null' ELSE '' END
                     || CASE WHEN atthasdef AND attgenerated = ''
                              AND pg_get_expr(ad.adbin, ad.adrelid) !~ '^NULL::' THEN ' default' ELSE '' END
                     || CASE attidentity WHEN 'a' THEN ' always' WHEN 'd' THEN ' by default' ELSE '' END
                     || CASE attgenerated WHEN 's' THEN ' stored' WHEN 'v' THEN ' virtual' ELSE '' END
                    FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid = relnamespace
                    JOIN pg_type ty ON ty.oid = atttypid
                    LEFT JOIN pg_attrdef ad ON ad.adrelid = attrelid AND ad.adnum = attnum
                    WHERE attnum > 0 AND NOT attisdropped AND relkind IN ('r', 'p', 'f') AND"""
                    + OURS + NOT_OF_EXTENSION.formatted("c"),
            """
            SELECT 'constraint ' || n.nspname || '.' || c.relname || '.' || conname || ' '
                   || CASE contype WHEN 'p' THEN 'PRIMARY_KEY' WHEN 'u' THEN 'UNIQUE' WHEN 'f' THEN 'FOREIGN_KEY'
                      WHEN 'c' THEN 'CHECK' WHEN 'x' THEN 'EXCLUDE' WHEN 'n' THEN 'NOT_NULL' END
                   || CASE WHEN contype IN ('c', 'x') THEN '' ELSE ' ('
                      || (SELECT string_agg(attname, ',' ORDER BY o) FROM unnest(conkey) WITH ORDINALITY k(num, o)
                          JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = num) || ')' END
                   || CASE WHEN contype = 'f' THEN ' to '
                      || (SELECT fn.nspname || '.' || fc.relname FROM pg_class fc
                          JOIN pg_namespace fn ON fn.oid = fc.relnamespace WHERE fc.oid = confrelid) || '('
                      || (SELECT string_agg(attname, ',' ORDER BY o) FROM unnest(confkey) WITH ORDINALITY k(num, o)
                          JOIN pg_attribute a ON a.attrelid = confrelid AND a.attnum = num) || ')' ELSE '' END
                   || CASE WHEN convalidated THEN '' ELSE ' not valid' END
            FROM pg_constraint k JOIN pg_class c ON c.oid = conrelid JOIN pg_namespace n ON n.oid = relnamespace
            WHERE contype IN ('p', 'u', 'f', 'c', 'x', 'n')
              -- the server keeps one more for each partition of a referenced table
              AND NOT EXISTS (SELECT FROM pg_constraint up WHERE up.oid = k.conparentid AND up.conrelid = k.conrelid)
              AND""" + OURS,
            """
            SELECT 'index ' || n.nspname || '.' || c.relname || ' on ' || tn.nspname || '.' || t.relname || ' ('
                   || (SELECT string_agg(coalesce(attname, 'expression'), ',' ORDER BY o)
                       FROM unnest(indkey) WITH ORDINALITY k(num, o)
                       LEFT JOIN pg_attribute a ON a.attrelid = indrelid AND a.attnum = num AND num > 0
                       WHERE o <= indnkeyatts) || ')'
                   || CASE WHEN indnatts > indnkeyatts THEN ' include ('
                      || (SELECT string_agg(attname, ',' ORDER BY o) FROM unnest(indkey) WITH ORDINALITY k(num, o)
                          JOIN pg_attribute a ON a.attrelid = indrelid AND a.attnum = num WHERE o > indnkeyatts) || ')'
                      ELSE '' END
                   || CASE WHEN indisunique THEN ' unique' ELSE '' END
                   || CASE WHEN indisvalid THEN '' ELSE ' invalid' END
                   || CASE WHEN indpred IS NULL THEN '' ELSE ' partial' END
                   || coalesce((SELECT ' of ' || pn.nspname || '.' || p.relname FROM pg_inherits h
                                JOIN pg_class p ON p.oid = inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace
                                WHERE inhrelid = c.oid), '')
            FROM pg_index i JOIN pg_class c ON c.oid = indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_class t ON t.oid = indrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
            WHERE""" + OURS + NOT_OF_EXTENSION.formatted("c"),
            """
            SELECT CASE relkind WHEN 'm' THEN 'matview ' ELSE 'view ' END || n.nspname || '.' || c.relname || ' ('
                   || (SELECT string_agg(attname, ',' ORDER BY attnum) FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0)
                   || ')'
            FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind IN ('v', 'm') AND""" + OURS + NOT_OF_EXTENSION.formatted("c"),
            """
            SELECT DISTINCT 'reads ' || n.nspname || '.' || c.relname || ' ' || rn.nspname || '.' || rc.relname
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_rewrite r ON r.ev_class = c.oid
            JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
                 AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> c.oid
            JOIN pg_class rc ON rc.oid = d.refobjid AND rc.relkind IN ('r', 'p', 'f', 'v', 'm')
            JOIN pg_namespace rn ON rn.oid = rc.relnamespace
            WHERE c.relkind IN ('v', 'm') AND rn.nspname NOT IN ('pg_catalog', 'information_schema') AND"""
                    + OURS + NOT_OF_EXTENSION.formatted("c")
                    + NOT_OF_EXTENSION
                            .replace("d.", "rd.")
                            .replace("pg_depend d", "pg_depend rd")
                            .formatted("rc"),
            """
            SELECT 'sequence ' || n.nspname || '.' || c.relname || ' ' || ty.typname
                   || coalesce(' of ' || tn.nspname || '.' || t.relname || '.' || a.attname, '')
                   || CASE WHEN d.deptype = 'i' THEN ' identity' ELSE '' END
            FROM pg_sequence s JOIN pg_class c ON c.oid = seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_type ty ON ty.oid = seqtypid
            LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid
                 AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0
            LEFT JOIN pg_class t ON t.oid = d.refobjid LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
            LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
            WHERE""" + OURS,
            """
            SELECT 'enum ' || n.nspname || '.' || typname || ' ('
                   || (SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid) || ')'
            FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace WHERE typtype = 'e' AND""" + OURS + NOT_OF_EXTENSION.formatted("t"),
            "SELECT 'domain ' || n.nspname || '.' || d0.typname || ' ' || "
                    + TYPE.formatted("d0.typbasetype", "d0.typtypmod")
                    + """
                     || CASE WHEN d0.typnotnull THEN ' not null' ELSE '' END
                     || CASE WHEN d0.typdefault IS NULL THEN '' ELSE ' default' END
                    FROM pg_type d0 JOIN pg_type ty ON ty.oid = d0.typbasetype JOIN pg_namespace n ON n.oid = d0.typnamespace
                    WHERE d0.typtype = 'd' AND"""
                    + OURS + NOT_OF_EXTENSION.formatted("d0"),
            """
            SELECT 'domain check ' || n.nspname || '.' || typname || '.' || conname
                   || CASE WHEN convalidated THEN '' ELSE ' not valid' END
            FROM pg_constraint k JOIN pg_type t ON t.oid = contypid JOIN pg_namespace n ON n.oid = typnamespace
            WHERE contype = 'c' AND""" + OURS + NOT_OF_EXTENSION.formatted("t"),
            "SELECT 'composite ' || n.nspname || '.' || c.relname || ' (' || string_agg(attname || ' ' || "
                    + TYPE.formatted("atttypid", "atttypmod")
                    + """
                    , ',' ORDER BY attnum) || ')'
                    FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
                    JOIN pg_attribute a ON attrelid = c.oid JOIN pg_type ty ON ty.oid = atttypid
                    WHERE relkind = 'c' AND attnum > 0 AND NOT attisdropped AND"""
                    + OURS + NOT_OF_EXTENSION.formatted("c") + " GROUP BY n.nspname, c.relname",
            "SELECT 'range ' || n.nspname || '.' || typname FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace"
                    + " WHERE typtype = 'r' AND" + OURS + NOT_OF_EXTENSION.formatted("t"),
            """
            SELECT 'routine ' || n.nspname || '.' || proname || '(' || pronargs || ') '
                   || CASE provolatile WHEN 'i' THEN 'IMMUTABLE' WHEN 's' THEN 'STABLE' ELSE 'VOLATILE' END
                   || ' ' || lanname
            FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace JOIN pg_language l ON l.oid = prolang
            -- a range type brings its own constructors
            WHERE prosrc NOT LIKE '%range_constructor%' AND""" + OURS + NOT_OF_EXTENSION.formatted("p"),
            """
            SELECT 'trigger ' || n.nspname || '.' || c.relname || '.' || tgname || ' enabled=' || (tgenabled <> 'D')
            FROM pg_trigger g JOIN pg_class c ON c.oid = tgrelid JOIN pg_namespace n ON n.oid = relnamespace
            WHERE NOT tgisinternal AND relkind <> 'v' AND""" + OURS,
            """
            SELECT 'policy ' || n.nspname || '.' || c.relname || '.' || polname || ' '
                   || CASE polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
                      WHEN 'd' THEN 'DELETE' ELSE 'ALL' END || ' permissive=' || polpermissive
            FROM pg_policy p JOIN pg_class c ON c.oid = polrelid JOIN pg_namespace n ON n.oid = relnamespace WHERE""" + OURS,
            """
            SELECT CASE WHEN c.relispartition THEN 'partition ' ELSE 'child ' END || n.nspname || '.' || c.relname || ' of '
                   || pn.nspname || '.' || p.relname
            FROM pg_inherits h JOIN pg_class c ON c.oid = inhrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_class p ON p.oid = inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace
            WHERE c.relkind IN ('r', 'p', 'f') AND""" + OURS);

    private ServerCatalog() {}

    static SortedSet<String> of(Connection connection) throws SQLException {
        var facts = new TreeSet<String>();
        try (Statement statement = connection.createStatement()) {
            for (String query : QUERIES) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        facts.add(rows.getString(1));
                    }
                }
            }
        }
        return facts;
    }
}
