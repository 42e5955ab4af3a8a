START TRANSACTION;
INSERT INTO people (name, age) VALUES ('Ann', 30), ('Bob', 40) ON DUPLICATE KEY UPDATE age = VALUES(age);
INSERT IGNORE INTO orders SET person_id = 1, state = 'new';
REPLACE INTO people (id, name) VALUES (1, 'Ann');
INSERT INTO orders_copy SELECT * FROM orders;
UPDATE orders o JOIN people p ON p.id = o.person_id SET o.state = 'old' WHERE p.age > 60;
UPDATE people SET notes = CONCAT(notes, '!') WHERE id BETWEEN 1 AND 1000 LIMIT 500;
DELETE FROM orders WHERE state = 'void' LIMIT 100;
SAVEPOINT half;
ROLLBACK TO half;
COMMIT;
SET @missing = (SELECT COUNT(*) = 0 FROM information_schema.statistics
    WHERE table_schema = DATABASE() AND table_name = 'orders' AND index_name = 'orders_total');
SET @ddl = IF(@missing, 'CREATE INDEX orders_total ON orders (total)', 'SELECT 1');
PREPARE statement_of_ddl FROM @ddl;
EXECUTE statement_of_ddl;
DEALLOCATE PREPARE statement_of_ddl;
SELECT COUNT(*) FROM orders;
SHOW TABLES;
