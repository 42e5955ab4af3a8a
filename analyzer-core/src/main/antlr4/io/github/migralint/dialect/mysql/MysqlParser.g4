/**
 * Statements of MySQL and MariaDB as migrations use them: complete for DDL, transactions and settings, the outer shape of
 * DML. Whatever some version of either server takes is read. Keywords decide with one token wherever they can; expressions,
 * queries and types are runs that TokenRunParser reads.
 */
parser grammar MysqlParser;

options {
    superClass = TokenRunParser;
}

tokens {
    ASSIGN, AT, BIT_STRING, COMMA, DOT, EQUALS, IDENTIFIER, INVALID, LPAREN, NUMBER, NOW_WORD, OPERATOR_SYMBOL,
    PARAMETER, RESERVED_WORD, RPAREN, SEMICOLON, SIGN, STAR, STRING_LITERAL, TYPE_WORD, VARIABLE, ACTION, ADD,
    AFTER, AGGREGATE, ALGORITHM, ALL, ALTER, ALWAYS, ANALYZE, AND, AS, ASC, ASCII, ATOMIC, AUTO, AUTO_INCREMENT,
    BACKUP, BEFORE, BEGIN, BINARY, BINLOG, BODY, BY, BYTE, CACHE, CALL, CASCADE, CASCADED, CASE, CHAIN, CHANGE,
    CHARACTER, CHARSET, CHECK, CHECKSUM, CLONE, CLUSTERING, COALESCE, COLLATE, COLUMN, COLUMNS, COLUMN_FORMAT,
    COMMENT, COMMIT, COMPRESSED, CONCURRENT, CONNECTION, CONSTRAINT, CONTAINS, CONVERT, CREATE, CURRENT,
    CURRENT_USER, CYCLE, DATA, DATABASE, DEALLOCATE, DEFAULT, DEFINER, DELAYED, DELETE, DESC, DESCRIBE,
    DETERMINISTIC, DIRECTORY, DISABLE, DISCARD, DO, DROP, DUPLICATE, EACH, ENABLE, ENCRYPTION, END, ENFORCED,
    ENGINE, ENGINE_ATTRIBUTE, EVENT, EXCHANGE, EXECUTE, EXISTS, EXPLAIN, FIRST, FLUSH, FOLLOWS, FOR, FORCE,
    FOREIGN, FORMAT, FROM, FULLTEXT, FUNCTION, GENERATED, GET, GRANT, GROUP, GROUP_REPLICATION, HANDLER, HASH,
    HAVING, HELP, HIGH_PRIORITY, HISTORY, IF, IGNORE, IGNORED, IMMEDIATE, IMPORT, IN, INCREMENT, INDEX, INFILE,
    INSERT, INSTALL, INSTANCE, INTERVAL, INTO, INVISIBLE, KEY, KEYS, KEY_BLOCK_SIZE, KILL, LANGUAGE, LESS, LIBRARY,
    LIKE, LIMIT, LINEAR, LIST, LOAD, LOCAL, LOCK, LOGFILE, LOOP, LOW_PRIORITY, MATCH, MAXVALUE, MINVALUE, MODIFIES,
    MODIFY, NO, NOCACHE, NOCYCLE, NOMAXVALUE, NOMINVALUE, NOT, NOWAIT, NO_WRITE_TO_BINLOG, NULL, OF, OFFLINE, ON,
    ONLINE, ONLY, OPTIMIZE, OPTION, OR, ORDER, OVERLAPS, PACKAGE, PARSER, PARTITION, PARTITIONING, PARTITIONS,
    PASSWORD, PERIOD, PERSISTENT, PORTION, PRECEDES, PREPARE, PRIMARY, PROCEDURE, PURGE, QUICK, RANGE, READ, READS,
    REBUILD, REFERENCE, REFERENCES, REF_SYSTEM_ID, RELEASE, REMOVE, RENAME, REORGANIZE, REPAIR, REPEAT, REPLACE,
    REPLICA, RESET, RESIGNAL, RESOURCE, RESTART, RESTRICT, RETURNING, RETURNS, REVOKE, ROLE, ROLLBACK, ROW,
    SAVEPOINT, SCHEDULE, SCHEMA, SECONDARY, SECONDARY_ENGINE_ATTRIBUTE, SECONDARY_LOAD, SECONDARY_UNLOAD, SECURITY,
    SELECT, SEQUENCE, SERIAL, SERVER, SET, SHOW, SHUTDOWN, SIGNAL, SLAVE, SONAME, SPATIAL, SQL, SRID, START,
    STARTS, STOP, STORAGE, STORED, SUBPARTITION, SUBPARTITIONS, SYSTEM, SYSTEM_TIME, TABLE, TABLES, TABLESPACE,
    TEMPORARY, THAN, TO, TRANSACTION, TRIGGER, TRUNCATE, TYPE, UNDO, UNICODE, UNINSTALL, UNION, UNIQUE, UNLOCK,
    UPDATE, UPGRADE, USE, USER, USING, VALIDATION, VALUE, VALUES, VECTOR, VERSIONING, VIEW, VIRTUAL, VISIBLE, WAIT,
    WHERE, WHILE, WITH, WITHOUT, WORK, WRITE, XA, XML
}

