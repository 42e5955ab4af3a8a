-- Every form of PL/pgSQL that its manual describes, in bodies that a server accepts.
CREATE TABLE orders (id bigint PRIMARY KEY, customer text, total numeric(10, 2), tags text[], placed timestamptz);
CREATE TABLE audit (at timestamptz DEFAULT now(), what text, "Old Total" numeric);
CREATE TYPE order_line AS (sku text, amount int);
CREATE DOMAIN cents AS int CHECK (VALUE >= 0);

CREATE FUNCTION declarations(int, named text) RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
#print_strict_params on
<<outermost>>
DECLARE
    plain integer;
    filled integer DEFAULT 32;
    assigned int := 1 + 1;
    equals text = 'a;b -- no comment';
    fixed CONSTANT integer := 10;
    required text NOT NULL DEFAULT 'x';
    collated text COLLATE "C" NOT NULL := 'y';
    like_column orders.customer%TYPE;
    like_variable plain%TYPE;
    like_row orders%ROWTYPE;
    composite order_line;
    domained cents;
    anything record;
    list text[] := ARRAY['a', 'b'];
    grid int[][];
    sized varchar(20)[];
    precise numeric(10, 2) := 0.0;
    zoned timestamp(3) with time zone;
    spaced double precision;
    quoted_type pg_catalog.int4;
    "Quoted name" int;
    first_argument ALIAS FOR $1;
    second_argument ALIAS FOR named;
    unbound refcursor;
    bound CURSOR FOR SELECT * FROM orders;
    bound_is CURSOR IS SELECT 1;
    bound_with CURSOR (low int, high int) FOR SELECT * FROM orders WHERE id BETWEEN low AND high;
    scrolling SCROLL CURSOR FOR SELECT 1;
    unscrolling NO SCROLL CURSOR FOR SELECT 1;
    label int;
    type text;
    next int;
    DECLARE twice int;
BEGIN
    <<inner_block>>
    DECLARE
        plain text := outermost.plain::text;
    BEGIN
        NULL;
    END inner_block;
    BEGIN END;
END outermost;
$$;

CREATE FUNCTION assignments() RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE
    a int; b numeric; r record; list int[]; o orders; l order_line; exit int; "Mixed" text; lines order_line[];
BEGIN
    a := 1;
    a = 2;
    b:=-1;
    b=-1.5e3;
    exit := 3;
    "Mixed" := 'it''s';
    r := ROW(1, 'x');
    NEW.total := OLD.total * 2;
    new.customer = lower(new.customer);
    list[1] := 5;
    list[a + 1] := list[a];
    list[1:2] := ARRAY[1, 2];
    o.tags[1] := 'red';
    lines[1].amount := 3;
    l.sku := 'a';
    a := count(*) FROM orders WHERE id > a;
    a := (SELECT max(id) FROM orders);
    b := CASE WHEN a > 1 THEN 2 WHEN a = 0 THEN 3 ELSE 4 END;
    a := array_length(list, 1) % 2;
    r := (SELECT o FROM orders o LIMIT 1);
    o := NULL;
    RETURN NEW;
END
$body$;

CREATE FUNCTION choices(p int) RETURNS text LANGUAGE plpgsql AS $$
DECLARE found_it boolean; kind text;
BEGIN
    IF p = 1 THEN RETURN 'one'; END IF;
    IF p IS NULL THEN NULL; ELSE p := 2; END IF;
    IF p > 1 AND EXISTS (SELECT 1 FROM orders WHERE id = p) THEN
        IF NOT FOUND THEN RETURN 'none'; END IF;
    ELSIF p < 0 THEN
        NULL;
    ELSEIF (CASE WHEN p = 0 THEN true ELSE false END) THEN
        NULL;
    ELSE
    END IF;
    IF count(*) > 1 FROM orders THEN NULL; END IF;
    CASE p WHEN 1 THEN kind := 'a'; WHEN 2, 3, p + 1 THEN kind := 'b'; ELSE kind := 'c'; END CASE;
    CASE WHEN p > 1 THEN kind := 'x'; WHEN p = 1 OR kind IN ('q', 'r') THEN NULL; END CASE;
    CASE p + 1 WHEN 4 THEN ELSE END CASE;
    CASE (SELECT 1) WHEN (SELECT 2) THEN NULL; END CASE;
    RETURN CASE kind WHEN 'a' THEN 'A' ELSE kind END;
