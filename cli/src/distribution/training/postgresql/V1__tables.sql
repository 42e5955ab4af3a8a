-- Every kind of statement once, so that what reads it is loaded in training. It makes no sense otherwise.
/* a block /* with one inside */ */
SET lock_timeout = '5s';
SET search_path TO shop, public;
CREATE SCHEMA IF NOT EXISTS shop AUTHORIZATION CURRENT_USER;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE TYPE address AS (street text, city varchar(80));
CREATE DOMAIN email AS text NOT NULL CONSTRAINT email_shape CHECK (VALUE LIKE '%@%');
CREATE SEQUENCE IF NOT EXISTS numbers AS bigint START WITH 10 INCREMENT BY 2 MINVALUE 1 MAXVALUE 1000 CACHE 5 NO CYCLE;
CREATE TABLE people (
    id bigint GENERATED ALWAYS AS IDENTITY (START WITH 5) PRIMARY KEY,
    name text COLLATE "C" NOT NULL DEFAULT 'nobody',
    age integer CHECK (age > 0 AND age < 200),
    mail email UNIQUE,
    feeling mood DEFAULT 'glad'::mood,
    tags text[] NOT NULL DEFAULT '{}',
    price numeric(10, 2),
    total numeric GENERATED ALWAYS AS (price * 1.2) STORED,
    born timestamp with time zone DEFAULT now(),
    notes jsonb DEFAULT '{"a": 1}'::jsonb,
    "Odd Name" varchar(20),
    CONSTRAINT people_name_key UNIQUE (name, age),
    CONSTRAINT people_age_check CHECK (age IS NOT NULL OR name = E'it\'s')
) WITH (fillfactor = 70);
CREATE TABLE orders (
    id bigserial,
    person_id bigint NOT NULL REFERENCES people (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    state varchar(20) NOT NULL,
    total numeric(12, 2),
    created_on date NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY (person_id) REFERENCES people
);
CREATE TABLE events (id uuid DEFAULT gen_random_uuid(), at timestamptz NOT NULL, kind text)
    PARTITION BY RANGE (at);
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE UNLOGGED TABLE copies (LIKE people INCLUDING ALL);
CREATE TABLE old_people AS SELECT * FROM people WHERE age > 90 WITH NO DATA;
CREATE INDEX people_lower_name ON people USING btree (lower(name) text_pattern_ops DESC NULLS LAST) WHERE age > 18;
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS orders_unique ON orders (person_id) INCLUDE (state);
CREATE VIEW grown_ups AS SELECT id, name FROM people WHERE age >= 18;
CREATE OR REPLACE VIEW customers WITH (security_barrier) AS SELECT p.name, o.total FROM people p JOIN orders o ON o.person_id = p.id;
CREATE MATERIALIZED VIEW totals AS SELECT person_id, sum(total) AS total FROM orders GROUP BY person_id;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    NEW.name := upper(NEW.name);
    IF NEW.age IS NULL THEN
        RAISE NOTICE 'no age for %', NEW.id;
    END IF;
    RETURN NEW;
END
$body$;
CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT AS 'SELECT n * 2';
CREATE TRIGGER people_touch BEFORE INSERT OR UPDATE OF name ON people FOR EACH ROW EXECUTE FUNCTION touch();
CREATE POLICY own_rows ON orders FOR SELECT TO PUBLIC USING (person_id = 1) WITH CHECK (total > 0);
CREATE RULE no_delete AS ON DELETE TO people DO INSTEAD NOTHING;
CREATE STATISTICS people_stats (dependencies) ON name, age FROM people;
COMMENT ON TABLE people IS 'all of them';
COMMENT ON COLUMN people.name IS NULL;
GRANT SELECT, INSERT (name) ON people TO PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA shop FROM PUBLIC;
COPY people (name, age) FROM stdin;
anna	30
bert	\N
\.
\echo done