root
    : statement EOF
    ;

statement
    : create
    | alter
    | drop
    | renameStmt
    | truncate
    | use
    | select
    | withStatement
    | insert
    | replaceRows
    | update
    | deletion
    | loadData
    | call
    | transaction
    | set
    | lockTables
    | unlockTables
    | grant
    | revoke
    | prepare
    | executeStmt
    | deallocate
    | maintain
    | block
    | explained
    | other
    ;

// ---------------------------------------------------------------- CREATE

create
    : CREATE orReplace? createObject
    ;

orReplace
    : OR REPLACE
    ;

createObject
    : TEMPORARY (createTable | createSequence)
    | createTable
    | createSequence
    | createIndex
    | createDatabase
    | viewAttribute* createStored
    | createPlain
    ;

/** What DEFINER may stand before. */
createStored
    : createView
    | createRoutine
    | createTrigger
    | createEvent
    | createPackage
    ;

createTable
    : TABLE ifNotExists? anyName (LIKE anyName | tableBody)
    ;

tableBody
    : LPAREN (LIKE anyName RPAREN | query RPAREN | tableElement (COMMA tableElement)* RPAREN tableSuffix)
    | tableSuffix
    ;

tableSuffix
    : (tableOption (COMMA? tableOption)*)? partitioning? (IGNORE | REPLACE)? AS? query?
    ;

tableElement
    : columnDefinition
    | index
    | tableConstraint
    | period
    ;

columnDefinition
    : colId columnType columnAttribute*
    ;

columnType
    : (colId | TYPE_WORD | CHARACTER | BINARY | SET) {finishTypeName();}
    ;

columnAttribute
    : NOT (NULL | SECONDARY)
    | NULL
    | DEFAULT defaultValue
    | ON UPDATE now
    | AUTO_INCREMENT
    | UNIQUE KEY?
    | PRIMARY? KEY
    | COMMENT string
    | charset EQUALS? charsetName
    | (ASCII | UNICODE | BYTE) BINARY?
    | BINARY
    | COLLATE EQUALS? charsetName
    | COLUMN_FORMAT (colId | DEFAULT)
    | STORAGE (colId | DEFAULT)
    | ENGINE_ATTRIBUTE EQUALS? string
    | SECONDARY_ENGINE_ATTRIBUTE EQUALS? string
    | references
    | (CONSTRAINT colId?)? check
    | (GENERATED ALWAYS)? AS (LPAREN expression RPAREN | ROW (START | END))
    | VIRTUAL
    | STORED
    | PERSISTENT
    | INVISIBLE
    | VISIBLE
    | SRID NUMBER
    | REF_SYSTEM_ID EQUALS? NUMBER
    | COMPRESSED (EQUALS colId)?
    | (WITH | WITHOUT) SYSTEM VERSIONING
    | SERIAL DEFAULT VALUE
    | IDENTIFIER EQUALS optionValue
    ;

