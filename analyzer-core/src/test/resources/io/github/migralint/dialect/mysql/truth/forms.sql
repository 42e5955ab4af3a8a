-- The table on which every form of operations.csv is tried: first what all have, then what single forms need besides.
CREATE TABLE p (id INT NOT NULL PRIMARY KEY, k INT NULL);
INSERT INTO p (id) VALUES (1), (2), (3), (4), (5), (6), (7), (8);
CREATE TABLE t (
    id INT NOT NULL,
    a INT NULL,
    b INT NOT NULL DEFAULT 0,
    bi BIGINT NULL,
    ix INT NULL,
    nu INT NULL,
    s VARCHAR(50) NULL,
    s200 VARCHAR(200) NULL,
    sx VARCHAR(40) NULL,
    c10 CHAR(10) NULL,
    vb VARBINARY(50) NULL,
    tx TEXT NULL,
    de DECIMAL(10,2) NULL,
    fl FLOAT NULL,
    ti TINYINT NULL,
    bt BIT(4) NULL,
    dt DATETIME NULL,
    ts TIMESTAMP NULL,
    e ENUM('x','y') NULL,
    st SET('x','y') NULL,
    s60 VARCHAR(60) NULL,
    PRIMARY KEY (id),
    KEY k_ix (ix),
    KEY k_sx (sx)
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4;
INSERT INTO t (id, a, b, bi, ix, s, s200, sx, c10, vb, tx, de, fl, ti, bt, dt, ts, e, st, s60) VALUES
    (1, 1, 1, 1, 1, 's', 's', 's', 'c', 'b', 't', 1.5, 1.5, 1, 1, '2024-01-02 03:04:05', '2024-01-02 03:04:05', 'x', 'x', 's'),
    (2, 2, 2, 2, 2, 's', 's', 's', 'c', 'b', 't', 2.5, 2.5, 2, 2, '2024-01-02 03:04:06', '2024-01-02 03:04:06', 'x', 'x', 's'),
    (3, 3, 3, 3, 3, 's', 's', 's', 'c', 'b', 't', 3.5, 3.5, 3, 3, '2024-01-02 03:04:07', '2024-01-02 03:04:07', 'x', 'x', 's'),
    (4, 4, 4, 4, 4, 's', 's', 's', 'c', 'b', 't', 4.5, 4.5, 4, 4, '2024-01-02 03:04:08', '2024-01-02 03:04:08', 'x', 'x', 's'),
    (5, 6, 5, 5, 5, 's', 's', 's', 'c', 'b', 't', 5.5, 5.5, 5, 5, '2024-01-02 03:04:09', '2024-01-02 03:04:09', 'x', 'x', 's');

-- forms: add-column-on-fulltext-table drop-column-on-fulltext-table add-fulltext-second drop-fulltext-index
ALTER TABLE t ADD FULLTEXT KEY ft (s);

-- forms: add-column-on-compressed-table add-index-on-compressed-table
ALTER TABLE t ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8;

-- forms: drop-column-virtual-generated generated-virtual-change-expression generated-virtual-reorder add-index-on-virtual-column add-column-on-table-with-virtual-column set-not-null-on-table-with-unindexed-virtual-column
ALTER TABLE t ADD COLUMN vc INT GENERATED ALWAYS AS (a+1) VIRTUAL;

-- forms: set-not-null-on-table-with-virtual-column
ALTER TABLE t ADD COLUMN vc INT GENERATED ALWAYS AS (a+1) VIRTUAL;
ALTER TABLE t ADD KEY k_vc (vc);

-- forms: drop-column-stored-generated generated-stored-change-expression generated-stored-to-plain
ALTER TABLE t ADD COLUMN sc INT GENERATED ALWAYS AS (a+1) STORED;

-- forms: rename-column-fk-child drop-index-needed-by-fk drop-foreign-key
ALTER TABLE t ADD KEY k_a (a), ADD CONSTRAINT fk_a FOREIGN KEY (a) REFERENCES p (id);

-- forms: rename-column-fk-parent
ALTER TABLE t ADD COLUMN k INT NULL, ADD KEY k_k (k);
ALTER TABLE t FORCE;
CREATE TABLE child (id INT NOT NULL PRIMARY KEY, k INT NULL, KEY (k), CONSTRAINT fk_k FOREIGN KEY (k) REFERENCES t (k));

-- forms: charset-column-latin1-to-utf8mb4 type-varchar-extend-latin1-under-256
ALTER TABLE t ADD COLUMN l1 VARCHAR(20) CHARACTER SET latin1 NULL, ALGORITHM=COPY;

-- forms: charset-column-utf8mb3-to-utf8mb4
ALTER TABLE t ADD COLUMN m3 VARCHAR(20) CHARACTER SET utf8mb3 NULL, ALGORITHM=COPY;

-- forms: charset-column-utf8mb3-to-utf8mb4-across-256
ALTER TABLE t ADD COLUMN m3 VARCHAR(60) CHARACTER SET utf8mb3 NULL, ALGORITHM=COPY;

-- forms: charset-column-utf8mb3-to-utf8mb4-indexed
ALTER TABLE t ADD COLUMN m3 VARCHAR(20) CHARACTER SET utf8mb3 NULL, ADD KEY k_m3 (m3), ALGORITHM=COPY;

-- forms: charset-char-column-utf8mb3-to-utf8mb4
ALTER TABLE t ADD COLUMN m3 CHAR(20) CHARACTER SET utf8mb3 NULL, ALGORITHM=COPY;

-- forms: charset-text-column-utf8mb3-to-utf8mb4
ALTER TABLE t ADD COLUMN m3 TEXT CHARACTER SET utf8mb3 NULL, ALGORITHM=COPY;

-- forms: column-drop-auto-increment-attribute primary-key-type-int-to-bigint
ALTER TABLE t MODIFY COLUMN id INT NOT NULL AUTO_INCREMENT;

-- forms: drop-column-pk-part
ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (id, b);

-- forms: drop-column-composite-index-part
ALTER TABLE t ADD KEY k_ix_a (ix, a);

-- forms: type-json-to-text add-index-multivalued
ALTER TABLE t ADD COLUMN j JSON NULL, ALGORITHM=COPY;

-- forms: add-spatial-index
ALTER TABLE t ADD COLUMN g POINT NULL, ALGORITHM=COPY;
UPDATE t SET g = ST_GeomFromText('POINT(1 1)');
ALTER TABLE t MODIFY COLUMN g POINT NOT NULL;

-- forms: add-primary-key
ALTER TABLE t DROP PRIMARY KEY;

-- forms: add-foreign-key-checks-off add-foreign-key-no-index-checks-off
SET SESSION foreign_key_checks = 0;

-- forms: drop-check check-not-enforce
ALTER TABLE t ADD CONSTRAINT ck CHECK (a < 100000);

-- forms: check-enforce
ALTER TABLE t ADD CONSTRAINT ck CHECK (a < 100000) NOT ENFORCED;

-- forms: table-engine-myisam-to-innodb
ALTER TABLE t ENGINE=MyISAM;

-- forms: table-convert-charset-latin1-to-utf8mb4
DROP TABLE t;
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, s VARCHAR(50) NULL) ENGINE=InnoDB DEFAULT CHARACTER SET latin1;
INSERT INTO t VALUES (1, 's');

