-- The catalog of a server as facts: a kind, the object that the fact is about, and what is said of it.
-- Objects of the system and members of extensions are left out.

SELECT 'schema' AS kind, nspname::text AS object, '' AS detail
FROM pg_namespace n
WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_namespace'::regclass AND objid = n.oid AND deptype = 'e')

UNION ALL
SELECT 'table', n.nspname || '.' || c.relname,
       CASE relkind WHEN 'r' THEN 'PLAIN' WHEN 'p' THEN 'PARTITIONED' ELSE 'FOREIGN' END
       || CASE relpersistence WHEN 'u' THEN ' unlogged' ELSE '' END
       || CASE WHEN relrowsecurity THEN ' row security' ELSE '' END
       || coalesce((SELECT ' by ' || CASE partstrat WHEN 'l' THEN 'list' WHEN 'r' THEN 'range' ELSE 'hash' END || ' ('
                           || coalesce((SELECT string_agg(coalesce(attname, 'expression'), ',' ORDER BY o)
                                        FROM unnest(partattrs) WITH ORDINALITY k(num, o)
                                        LEFT JOIN pg_attribute ON attrelid = c.oid AND attnum = num AND num > 0), '')
                           || ')'
                    FROM pg_partitioned_table WHERE partrelid = c.oid), '')
FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
WHERE relkind IN ('r', 'p', 'f') AND nspname !~ '^pg_' AND nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')

UNION ALL
SELECT 'column', n.nspname || '.' || c.relname,
       attname || ' ' || typename(ty, atttypid, atttypmod)
       || CASE WHEN attnotnull THEN ' not null' ELSE '' END
       || CASE WHEN atthasdef AND attgenerated = '' AND pg_get_expr(ad.adbin, ad.adrelid) !~ '^NULL::'
               THEN CASE WHEN EXISTS (SELECT FROM regexp_matches(adbin::text, ':(?:op)?funcid (\d+)', 'g') f(ids)
                                      JOIN pg_proc p ON p.oid = ids[1]::oid AND provolatile = 'v')
                         THEN ' default volatile' ELSE ' default' END
               ELSE '' END
       || CASE attidentity WHEN 'a' THEN ' always' WHEN 'd' THEN ' by default' ELSE '' END
       || CASE attgenerated WHEN 's' THEN ' stored' WHEN 'v' THEN ' virtual' ELSE '' END
       || CASE WHEN attcollation <> typcollation
               THEN (SELECT ' collate ' || collname FROM pg_collation co WHERE co.oid = attcollation) ELSE '' END
FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid = relnamespace
JOIN pg_type ty ON ty.oid = atttypid
LEFT JOIN pg_attrdef ad ON ad.adrelid = attrelid AND ad.adnum = attnum
WHERE attnum > 0 AND NOT attisdropped AND relkind IN ('r', 'p', 'f')
  AND nspname !~ '^pg_' AND nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')

UNION ALL
SELECT 'constraint', n.nspname || '.' || c.relname,
       conname || ' '
       || CASE contype WHEN 'p' THEN 'PRIMARY_KEY' WHEN 'u' THEN 'UNIQUE' WHEN 'f' THEN 'FOREIGN_KEY'
                       WHEN 'c' THEN 'CHECK' WHEN 'x' THEN 'EXCLUDE' WHEN 'n' THEN 'NOT_NULL' END
       || CASE contype
          WHEN 'x' THEN ''
          WHEN 'c' THEN ' of ' || coalesce((SELECT string_agg(attname, ',' ORDER BY attname COLLATE "C") FROM pg_attribute
                                   WHERE attrelid = conrelid AND attnum = ANY (conkey)), '')
          ELSE ' (' || (SELECT string_agg(attname, ',' ORDER BY o) FROM unnest(conkey) WITH ORDINALITY u(num, o)
                        JOIN pg_attribute ON attrelid = conrelid AND attnum = num) || ')' END
       || CASE WHEN contype = 'f' THEN ' to '
               || (SELECT fn.nspname || '.' || fc.relname FROM pg_class fc JOIN pg_namespace fn ON fn.oid = fc.relnamespace
                   WHERE fc.oid = confrelid) || '('
               || (SELECT string_agg(attname, ',' ORDER BY o) FROM unnest(confkey) WITH ORDINALITY u(num, o)
                   JOIN pg_attribute ON attrelid = confrelid AND attnum = num) || ')'
               || CASE confdeltype WHEN 'a' THEN '' WHEN 'r' THEN ' delete RESTRICT' WHEN 'c' THEN ' delete CASCADE'
                                   WHEN 'n' THEN ' delete SET NULL' ELSE ' delete SET DEFAULT' END
               || CASE confupdtype WHEN 'a' THEN '' WHEN 'r' THEN ' update RESTRICT' WHEN 'c' THEN ' update CASCADE'
                                   WHEN 'n' THEN ' update SET NULL' ELSE ' update SET DEFAULT' END
               ELSE '' END
       || CASE WHEN condeferrable THEN ' deferrable' ELSE '' END
       || CASE WHEN connoinherit AND contype IN ('c', 'n') THEN ' no inherit' ELSE '' END
       || CASE WHEN convalidated THEN '' ELSE ' not valid' END
       || CASE WHEN NOT since(18, conenforced, true) THEN ' not enforced' ELSE '' END