defaultValue
    : {readOperand();}
    ;

now
    : (IDENTIFIER | NOW_WORD) (LPAREN NUMBER? RPAREN)?
    ;

check
    : CHECK LPAREN expression RPAREN enforcement?
    ;

enforcement
    : NOT? ENFORCED
    ;

references
    : REFERENCES anyName columnList? (MATCH colId)? referentialAction*
    ;

referentialAction
    : ON (DELETE | UPDATE) (RESTRICT | CASCADE | SET (NULL | DEFAULT) | NO ACTION)
    ;

index
    : (INDEX | KEY) ifNotExists? indexName? indexType? keyParts indexOption*
    | (FULLTEXT | SPATIAL) (INDEX | KEY)? ifNotExists? indexName? keyParts indexOption*
    | VECTOR (INDEX | KEY) ifNotExists? indexName? keyParts indexOption*
    ;

tableConstraint
    : (CONSTRAINT ifNotExists? symbol=indexName?)?
      ( PRIMARY KEY ifNotExists? named=indexName? indexType? keyParts indexOption*
      | UNIQUE (INDEX | KEY)? ifNotExists? named=indexName? indexType? keyParts indexOption*
      | FOREIGN KEY ifNotExists? named=indexName? columnList references
      | check
      )
    ;

period
    : PERIOD FOR colId LPAREN colId COMMA colId RPAREN
    ;

indexName
    : colId
    ;

indexType
    : USING colId
    ;

keyParts
    : LPAREN keyPart (COMMA keyPart)* RPAREN
    ;

keyPart
    : (colId (LPAREN NUMBER RPAREN)? | LPAREN expression RPAREN) (ASC | DESC | WITHOUT OVERLAPS)?
    ;

indexOption
    : KEY_BLOCK_SIZE EQUALS? NUMBER
    | indexType
    | WITH PARSER colId
    | COMMENT string
    | visibility
    | CLUSTERING EQUALS? optionValue
    | (ENGINE_ATTRIBUTE | SECONDARY_ENGINE_ATTRIBUTE) EQUALS? string
    | IDENTIFIER EQUALS optionValue
    ;

visibility
    : VISIBLE
    | INVISIBLE
    | NOT? IGNORED
    ;

tableOption
    : tableOptionName EQUALS? optionValue
    | DEFAULT? charset EQUALS? charsetName
    | DEFAULT? COLLATE EQUALS? charsetName
    | (DATA | INDEX) DIRECTORY EQUALS? string
    | UNION EQUALS? LPAREN anyName (COMMA anyName)* RPAREN
    | START TRANSACTION
    | WITH SYSTEM VERSIONING
    ;

tableOptionName
    : {checkTableOption();}
      ( IDENTIFIER
      | AUTO_INCREMENT
      | COMMENT
      | CONNECTION
      | ENGINE
      | ENGINE_ATTRIBUTE
      | KEY_BLOCK_SIZE
      | PASSWORD
      | SECONDARY_ENGINE_ATTRIBUTE
      | STORAGE
      | TABLESPACE
      | TYPE
      )
    ;

optionValue
    : colId
    | string
    | SIGN? NUMBER
    | BIT_STRING
    | DEFAULT
    | ON
    ;

partitioning
    : PARTITION BY partitionMethod (PARTITIONS NUMBER)?
      (SUBPARTITION BY hashMethod (SUBPARTITIONS NUMBER)?)?
      partitionGroup?
    ;

partitionMethod
    : hashMethod
    | (RANGE | LIST) (LPAREN expression RPAREN | COLUMNS columnList)
    | SYSTEM_TIME historyLimit
    ;

historyLimit
    : (INTERVAL simpleExpression colId (STARTS simpleExpression)? | LIMIT NUMBER)? AUTO?
    ;

