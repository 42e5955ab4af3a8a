BEGIN;
INSERT INTO people (name, age) VALUES ('anna', 30), ('bert', NULL) ON CONFLICT (name) DO UPDATE SET age = EXCLUDED.age RETURNING id;
INSERT INTO old_people SELECT * FROM people WHERE age > 90;
UPDATE people SET age = age + 1, name = trim(both ' ' from name) FROM orders o WHERE o.person_id = people.id AND age IS NULL;
UPDATE orders SET state = 'new';
DELETE FROM orders USING people p WHERE p.id = orders.person_id AND p.age BETWEEN 1 AND 5;
DELETE FROM orders;
WITH gone AS (DELETE FROM orders WHERE id IN (SELECT id FROM orders LIMIT 5) RETURNING *) SELECT count(*) FROM gone;
MERGE INTO people p USING old_people o ON p.id = o.id WHEN MATCHED THEN UPDATE SET age = o.age WHEN NOT MATCHED THEN DO NOTHING;
SELECT setval('numbers', 10, true);
SAVEPOINT here;
ROLLBACK TO SAVEPOINT here;
LOCK TABLE people IN ACCESS EXCLUSIVE MODE NOWAIT;
TRUNCATE TABLE orders, events RESTART IDENTITY CASCADE;
COMMIT;
DO $$
DECLARE
    r record;
BEGIN
    FOR r IN SELECT id FROM people LOOP
        UPDATE people SET age = 1 WHERE id = r.id;
    END LOOP;
    IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'x') THEN
        ALTER TABLE people ADD CONSTRAINT x CHECK (age > 0) NOT VALID;
    END IF;
    EXECUTE 'DROP TABLE IF EXISTS nothing';
EXCEPTION WHEN others THEN
    NULL;
END
$$;
VACUUM (ANALYZE) people;
ANALYZE people (name);
REINDEX INDEX CONCURRENTLY people_lower_name;
CLUSTER people USING people_pkey;
REFRESH MATERIALIZED VIEW CONCURRENTLY totals;
CALL something(1, 'two');
RESET lock_timeout;
this is not SQL at all;
