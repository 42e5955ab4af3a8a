ALTER TABLE customers ADD COLUMN loyalty_level text NOT NULL;