hashMethod
    : LINEAR? (HASH LPAREN expression RPAREN | KEY (ALGORITHM EQUALS NUMBER)? LPAREN (colId (COMMA colId)*)? RPAREN)
    ;

partitionGroup
    : LPAREN partitionDefinition (COMMA partitionDefinition)* RPAREN
    ;

partitionDefinition
    : PARTITION colId partitionValues? partitionOption* (LPAREN subpartition (COMMA subpartition)* RPAREN)?
    ;

partitionValues
    : VALUES (LESS THAN (MAXVALUE | LPAREN expressionList RPAREN) | IN LPAREN expressionList RPAREN)
    | HISTORY
    | CURRENT
    | DEFAULT
    ;

subpartition
    : SUBPARTITION colId partitionOption*
    ;

partitionOption
    : STORAGE? ENGINE EQUALS? colIdOrString
    | COMMENT EQUALS? string
    | (DATA | INDEX) DIRECTORY EQUALS? string
    | TABLESPACE EQUALS? colId
    | IDENTIFIER EQUALS? optionValue
    ;

createIndex
    : (ONLINE | OFFLINE)? (UNIQUE | FULLTEXT | SPATIAL | VECTOR)? INDEX ifNotExists? colId indexType?
      ON anyName keyParts waiting? (indexOption | online)*
    ;

online
    : (ALGORITHM | LOCK) EQUALS? (colId | DEFAULT)
    ;

waiting
    : WAIT NUMBER
    | NOWAIT
    ;

createDatabase
    : (DATABASE | SCHEMA) ifNotExists? colId databaseOption*
    ;

databaseOption
    : DEFAULT?
      ( charset EQUALS? charsetName
      | COLLATE EQUALS? charsetName
      | ENCRYPTION EQUALS? string
      | COMMENT EQUALS? string
      )
    | READ ONLY EQUALS? (NUMBER | DEFAULT)
    ;

createView
    : VIEW ifNotExists? anyName columnList? AS query checkOption?
    ;

viewAttribute
    : ALGORITHM EQUALS colId
    | definer
    | SQL SECURITY colId
    ;

definer
    : DEFINER EQUALS account
    ;

checkOption
    : WITH (CASCADED | LOCAL)? CHECK OPTION
    ;

createSequence
    : SEQUENCE ifNotExists? anyName sequenceOption* tableOption*
    ;

sequenceOption
    : AS colIdOrType
    | INCREMENT (BY | EQUALS)? signedNumber
    | (MINVALUE | MAXVALUE) EQUALS? signedNumber
    | NO (MINVALUE | MAXVALUE | CACHE | CYCLE)
    | START (WITH | EQUALS)? signedNumber
    | CACHE EQUALS? signedNumber
    | CYCLE
    | NOCACHE
    | NOCYCLE
    | NOMINVALUE
    | NOMAXVALUE
    | RESTART ((WITH | EQUALS)? signedNumber)?
    ;

colIdOrType
    : (colId | TYPE_WORD) {finishTypeName();}
    ;

createRoutine
    : AGGREGATE? FUNCTION ifNotExists? anyName (parameters RETURNS returned characteristic* body | RETURNS colIdOrType SONAME string)
    | PROCEDURE ifNotExists? anyName parameters characteristic* body
    ;

parameters
    : LPAREN {finishParameters();}
    ;

returned
    : columnType (charset charsetName)? (COLLATE charsetName)?
    ;

characteristic
    : COMMENT string
    | LANGUAGE (colId | SQL)
    | NOT? DETERMINISTIC
    | CONTAINS SQL
    | NO SQL
    | READS SQL DATA
    | MODIFIES SQL DATA
    | SQL SECURITY colId
    | USING LPAREN {finishGroup();}
    ;

/** Statements of a program, which the readers of programs look into. */
body
    : {readBody();}
    ;

createTrigger
    : TRIGGER ifNotExists? anyName (BEFORE | AFTER) triggerEvent (OR triggerEvent)* ON anyName FOR EACH ROW
      ((FOLLOWS | PRECEDES) colId)? body
    ;

