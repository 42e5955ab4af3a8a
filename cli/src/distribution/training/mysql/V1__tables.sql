-- Every kind of statement once, so that what reads it is loaded in training. It makes no sense otherwise.
/*!40101 SET NAMES utf8mb4 */;
SET SESSION lock_wait_timeout = 5, @shop = 'north';
SET sql_mode = 'STRICT_TRANS_TABLES';
CREATE DATABASE IF NOT EXISTS shop CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
USE shop;
CREATE TABLE `people` (
    `id` bigint unsigned NOT NULL AUTO_INCREMENT,
    `name` varchar(60) CHARACTER SET utf8mb4 NOT NULL DEFAULT 'nobody' COMMENT 'as written',
    `age` int(11) DEFAULT NULL CHECK (`age` > 0),
    `mail` varchar(120) UNIQUE,
    `mood` enum('glad','sad') NOT NULL DEFAULT 'glad',
    `tags` json DEFAULT NULL,
    `price` decimal(10,2) DEFAULT 0.00,
    `gross` decimal(12,2) GENERATED ALWAYS AS (`price` * 1.2) STORED,
    `double_age` int AS (`age` * 2) VIRTUAL,
    `born` datetime(6) DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    `notes` longtext,
    PRIMARY KEY (`id`),
    UNIQUE KEY `people_name` (`name`(20), `age`),
    KEY `people_born` (`born` DESC) USING BTREE,
    FULLTEXT KEY `people_notes` (`notes`)
) ENGINE=InnoDB AUTO_INCREMENT=5 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=DYNAMIC COMMENT='people';
CREATE TABLE orders (
    id bigint PRIMARY KEY AUTO_INCREMENT,
    person_id bigint unsigned NOT NULL,
    state varchar(20) NOT NULL,
    total decimal(12, 2),
    placed timestamp NULL DEFAULT NULL,
    INDEX orders_state (state),
    CONSTRAINT orders_person FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE
);
CREATE TABLE events (id bigint NOT NULL, day date NOT NULL, PRIMARY KEY (id, day))
    PARTITION BY RANGE (TO_DAYS(day)) (PARTITION p0 VALUES LESS THAN (738000), PARTITION p1 VALUES LESS THAN MAXVALUE);
CREATE TABLE orders_copy LIKE orders;
CREATE TEMPORARY TABLE chosen AS SELECT id, state FROM orders WHERE total > 10;
CREATE OR REPLACE VIEW grown_ups AS SELECT p.id, p.name FROM people p JOIN orders o ON o.person_id = p.id WHERE p.age >= 18;
CREATE UNIQUE INDEX orders_placed ON orders (placed, person_id) ALGORITHM=INPLACE LOCK=NONE;
DELIMITER $$
CREATE DEFINER=`root`@`localhost` TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW
BEGIN
    IF NEW.total < 0 THEN
        SET NEW.total = 0;
    END IF;
END$$
CREATE PROCEDURE add_column()
BEGIN
    DECLARE done int DEFAULT 0;
    IF NOT EXISTS (SELECT * FROM information_schema.columns
            WHERE table_schema = DATABASE() AND table_name = 'orders' AND column_name = 'note') THEN
        ALTER TABLE orders ADD COLUMN note varchar(20);
    END IF;
END$$
CREATE FUNCTION twice(n int) RETURNS int DETERMINISTIC RETURN n * 2$$
DELIMITER ;
CALL add_column();
DROP PROCEDURE IF EXISTS add_column;
GRANT SELECT, INSERT ON shop.* TO 'app'@'%';
