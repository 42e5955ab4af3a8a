-- 4. No row is left without one; reads and writes go on while this is verified.
ALTER TABLE orders VALIDATE CONSTRAINT orders_currency_not_null;