triggerEvent
    : INSERT
    | DELETE
    | UPDATE (OF nameList)?
    ;

createEvent
    : EVENT ifNotExists? anyName ON SCHEDULE body
    ;

createPackage
    : PACKAGE (BODY)? ifNotExists? anyName body
    ;

createPlain
    : accountKind ifNotExists? account rest
    | SERVER ifNotExists? colIdOrString rest
    | UNDO? TABLESPACE colId rest
    | LOGFILE GROUP colId rest
    | SPATIAL REFERENCE colId ifNotExists? NUMBER rest
    | RESOURCE GROUP colId rest
    | LIBRARY ifNotExists? anyName rest
    ;

accountKind
    : USER
    | ROLE
    ;

/** The remainder of a statement about which nothing more is asked. */
rest
    : {readRest();}
    ;

// ---------------------------------------------------------------- ALTER

alter
    : ALTER alterObject
    ;

alterObject
    : ONLINE? IGNORE? TABLE ifExists? anyName waiting? alterActions?
    | (DATABASE | SCHEMA) (databaseOption+ | colId databaseOption+)
    | viewAttribute* (VIEW ifExists? anyName columnList? AS query checkOption? | EVENT anyName body)
    | SEQUENCE ifExists? anyName sequenceOption+
    | (FUNCTION | PROCEDURE) anyName rest
    | accountKind ifExists? account rest
    | SERVER colIdOrString rest
    | UNDO? TABLESPACE colId rest
    | LOGFILE GROUP colId rest
    | INSTANCE rest
    | RESOURCE GROUP colId rest
    | LIBRARY anyName rest
    ;

alterActions
    : alterAction (COMMA alterAction)* (partitioning | REMOVE PARTITIONING)?
    | partitioning
    ;

alterAction
    : ADD addition
    | DROP removal
    | CHANGE COLUMN? ifExists? colId columnDefinition position?
    | MODIFY COLUMN? ifExists? columnDefinition position?
    | ALTER alteration
    | RENAME renaming
    | ORDER BY orderColumn (COMMA orderColumn)*
    | CONVERT conversion
    | (ENABLE | DISABLE) KEYS
    | (DISCARD | IMPORT) (TABLESPACE | PARTITION partitionNames TABLESPACE)
    | FORCE
    | online
    | WITHOUT VALIDATION
    | WITH VALIDATION
    | SECONDARY_LOAD
    | SECONDARY_UNLOAD
    | tableOption+
    | partitionChange
    ;

addition
    : COLUMN? ifNotExists? (columnDefinition position? | LPAREN tableElement (COMMA tableElement)* RPAREN)
    | index
    | tableConstraint
    | period
    | SYSTEM VERSIONING
    | PARTITION ifNotExists? writing? (partitionGroup | PARTITIONS NUMBER)
    ;

position
    : FIRST
    | AFTER colId
    ;

removal
    : COLUMN? ifExists? colId (RESTRICT | CASCADE)?
    | PRIMARY KEY
    | (INDEX | KEY) ifExists? colId
    | FOREIGN KEY ifExists? colId
    | CHECK colId
    | CONSTRAINT ifExists? (colId | PRIMARY)
    | PARTITION ifExists? nameList
    | SYSTEM VERSIONING
    | PERIOD FOR colId
    ;

alteration
    : COLUMN? ifExists? colId columnAlteration
    | (INDEX | KEY) ifExists? colId visibility
    | (CHECK | CONSTRAINT) colId enforcement
    ;

columnAlteration
    : SET (DEFAULT defaultValue | VISIBLE | INVISIBLE)
    | DROP DEFAULT
    ;

renaming
    : (TO | AS | EQUALS)? anyName
    | COLUMN ifExists? colId TO colId
    | (INDEX | KEY) ifExists? colId TO colId
    ;

orderColumn
    : anyName (ASC | DESC)?
    ;

conversion
    : TO charset EQUALS? charsetName (COLLATE EQUALS? charsetName)?
    | PARTITION colId TO TABLE anyName
    | TABLE anyName TO partitionDefinition validation?
    ;

