ALTER TABLE people
    ADD COLUMN nick varchar(20) NOT NULL AFTER name,
    ADD INDEX people_nick (nick),
    DROP COLUMN notes,
    MODIFY age bigint,
    CHANGE mail email varchar(200) NOT NULL;
ALTER TABLE people ADD COLUMN code char(36), ALGORITHM=INSTANT;
ALTER TABLE people ALTER COLUMN name SET DEFAULT 'x', ALTER COLUMN price DROP DEFAULT;
ALTER TABLE people RENAME COLUMN code TO secret;
ALTER TABLE people RENAME INDEX people_born TO people_by_birth;
ALTER TABLE people MODIFY mood enum('glad','sad','tired') NOT NULL DEFAULT 'glad';
ALTER TABLE people MODIFY name varchar(30) NOT NULL;
ALTER TABLE people CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
ALTER TABLE people ALTER INDEX people_name INVISIBLE;
ALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total >= 0), DROP FOREIGN KEY orders_person;
ALTER TABLE orders ADD CONSTRAINT orders_buyer FOREIGN KEY (person_id) REFERENCES people (id);
ALTER TABLE orders ADD UNIQUE KEY orders_unique (person_id, state);
ALTER TABLE orders DROP PRIMARY KEY, ADD PRIMARY KEY (id, person_id);
ALTER TABLE orders ENGINE=InnoDB;
ALTER TABLE orders AUTO_INCREMENT = 100, COMMENT = 'orders';
ALTER TABLE events ADD PARTITION (PARTITION p2 VALUES LESS THAN (800000));
ALTER TABLE events DROP PARTITION p0;
CREATE INDEX people_age ON people (age);
DROP INDEX people_nick ON people;
RENAME TABLE orders_copy TO orders_old, orders TO purchases;
OPTIMIZE TABLE people;
SET foreign_key_checks = 0;
TRUNCATE TABLE events;
DROP TABLE IF EXISTS orders_old;
SET foreign_key_checks = 1;
DROP TRIGGER IF EXISTS orders_touch;
DROP VIEW grown_ups;
UPDATE people SET age = 1;
LOCK TABLES people WRITE;
UNLOCK TABLES;