END;
$$;

CREATE FUNCTION loops(n int) RETURNS SETOF orders LANGUAGE plpgsql AS $$
DECLARE
    r record; o orders%ROWTYPE; i int; a int; b text; m int[]; cur CURSOR FOR SELECT * FROM orders;
    cur_args CURSOR (low int) FOR SELECT * FROM orders WHERE id > low;
BEGIN
    LOOP EXIT; END LOOP;
    <<outer_loop>>
    LOOP
        <<inner_loop>>
        WHILE n > 0 LOOP
            n := n - 1;
            EXIT outer_loop WHEN n = 5;
            CONTINUE inner_loop WHEN n % 2 = 0;
            CONTINUE;
        END LOOP inner_loop;
        EXIT outer_loop;
    END LOOP outer_loop;
    FOR i IN 1..10 LOOP NULL; END LOOP;
    FOR i IN 1 .. array_length(m, 1) LOOP NULL; END LOOP;
    FOR i IN REVERSE 10..1 LOOP NULL; END LOOP;
    FOR i IN REVERSE n + 10..(SELECT 1) BY 2 LOOP NULL; END LOOP;
    FOR r IN SELECT * FROM orders ORDER BY id LOOP RETURN NEXT r; END LOOP;
    FOR o IN SELECT * FROM orders LOOP RETURN NEXT o; END LOOP;
    FOR a, b IN SELECT id, customer FROM orders LOOP NULL; END LOOP;
    FOR o.id IN SELECT 1 LOOP NULL; END LOOP;
    FOR r IN (SELECT 1 UNION SELECT 2) LOOP NULL; END LOOP;
    FOR r IN VALUES (1), (2) LOOP NULL; END LOOP;
    FOR r IN WITH x AS (SELECT 1) SELECT * FROM x LOOP NULL; END LOOP;
    FOR r IN UPDATE orders SET total = 0 WHERE total IS NULL RETURNING id LOOP NULL; END LOOP;
    FOR r IN DELETE FROM audit RETURNING what LOOP NULL; END LOOP;
    FOR r IN INSERT INTO audit (what) VALUES ('x') RETURNING at LOOP NULL; END LOOP;
    FOR r IN EXPLAIN SELECT 1 LOOP NULL; END LOOP;
    FOR r IN EXECUTE 'SELECT * FROM orders' LOOP NULL; END LOOP;
    FOR a, b IN EXECUTE 'SELECT $1, $2' USING n, 'x' || n LOOP NULL; END LOOP;
    FOR r IN cur LOOP UPDATE orders SET total = 1 WHERE CURRENT OF cur; END LOOP;
    FOR r IN cur_args(5) LOOP NULL; END LOOP;
    FOR r IN cur_args(low := (1 + 2) * 3) LOOP NULL; END LOOP;
    FOREACH i IN ARRAY m LOOP NULL; END LOOP;
    FOREACH m SLICE 1 IN ARRAY ARRAY[[1, 2], [3, 4]] LOOP NULL; END LOOP;
    FOREACH a IN ARRAY string_to_array('1,2', ',')::int[] LOOP NULL; END LOOP;
    <<block>>
    BEGIN
        EXIT block WHEN n = 0;
    END;
    FOR r IN SELECT CASE WHEN true THEN 1 END AS loop_column LOOP NULL; END LOOP;
    RETURN QUERY SELECT * FROM orders;
    RETURN QUERY UPDATE orders SET total = 1 RETURNING *;
    RETURN QUERY EXECUTE 'SELECT * FROM orders WHERE id = $1' USING n;
    RETURN QUERY EXECUTE 'SELECT * FROM orders';
    RETURN QUERY VALUES (1::bigint, 'c', 1.0, NULL::text[], now());
    RETURN NEXT o;
    RETURN;
END;
$$;

CREATE FUNCTION returns_out(OUT a int, OUT b text) RETURNS SETOF record LANGUAGE plpgsql AS $$
BEGIN
    a := 1;
    RETURN NEXT;
    RETURN;
END $$;