FROM pg_constraint k JOIN pg_class c ON c.oid = conrelid JOIN pg_namespace n ON n.oid = relnamespace
WHERE contype IN ('p', 'u', 'f', 'c', 'x', 'n') AND nspname !~ '^pg_' AND nspname <> 'information_schema'
  -- the server keeps one more for each partition of a referenced table
  AND NOT EXISTS (SELECT FROM pg_constraint up WHERE up.oid = k.conparentid AND up.conrelid = k.conrelid)
  AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')

UNION ALL
SELECT 'index', tn.nspname || '.' || t.relname,
       n.nspname || '.' || c.relname || ' ' || amname || ' ('
       || (SELECT string_agg(coalesce(attname, 'expression') || CASE WHEN indoption[o - 1] & 1 = 1 THEN ' desc' ELSE '' END,
                             ',' ORDER BY o)
           FROM unnest(indkey) WITH ORDINALITY k(num, o)
           LEFT JOIN pg_attribute ON attrelid = indrelid AND attnum = num AND num > 0
           WHERE o <= indnkeyatts) || ')'
       || CASE WHEN indnatts > indnkeyatts
               THEN ' include (' || (SELECT string_agg(attname, ',' ORDER BY o)
                                     FROM unnest(indkey) WITH ORDINALITY k(num, o)
                                     JOIN pg_attribute ON attrelid = indrelid AND attnum = num WHERE o > indnkeyatts) || ')'
               ELSE '' END
       || CASE WHEN indisunique THEN ' unique' ELSE '' END
       || CASE WHEN since(15, indnullsnotdistinct, false) THEN ' nulls not distinct' ELSE '' END
       || CASE WHEN indisvalid THEN '' ELSE ' invalid' END
       || CASE WHEN indpred IS NULL THEN '' ELSE ' partial' END
       || coalesce((SELECT ' of ' || pn.nspname || '.' || p.relname FROM pg_inherits h
                    JOIN pg_class p ON p.oid = inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace
                    WHERE inhrelid = c.oid), '')
       || coalesce(' for ' || conname, '')
FROM pg_index i JOIN pg_class c ON c.oid = indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_am am ON am.oid = c.relam
JOIN pg_class t ON t.oid = indrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
LEFT JOIN pg_constraint ON conindid = indexrelid AND contype IN ('p', 'u', 'x')
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = t.oid AND deptype = 'e')

UNION ALL
-- columns that only the expressions and the predicate of an index name
SELECT DISTINCT 'index use', tn.nspname || '.' || t.relname, n.nspname || '.' || c.relname || ' ' || attname
FROM pg_index i JOIN pg_class c ON c.oid = indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_class t ON t.oid = indrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid
     AND d.refclassid = 'pg_class'::regclass AND d.refobjid = indrelid AND d.refobjsubid > 0
JOIN pg_attribute ON attrelid = indrelid AND attnum = d.refobjsubid
WHERE attnum <> ALL (indkey) AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = t.oid AND e.deptype = 'e')