validation
    : (WITH | WITHOUT) VALIDATION
    ;

writing
    : NO_WRITE_TO_BINLOG
    | LOCAL
    ;

partitionNames
    : ALL
    | nameList
    ;

partitionChange
    : REMOVE PARTITIONING
    | COALESCE PARTITION writing? NUMBER
    | REORGANIZE PARTITION writing? (nameList INTO partitionGroup)?
    | EXCHANGE PARTITION colId WITH TABLE anyName validation?
    | (TRUNCATE | REBUILD | OPTIMIZE | ANALYZE | CHECK | REPAIR) PARTITION writing? partitionNames partitionCheck*
    ;

partitionCheck
    : FOR UPGRADE
    | IDENTIFIER
    ;

// ---------------------------------------------------------------- DROP, RENAME, TRUNCATE, USE

drop
    : DROP dropTarget
    ;

dropTarget
    : TEMPORARY? (TABLE | TABLES | VIEW | SEQUENCE) ifExists? anyName (COMMA anyName)* waiting? (RESTRICT | CASCADE)?
    | (ONLINE | OFFLINE)? INDEX ifExists? (colId | PRIMARY) ON anyName waiting? online*
    | (DATABASE | SCHEMA) ifExists? colId
    | (FUNCTION | PROCEDURE | TRIGGER | EVENT | LIBRARY) ifExists? anyName
    | PACKAGE BODY? ifExists? anyName
    | accountKind ifExists? account (COMMA account)*
    | SERVER ifExists? colIdOrString
    | UNDO? TABLESPACE colId rest
    | LOGFILE GROUP colId rest
    | SPATIAL REFERENCE colId ifExists? NUMBER
    | RESOURCE GROUP colId FORCE?
    | PREPARE colId
    ;

renameStmt
    : RENAME ((TABLE | TABLES) ifExists? tableRename (COMMA tableRename)* | USER userRename (COMMA userRename)*)
    ;

userRename
    : account TO account
    ;

tableRename
    : anyName waiting? TO anyName
    ;

truncate
    : TRUNCATE TABLE? anyName waiting?
    ;

use
    : USE colId
    ;

// ---------------------------------------------------------------- rows

select
    : (SELECT | VALUES | TABLE | LPAREN) {finishQuery();}
    ;

withStatement
    : commonTables (select | update | deletion)
    ;

commonTables
    : WITH {finishCommonTables();}
    ;

insert
    : INSERT (LOW_PRIORITY | DELAYED | HIGH_PRIORITY)? IGNORE? INTO? anyName partitionList? insertSource
    ;

replaceRows
    : REPLACE (LOW_PRIORITY | DELAYED)? INTO? anyName partitionList? insertSource
    ;

partitionList
    : PARTITION LPAREN nameList RPAREN
    ;

insertSource
    : insertColumns (SET assignments rowAlias? | (VALUE | VALUES) rows rowAlias? | insertedQuery) onDuplicate? returning?
    ;

/** VALUES is none: it lists rows. */
insertedQuery
    : (SELECT | TABLE | WITH | LPAREN) {finishQuery();}
    ;

insertColumns
    : {readInsertColumns();}
    ;

rows
    : {readRows();}
    ;

rowAlias
    : AS colId columnList?
    ;

onDuplicate
    : ON DUPLICATE KEY UPDATE assignments
    ;

assignments
    : {readAssignments();}
    ;

returning
    : RETURNING {readOutputs();}
    ;

update
    : UPDATE LOW_PRIORITY? IGNORE? tables SET assignments where? bounds returning?
    ;

tables
    : {readTables();}
    ;

where
    : WHERE expression
    ;

/** ORDER BY and LIMIT. */
bounds
    : {readBounds();}
    ;

deletion
    : DELETE (LOW_PRIORITY | QUICK | IGNORE)*
      (FROM deleteTarget (COMMA deleteTarget)* (USING tables)? | deleteTarget (COMMA deleteTarget)* FROM tables)
      where? bounds returning?
    ;