CREATE FUNCTION messages(p int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE a int; context text; state text; m text;
BEGIN
    RAISE NOTICE 'plain';
    RAISE 'ends here';
    RAISE EXCEPTION 'value % of % (100%%)', p, p + 1;
    RAISE WARNING 'a' USING HINT = 'h', DETAIL = 'd' || p;
    RAISE INFO '%', (SELECT 1);
    RAISE LOG E'tab\t%', CASE WHEN p = 1 THEN 'x' ELSE 'y' END;
    RAISE DEBUG $q$dollar %$q$, p;
    RAISE division_by_zero;
    RAISE SQLSTATE '22012';
    RAISE EXCEPTION unique_violation USING MESSAGE = 'twice ' || p;
    RAISE EXCEPTION USING ERRCODE = 'unique_violation', MESSAGE := 'm', COLUMN = 'c', CONSTRAINT = 'k',
        DATATYPE = 't', TABLE = 'o', SCHEMA = 's';
    RAISE USING MESSAGE = 'x';
    ASSERT p > 0;
    ASSERT p > 0, 'negative: ' || p;
    GET DIAGNOSTICS a = ROW_COUNT;
    GET CURRENT DIAGNOSTICS a := ROW_COUNT, context = PG_CONTEXT;
    BEGIN
        PERFORM 1 / p;
    EXCEPTION
        WHEN division_by_zero OR unique_violation THEN
            GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, m = MESSAGE_TEXT, context = PG_EXCEPTION_CONTEXT;
            RAISE;
        WHEN SQLSTATE '40001' THEN
        WHEN OTHERS THEN
            RAISE NOTICE '% %', SQLERRM, SQLSTATE;
    END;
    RETURN 1;
EXCEPTION WHEN OTHERS THEN
    RETURN 0;
END;
$$;

CREATE FUNCTION cursors(c refcursor) RETURNS refcursor LANGUAGE plpgsql AS $$
DECLARE
    r record; a int; b text; p CURSOR (k bigint) FOR SELECT * FROM orders WHERE id = k; q CURSOR FOR SELECT 1;
BEGIN
    OPEN c FOR SELECT * FROM orders;
    OPEN c NO SCROLL FOR SELECT 1;
    OPEN c SCROLL FOR WITH x AS (SELECT 1) SELECT * FROM x;
    OPEN c FOR EXECUTE 'SELECT * FROM orders WHERE id = $1' USING 1, 'x';
    OPEN c SCROLL FOR EXECUTE format('SELECT * FROM %I', 'orders');
    OPEN p(42);
    OPEN p(k := 42);
    OPEN q;
    FETCH c INTO r;
    FETCH NEXT FROM c INTO a, b;
    FETCH PRIOR FROM c INTO r;
    FETCH LAST IN c INTO r;
    FETCH FIRST FROM c INTO r;
    FETCH ABSOLUTE 3 FROM c INTO r;
    FETCH RELATIVE -2 FROM c INTO r;
    FETCH FORWARD FROM c INTO r;
    FETCH BACKWARD FROM c INTO r;
    MOVE c;
    MOVE LAST FROM c;
    MOVE RELATIVE -1 FROM c;
    MOVE FORWARD 2 FROM c;
    MOVE FORWARD ALL IN c;
    CLOSE c;
    RETURN c;
END;
$$;

CREATE PROCEDURE commands(p text, INOUT done int) LANGUAGE plpgsql AS $$
DECLARE a bigint; b text; o orders; r record; t text := 'orders';
BEGIN
    SELECT id INTO a FROM orders;
    SELECT id, customer INTO STRICT a, b FROM orders WHERE id = 1;
    SELECT INTO a, o.customer id, customer FROM orders;
    SELECT id FROM orders INTO a;
    SELECT * FROM orders WHERE total > 1 INTO STRICT o;
    SELECT * INTO r FROM (SELECT 1 AS x) s WHERE x IN (SELECT 2);
    WITH x AS (SELECT 1 AS id) SELECT id INTO a FROM x;
    VALUES (1) INTO a;
    INSERT INTO audit (what) VALUES ('x') RETURNING what INTO b;
    INSERT INTO audit SELECT now(), p;
    INSERT INTO orders (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET total = excluded.total RETURNING id INTO STRICT a;
    UPDATE orders SET total = total + 1 WHERE id = a RETURNING customer, id INTO b, a;
    DELETE FROM audit WHERE "Old Total" < 0 RETURNING what INTO b;
    MERGE INTO orders USING audit ON id = 1 WHEN MATCHED THEN DELETE WHEN NOT MATCHED THEN DO NOTHING;
    PERFORM pg_sleep(0);
    PERFORM * FROM orders WHERE id = a;
    PERFORM 1 FROM orders o JOIN audit x ON x.what = o.customer;
    EXECUTE 'TRUNCATE audit';
    EXECUTE format('SELECT count(*) FROM %I WHERE id > $1', t) INTO a USING 5;
    EXECUTE 'SELECT $1, $2' USING 1, 'b' INTO STRICT a, b;
    EXECUTE 'ALTER TABLE ' || quote_ident(t) || ' ADD COLUMN IF NOT EXISTS note text' ;
    EXECUTE (SELECT 'DELETE FROM audit');
    EXECUTE CASE WHEN a = 1 THEN 'SELECT 1' ELSE 'SELECT 2' END INTO a;
    CREATE TABLE IF NOT EXISTS made (id int DEFAULT 1, CHECK (id > 0));
    CREATE TEMP TABLE scratch ON COMMIT DROP AS SELECT * FROM orders;
    ALTER TABLE made ADD COLUMN IF NOT EXISTS x int;
    DROP TABLE IF EXISTS made;
    CREATE RULE kept AS ON DELETE TO audit DO INSTEAD (SELECT 1; SELECT 2);
    CREATE FUNCTION nested() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 ELSE 2 END; SELECT 3; END;
    CREATE OR REPLACE FUNCTION inner_one() RETURNS void LANGUAGE plpgsql AS $inner$
        BEGIN
            DO $deep$ BEGIN PERFORM 1; END $deep$;
        END
    $inner$;
    GRANT SELECT ON audit TO PUBLIC;
    SET LOCAL lock_timeout = '1s';
    LOCK TABLE orders IN SHARE MODE;
    COMMENT ON TABLE orders IS 'begin; end';
    IMPORT FOREIGN SCHEMA remote FROM SERVER elsewhere INTO local_schema;
    EXPLAIN SELECT 1;
    CALL commands(p, done);
    CALL commands('x', done := done);
    DO 'BEGIN NULL; END';
    COMMIT;
    COMMIT AND CHAIN;
    ROLLBACK;
    ROLLBACK AND NO CHAIN;
    PERFORM;
    NULL;
    RETURN;
END;
$$;

CREATE FUNCTION quoted() RETURNS void LANGUAGE 'plpgsql' AS '
BEGIN
    INSERT INTO audit (what) VALUES (''it''''s'');
    EXECUTE ''CREATE TABLE made_here (a text DEFAULT ''''x'''')'';
    IF ''a'' = ''b'' THEN RAISE NOTICE ''%'', 1; END IF;
END';

CREATE FUNCTION escaped() RETURNS void AS E'BEGIN\n\tPERFORM \'a\\nb\';\n\tPERFORM 1;\nEND' LANGUAGE plpgsql;

CREATE FUNCTION continued() RETURNS void LANGUAGE plpgsql AS 'BEGIN '
    'PERFORM 1; '
    'END';

CREATE FUNCTION sql_text(int) RETURNS bigint LANGUAGE sql AS $$
    INSERT INTO audit (what) VALUES ('a;b');
    UPDATE orders SET total = 0 WHERE id = $1;
    SELECT count(*) FROM orders;
$$;

CREATE FUNCTION sql_atomic(a int) RETURNS int BEGIN ATOMIC
    INSERT INTO audit (what) VALUES ('x');
    SELECT CASE WHEN a > 1 THEN 1 ELSE 2 END;
END;

CREATE FUNCTION sql_return(a int) RETURNS int RETURN a + 1;

DO LANGUAGE plpgsql $$ BEGIN NULL; END; $$;
DO $do$
DECLARE r record;
BEGIN
    FOR r IN SELECT 1 LOOP NULL; END LOOP;
END
$do$ LANGUAGE plpgsql;