UNION ALL
SELECT 'view', n.nspname || '.' || c.relname, CASE relkind WHEN 'm' THEN 'materialized' ELSE '' END
FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
WHERE relkind IN ('v', 'm') AND nspname !~ '^pg_' AND nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')

UNION ALL
SELECT 'view columns', n.nspname || '.' || c.relname, string_agg(attname, ',' ORDER BY attnum)
FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace JOIN pg_attribute ON attrelid = c.oid AND attnum > 0
WHERE relkind IN ('v', 'm') AND nspname !~ '^pg_' AND nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')
GROUP BY n.nspname, c.relname

UNION ALL
SELECT DISTINCT 'view reads', n.nspname || '.' || c.relname, rn.nspname || '.' || rc.relname
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_rewrite r ON r.ev_class = c.oid
JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
     AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> c.oid
JOIN pg_class rc ON rc.oid = d.refobjid AND rc.relkind IN ('r', 'p', 'f', 'v', 'm')
JOIN pg_namespace rn ON rn.oid = rc.relnamespace
WHERE c.relkind IN ('v', 'm') AND rn.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid IN (c.oid, rc.oid) AND e.deptype = 'e')

UNION ALL
SELECT DISTINCT 'view uses', n.nspname || '.' || c.relname, rn.nspname || '.' || rc.relname || '.' || attname
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_rewrite r ON r.ev_class = c.oid
JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
     AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> c.oid AND d.refobjsubid > 0
JOIN pg_class rc ON rc.oid = d.refobjid AND rc.relkind IN ('r', 'p', 'f', 'v', 'm')
JOIN pg_attribute ON attrelid = rc.oid AND attnum = d.refobjsubid
JOIN pg_namespace rn ON rn.oid = rc.relnamespace
WHERE c.relkind IN ('v', 'm') AND rn.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid IN (c.oid, rc.oid) AND e.deptype = 'e')

UNION ALL
SELECT 'sequence', n.nspname || '.' || c.relname,
       typname || coalesce(' of ' || tn.nspname || '.' || t.relname || '.' || attname, '')
       || CASE WHEN d.deptype = 'i' THEN ' identity' ELSE '' END
FROM pg_sequence s JOIN pg_class c ON c.oid = seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_type ty ON ty.oid = seqtypid
LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid
     AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0
LEFT JOIN pg_class t ON t.oid = d.refobjid LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
LEFT JOIN pg_attribute ON attrelid = t.oid AND attnum = d.refobjsubid
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')

UNION ALL
SELECT 'enum', n.nspname || '.' || typname,
       (SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid)
FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace
WHERE typtype = 'e' AND nspname !~ '^pg_' AND nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_type'::regclass AND objid = t.oid AND deptype = 'e')

UNION ALL
SELECT 'domain', n.nspname || '.' || t.typname,
       typename(ty, t.typbasetype, t.typtypmod)
       || CASE WHEN t.typnotnull THEN ' not null' ELSE '' END
       || CASE WHEN t.typdefault IS NULL THEN '' ELSE ' default' END
FROM pg_type t JOIN pg_type ty ON ty.oid = t.typbasetype JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE t.typtype = 'd' AND nspname !~ '^pg_' AND nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_type'::regclass AND objid = t.oid AND deptype = 'e')

UNION ALL
SELECT 'domain check', n.nspname || '.' || typname, conname || CASE WHEN convalidated THEN '' ELSE ' not valid' END
FROM pg_constraint k JOIN pg_type t ON t.oid = contypid JOIN pg_namespace n ON n.oid = typnamespace
WHERE contype = 'c' AND nspname !~ '^pg_' AND nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_type'::regclass AND objid = t.oid AND deptype = 'e')

UNION ALL
SELECT 'composite', n.nspname || '.' || c.relname,
       string_agg(attname || ' ' || typename(ty, atttypid, atttypmod), ',' ORDER BY attnum)
FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
JOIN pg_attribute ON attrelid = c.oid JOIN pg_type ty ON ty.oid = atttypid
WHERE relkind = 'c' AND attnum > 0 AND NOT attisdropped AND nspname !~ '^pg_' AND nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')
GROUP BY n.nspname, c.relname

