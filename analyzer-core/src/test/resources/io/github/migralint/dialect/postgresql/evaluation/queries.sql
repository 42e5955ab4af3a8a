SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename
SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'text' ORDER BY 1, 2
SELECT conname, conrelid::regclass AS tab FROM pg_constraint WHERE contype IN ('p', 'u', 'f') AND connamespace = 'public'::regnamespace
SELECT format('DROP TABLE %I.%I CASCADE', schemaname, tablename) AS cmd FROM pg_tables WHERE schemaname IN ('public', 'shop')
SELECT c.relname, i.relname AS index FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid WHERE c.relname = 'orders' AND NOT x.indisprimary
SELECT indexname FROM pg_indexes WHERE schemaname = 'public' AND tablename = 'customers' AND indexname NOT LIKE '%pkey'
SELECT enumlabel FROM pg_enum e JOIN pg_type t ON e.enumtypid = t.oid WHERE t.typname = 'mood' ORDER BY e.enumsortorder
SELECT attname FROM pg_attribute WHERE attrelid = 'public.orders'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum
SELECT tc.table_name, kcu.column_name, ccu.table_name AS target FROM information_schema.table_constraints AS tc JOIN information_schema.key_column_usage AS kcu ON tc.constraint_name = kcu.constraint_name JOIN information_schema.constraint_column_usage AS ccu ON ccu.constraint_name = tc.constraint_name WHERE tc.constraint_type = 'FOREIGN KEY' AND tc.table_name = 'orders'
SELECT inhrelid::regclass AS part FROM pg_inherits WHERE inhparent = 'events'::regclass
SELECT relname, relkind FROM pg_class WHERE relnamespace = 'shop'::regnamespace AND relkind IN ('r', 'S') ORDER BY relname DESC LIMIT 1
SELECT trigger_name, event_object_table FROM information_schema.triggers WHERE trigger_schema = 'public' AND event_object_table = 'orders'
SELECT policyname, tablename FROM pg_policies
SELECT proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'shop'
SELECT table_schema, count(*) FROM information_schema.tables WHERE table_schema IN ('public', 'shop') GROUP BY table_schema
SELECT table_schema AS s, count(*) AS n FROM information_schema.tables WHERE table_schema IN ('public', 'shop') GROUP BY 1 HAVING count(*) > 1 ORDER BY 2 DESC
SELECT DISTINCT tablename FROM pg_indexes WHERE schemaname = 'public' ORDER BY tablename
SELECT unnest(ARRAY['a', 'b']) AS x
SELECT n FROM generate_series(3, 1, -1) AS n ORDER BY n
SELECT x, o FROM unnest(ARRAY['a', 'b']) WITH ORDINALITY AS u(x, o) ORDER BY o
SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL (ARRAY['orders', 'events']) EXCEPT SELECT 'scratch'
SELECT c.relname, count(i.indexrelid) FROM pg_class c LEFT JOIN pg_index i ON i.indrelid = c.oid WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace GROUP BY c.relname
SELECT schema_name FROM information_schema.schemata WHERE schema_name NOT LIKE 'pg\_%' AND schema_name <> 'information_schema'
SELECT extname FROM pg_extension ORDER BY extname
SELECT con.conname FROM pg_catalog.pg_constraint con INNER JOIN pg_catalog.pg_class rel ON rel.oid = con.conrelid INNER JOIN pg_catalog.pg_namespace nsp ON nsp.oid = con.connamespace WHERE nsp.nspname = 'public' AND rel.relname = 'customers' AND con.contype = 'c'
? SELECT id FROM customers
? SELECT * FROM pg_stat_activity
