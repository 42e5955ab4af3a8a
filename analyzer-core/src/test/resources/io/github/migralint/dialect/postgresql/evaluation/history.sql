CREATE EXTENSION pgcrypto;
CREATE EXTENSION citext;
CREATE SCHEMA shop;
CREATE TYPE shop.mood AS ENUM ('sad', 'ok', 'happy');
ALTER TYPE shop.mood ADD VALUE 'fine' BEFORE 'happy';
CREATE TYPE state AS ENUM ('new', 'done');
CREATE DOMAIN amount AS numeric(10, 2) CHECK (VALUE > 0);
CREATE TYPE address AS (street text, zip varchar(10));
CREATE TABLE customers (
    id bigserial PRIMARY KEY,
    name varchar(50) NOT NULL,
    email text UNIQUE,
    gone int,
    score int DEFAULT 0,
    CONSTRAINT positive CHECK (score >= 0)
);
ALTER TABLE customers DROP COLUMN gone;
ALTER TABLE customers ADD COLUMN state state;
CREATE TABLE orders (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    customer_id bigint REFERENCES customers (id) ON DELETE CASCADE,
    total amount,
    tags text[] NOT NULL DEFAULT '{}',
    placed timestamptz NOT NULL DEFAULT now(),
    number bigint GENERATED ALWAYS AS IDENTITY,
    twice numeric GENERATED ALWAYS AS (2) STORED
);
CREATE INDEX orders_customer_idx ON orders (customer_id);
CREATE UNIQUE INDEX orders_placed_idx ON orders (placed) WHERE total IS NOT NULL;
CREATE INDEX customers_lower_idx ON customers (lower(email));
CREATE TABLE shop."Item" (id int PRIMARY KEY, "Kind" shop.mood, price numeric(8, 2), note char(3));
ALTER TABLE shop."Item" ADD CONSTRAINT item_price CHECK (price > 0) NOT VALID;
CREATE TABLE events (id bigint, at date NOT NULL, kind text) PARTITION BY RANGE (at);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE UNLOGGED TABLE scratch (id int);
CREATE VIEW active AS SELECT id, name FROM customers;
CREATE MATERIALIZED VIEW totals AS SELECT customer_id, sum(total) AS total FROM orders GROUP BY customer_id;
CREATE UNIQUE INDEX totals_idx ON totals (customer_id);
CREATE SEQUENCE shop.numbers;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE FUNCTION shop.price(i int) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT 1.0';
CREATE PROCEDURE tidy() LANGUAGE sql AS 'SELECT 1';
CREATE TRIGGER touch_orders BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_orders ON orders FOR SELECT USING (true);
CREATE POLICY no_orders ON orders AS RESTRICTIVE USING (false);