UNION ALL
SELECT 'range', n.nspname || '.' || typname, ''
FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace
WHERE typtype = 'r' AND nspname !~ '^pg_' AND nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_type'::regclass AND objid = t.oid AND deptype = 'e')

UNION ALL
SELECT CASE prokind WHEN 'p' THEN 'procedure' ELSE 'function' END, n.nspname || '.' || proname,
       '('
       || coalesce((SELECT string_agg(typename(ty, ty.oid, -1), ',' ORDER BY o)
                    FROM unnest(proargtypes) WITH ORDINALITY u(id, o) JOIN pg_type ty ON ty.oid = id), '')
       || ') ' || CASE provolatile WHEN 'i' THEN 'IMMUTABLE' WHEN 's' THEN 'STABLE' ELSE 'VOLATILE' END || ' ' || lanname
       || CASE WHEN prorettype = 'trigger'::regtype THEN ' trigger' ELSE '' END
FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace JOIN pg_language l ON l.oid = prolang
-- a range type brings its own constructors
WHERE prosrc NOT LIKE '%range_constructor%' AND nspname !~ '^pg_' AND nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = p.oid AND deptype = 'e')

UNION ALL
SELECT 'trigger', n.nspname || '.' || c.relname,
       tgname || ' ' || CASE WHEN tgtype & 2 > 0 THEN 'BEFORE' WHEN tgtype & 64 > 0 THEN 'INSTEAD OF' ELSE 'AFTER' END
       || CASE WHEN tgtype & 4 > 0 THEN ' INSERT' ELSE '' END || CASE WHEN tgtype & 16 > 0 THEN ' UPDATE' ELSE '' END
       || CASE WHEN tgtype & 8 > 0 THEN ' DELETE' ELSE '' END || CASE WHEN tgtype & 32 > 0 THEN ' TRUNCATE' ELSE '' END
       || CASE WHEN tgtype & 1 > 0 THEN ' each row ' ELSE ' ' END || proname
       || CASE tgenabled WHEN 'D' THEN ' disabled' ELSE '' END
       || CASE WHEN tgconstraint <> 0 THEN ' constraint' ELSE '' END
FROM pg_trigger g JOIN pg_class c ON c.oid = tgrelid JOIN pg_namespace n ON n.oid = relnamespace
JOIN pg_proc p ON p.oid = tgfoid
-- until 14 the copies in partitions are internal
WHERE (NOT tgisinternal OR tgconstraint = 0) AND relkind <> 'v' AND nspname !~ '^pg_' AND nspname <> 'information_schema'

UNION ALL
SELECT 'policy', n.nspname || '.' || c.relname,
       polname || ' ' || CASE polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
                                     WHEN 'd' THEN 'DELETE' ELSE 'ALL' END
       || CASE WHEN polpermissive THEN '' ELSE ' restrictive' END
       || ' of ' || coalesce((SELECT string_agg(DISTINCT attname COLLATE "C", ',') FROM pg_depend
                              JOIN pg_attribute ON attrelid = refobjid AND attnum = refobjsubid
                              WHERE classid = 'pg_policy'::regclass AND objid = p.oid
                                AND refclassid = 'pg_class'::regclass AND refobjid = c.oid AND refobjsubid > 0), '')
FROM pg_policy p JOIN pg_class c ON c.oid = polrelid JOIN pg_namespace n ON n.oid = relnamespace
WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'

UNION ALL
SELECT CASE WHEN c.relispartition THEN 'partition' ELSE 'child' END, n.nspname || '.' || c.relname,
       'of ' || pn.nspname || '.' || p.relname
       || coalesce(' ' || lower(regexp_replace(pg_get_expr(c.relpartbound, c.oid), '(IN|FROM) \(.*', '\1')), '')
FROM pg_inherits h JOIN pg_class c ON c.oid = inhrelid JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_class p ON p.oid = inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace
WHERE c.relkind IN ('r', 'p', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'

UNION ALL
SELECT 'extension', extname::text, '' FROM pg_extension WHERE extname <> 'plpgsql'
