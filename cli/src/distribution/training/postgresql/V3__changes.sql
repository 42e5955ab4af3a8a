ALTER TABLE people
    ADD COLUMN nick text NOT NULL,
    ADD COLUMN IF NOT EXISTS code uuid DEFAULT gen_random_uuid(),
    ADD COLUMN number serial,
    DROP COLUMN IF EXISTS notes CASCADE,
    ALTER COLUMN price TYPE numeric(12, 4) USING price::numeric(12, 4),
    ALTER COLUMN age SET NOT NULL,
    ALTER COLUMN name DROP NOT NULL,
    ALTER COLUMN name SET DEFAULT 'x',
    ALTER COLUMN feeling DROP DEFAULT,
    ALTER COLUMN age SET STATISTICS 200,
    ALTER COLUMN tags SET STORAGE EXTERNAL;
ALTER TABLE orders ADD CONSTRAINT orders_state_check CHECK (state IN ('new', 'paid'));
ALTER TABLE orders ADD CONSTRAINT orders_person_fk FOREIGN KEY (person_id) REFERENCES people (id) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_person_fk;
ALTER TABLE orders ADD CONSTRAINT orders_day_fk FOREIGN KEY (person_id) REFERENCES people (id);
ALTER TABLE orders ADD UNIQUE (person_id, created_on);
ALTER TABLE orders ADD CONSTRAINT orders_by_index UNIQUE USING INDEX orders_unique;
ALTER TABLE orders DROP CONSTRAINT IF EXISTS orders_day_fk;
ALTER TABLE orders RENAME COLUMN state TO status;
ALTER TABLE orders RENAME TO purchases;
ALTER TABLE purchases SET SCHEMA public;
ALTER TABLE purchases OWNER TO CURRENT_USER;
ALTER TABLE purchases ENABLE ROW LEVEL SECURITY;
ALTER TABLE purchases DISABLE TRIGGER ALL;
ALTER TABLE purchases SET (autovacuum_enabled = false);
ALTER TABLE purchases CLUSTER ON purchases_pkey;
ALTER TABLE purchases SET LOGGED;
ALTER TABLE events DETACH PARTITION events_2026;
ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'tired' BEFORE 'sad';
ALTER TYPE mood RENAME VALUE 'glad' TO 'happy';
ALTER DOMAIN email ADD CONSTRAINT long CHECK (length(VALUE) > 5) NOT VALID;
ALTER SEQUENCE numbers RESTART WITH 100;
ALTER INDEX people_lower_name RENAME TO people_by_name;
ALTER VIEW grown_ups RENAME TO adults;
ALTER POLICY own_rows ON purchases RENAME TO mine;
CREATE INDEX purchases_total ON purchases (total);
DROP INDEX people_by_name;
DROP TRIGGER people_touch ON people;
DROP FUNCTION twice(integer);
DROP VIEW adults;
DROP MATERIALIZED VIEW totals;
DROP TABLE old_people, copies CASCADE;
DROP SEQUENCE numbers;
DROP TYPE IF EXISTS mood CASCADE;
DO $$
DECLARE
    part text;
    found_one boolean;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'purchases_total_positive') THEN
        ALTER TABLE purchases ADD CONSTRAINT purchases_total_positive CHECK (total > 0) NOT VALID;
    END IF;
    SELECT EXISTS (
        SELECT 1 FROM information_schema.columns WHERE table_name = 'purchases' AND column_name = 'total'
    ) INTO found_one;
    IF found_one THEN
        RAISE NOTICE 'total is there';
    END IF;
    FOREACH part IN ARRAY ARRAY['first', 'second'] LOOP
        EXECUTE format('CREATE TABLE %I (id bigint PRIMARY KEY)', 'training_' || part);
    END LOOP;
    FOR i IN 1..2 LOOP
        EXECUTE 'CREATE INDEX training_first_' || i || ' ON training_first (id)';
    END LOOP;
    BEGIN
        ALTER TABLE training_second ADD COLUMN id bigint;
    EXCEPTION WHEN duplicate_column THEN
        NULL;
    END;
    IF EXISTS (SELECT 1 FROM purchases WHERE total IS NULL) THEN
        UPDATE purchases SET total = 0 WHERE total IS NULL;
    END IF;
END
$$;
