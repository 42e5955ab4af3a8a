SET lock_timeout = '5s';

ALTER TABLE products ALTER COLUMN sku TYPE varchar(40);