deleteTarget
    : colId (DOT (label | STAR))* (AS? colId)? partitionList? portion?
    ;

/** The part of a period that a change is about. */
portion
    : FOR PORTION OF colId FROM simpleExpression TO simpleExpression
    ;

loadData
    : LOAD (DATA | XML) (LOW_PRIORITY | CONCURRENT)? LOCAL? INFILE string (REPLACE | IGNORE)? INTO TABLE anyName partitionList?
      fileFormat (SET assignments)?
    ;

fileFormat
    : {readFileFormat();}
    ;

call
    : CALL anyName argumentGroup?
    ;

argumentGroup
    : LPAREN {finishArguments();}
    ;

// ---------------------------------------------------------------- sessions

transaction
    : START TRANSACTION rest
    | BEGIN WORK?
    | COMMIT WORK? chain? release?
    | ROLLBACK WORK? (TO SAVEPOINT? colId | chain? release?)
    | SAVEPOINT colId
    | RELEASE SAVEPOINT colId
    ;

chain
    : AND NO? CHAIN
    ;

release
    : NO? RELEASE
    ;

set
    : SET {readSettings();}
    ;

lockTables
    : LOCK (TABLES | TABLE) tableLock (COMMA tableLock)* waiting?
    ;

tableLock
    : anyName (AS? colId)? (READ LOCAL? | LOW_PRIORITY? WRITE CONCURRENT?)
    ;

unlockTables
    : UNLOCK (TABLES | TABLE)
    ;

grant
    : GRANT rest
    ;

revoke
    : REVOKE rest
    ;

prepare
    : PREPARE colId FROM expression
    ;

executeStmt
    : EXECUTE (IMMEDIATE expression | colId) (USING expressionList)?
    ;

deallocate
    : DEALLOCATE PREPARE colId
    ;

maintain
    : (ANALYZE | OPTIMIZE | CHECK | REPAIR | CHECKSUM) writing? (TABLE | TABLES | VIEW) anyName (COMMA anyName)* rest
    ;

/** A compound statement of MariaDB that stands alone. */
block
    : BEGIN NOT ATOMIC body
    | (IF | CASE | LOOP | WHILE | REPEAT) body
    ;

explained
    : (EXPLAIN | DESCRIBE | DESC) rest
    | ANALYZE (FORMAT EQUALS colIdOrString)? (SELECT | UPDATE | DELETE | INSERT | REPLACE | WITH | LPAREN) rest
    ;

other
    : DO expressionList
    | LOAD INDEX INTO CACHE rest
    | LOCK INSTANCE rest
    | UNLOCK INSTANCE rest
    | START (REPLICA | SLAVE | ALL | GROUP_REPLICATION) rest
    | ( BACKUP
      | BINLOG
      | CACHE
      | CHANGE
      | CLONE
      | FLUSH
      | GET
      | HANDLER
      | HELP
      | IMPORT
      | INSTALL
      | KILL
      | PURGE
      | RESET
      | RESIGNAL
      | RESTART
      | SHOW
      | SHUTDOWN
      | SIGNAL
      | STOP
      | UNINSTALL
      | XA
      ) rest
    ;

// ---------------------------------------------------------------- parts

query
    : (SELECT | VALUES | TABLE | WITH | LPAREN) {finishQuery();}
    ;

expression
    : {readExpression();}
    ;

simpleExpression
    : {readOperand();}
    ;

expressionList
    : {readExpressionList();}
    ;

charset
    : CHARACTER SET
    | CHARSET
    ;

charsetName
    : colId
    | string
    | BINARY
    | DEFAULT
    ;

colIdOrString
    : colId
    | string
    ;

signedNumber
    : SIGN? NUMBER
    ;

string
    : STRING_LITERAL
    ;

account
    : (colId | string | CURRENT_USER) accountHost?
    ;

accountHost
    : VARIABLE
    | AT colIdOrString
    | LPAREN RPAREN
    ;

