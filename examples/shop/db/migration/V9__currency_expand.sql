-- Orders get a currency, step by step: 1. the column, with a default for those who do not know it yet.
SET lock_timeout = '5s';

ALTER TABLE orders ADD COLUMN currency text;
ALTER TABLE orders ALTER COLUMN currency SET DEFAULT 'EUR';
