-- Release 4.2 does not ask for a phone number any more.
SET lock_timeout = '5s';

ALTER TABLE customers ALTER COLUMN phone DROP NOT NULL;