ifNotExists
    : IF NOT EXISTS
    ;

ifExists
    : IF EXISTS
    ;

anyName
    : colId (DOT label)*
    ;

nameList
    : colId (COMMA colId)*
    ;

columnList
    : LPAREN colId (COMMA colId)* RPAREN
    ;

/** Any name: words that either server reserves in all its versions are none. */
colId
    : IDENTIFIER
    | unreservedWord
    ;

/** What follows a dot, where every word is a name. */
label
    : colId
    | STRING_LITERAL
    ;

unreservedWord
    : ACTION
    | AFTER
    | AGGREGATE
    | ALGORITHM
    | ALWAYS
    | ASCII
    | ATOMIC
    | AUTO
    | AUTO_INCREMENT
    | BACKUP
    | BEGIN
    | BINLOG
    | BODY
    | BYTE
    | CACHE
    | CASCADED
    | CHAIN
    | CHARSET
    | CHECKSUM
    | CLONE
    | CLUSTERING
    | COALESCE
    | COLUMNS
    | COLUMN_FORMAT
    | COMMENT
    | COMMIT
    | COMPRESSED
    | CONCURRENT
    | CONNECTION
    | CONTAINS
    | CURRENT
    | CYCLE
    | DATA
    | DEALLOCATE
    | DEFINER
    | DIRECTORY
    | DISABLE
    | DISCARD
    | DO
    | DUPLICATE
    | ENABLE
    | ENCRYPTION
    | END
    | ENFORCED
    | ENGINE
    | ENGINE_ATTRIBUTE
    | EVENT
    | EXCHANGE
    | EXECUTE
    | FIRST
    | FLUSH
    | FOLLOWS
    | FORMAT
    | FUNCTION
    | GENERATED
    | GET
    | GROUP_REPLICATION
    | HANDLER
    | HASH
    | HELP
    | HISTORY
    | IGNORED
    | IMPORT
    | INCREMENT
    | INSTALL
    | INSTANCE
    | INVISIBLE
    | KEY_BLOCK_SIZE
    | LANGUAGE
    | LESS
    | LIBRARY
    | LIST
    | LOCAL
    | LOGFILE
    | MINVALUE
    | MODIFY
    | NO
    | NOCACHE
    | NOCYCLE
    | NOMAXVALUE
    | NOMINVALUE
    | NOWAIT
    | OF
    | OFFLINE
    | ONLINE
    | ONLY
    | OPTION
    | OVERLAPS
    | PACKAGE
    | PARSER
    | PARTITIONING
    | PARTITIONS
    | PASSWORD
    | PERSISTENT
    | PORTION
    | PRECEDES
    | PREPARE
    | QUICK
    | REBUILD
    | REFERENCE
    | REF_SYSTEM_ID
    | REMOVE
    | REORGANIZE
    | REPAIR
    | REPLICA
    | RESET
    | RESOURCE
    | RESTART
    | RETURNING
    | RETURNS
    | ROLE
    | ROLLBACK
    | ROW
    | SAVEPOINT
    | SCHEDULE
    | SECONDARY
    | SECONDARY_ENGINE_ATTRIBUTE
    | SECONDARY_LOAD
    | SECONDARY_UNLOAD
    | SECURITY
    | SEQUENCE
    | SERIAL
    | SERVER
    | SHUTDOWN
    | SLAVE
    | SONAME
    | SRID
    | START
    | STARTS
    | STOP
    | STORAGE
    | STORED
    | SUBPARTITION
    | SUBPARTITIONS
    | SYSTEM_TIME
    | TABLES
    | TABLESPACE
    | TEMPORARY
    | THAN
    | TRANSACTION
    | TRUNCATE
    | TYPE
    | UNICODE
    | UNINSTALL
    | UPGRADE
    | USER
    | VALIDATION
    | VALUE
    | VERSIONING
    | VIEW
    | VIRTUAL
    | VISIBLE
    | WAIT
    | WITHOUT
    | WORK
    | XA
    | XML
    ;