-- forms: table-convert-charset-utf8mb3-to-utf8mb4
DROP TABLE t;
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, s VARCHAR(50) NULL, KEY k_s (s)) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb3;
INSERT INTO t VALUES (1, 's');

-- forms: table-convert-charset-utf8mb3-to-utf8mb4-no-index
DROP TABLE t;
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, s VARCHAR(50) NULL) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb3;
INSERT INTO t VALUES (1, 's');

-- forms: table-convert-charset-no-text-columns
DROP TABLE t;
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a INT NULL) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4;
INSERT INTO t VALUES (1, 1);

-- forms: remove-partitioning add-partition-range drop-partition-range reorganize-partition truncate-partition exchange-partition rebuild-partition discard-partition-tablespace analyze-partition optimize-partition partitioned-add-column partitioned-add-index
DROP TABLE t;
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a INT NULL) ENGINE=InnoDB
    PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN (20), PARTITION p2 VALUES LESS THAN (30));
INSERT INTO t VALUES (1, 1), (11, 11), (21, 21);
CREATE TABLE x (id INT NOT NULL PRIMARY KEY, a INT NULL) ENGINE=InnoDB;

-- forms: add-partition-list
DROP TABLE t;
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a INT NULL) ENGINE=InnoDB
    PARTITION BY LIST (id) (PARTITION p1 VALUES IN (1, 2), PARTITION p2 VALUES IN (3, 4));
INSERT INTO t VALUES (1, 1), (3, 3);

-- forms: add-partition-hash coalesce-partition
DROP TABLE t;
CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a INT NULL) ENGINE=InnoDB PARTITION BY HASH (id) PARTITIONS 4;
INSERT INTO t VALUES (1, 1), (2, 2), (3, 3), (4, 4), (5, 5);
