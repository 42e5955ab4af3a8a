-- 2. The newest orders; the nightly job fills the rest in batches of the same size.
UPDATE orders SET currency = 'EUR' WHERE currency IS NULL AND id BETWEEN 90001 AND 100000;
