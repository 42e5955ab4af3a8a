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
    AFTER, ALGORITHM, ALL, ALTER, ALWAYS, ANALYZE, AS, ASC, ASCII, AUTO, AUTO_INCREMENT, BINARY, BY, BYTE, CACHE,
    CASCADE, CASCADED, CASE, CHANGE, CHARACTER, CHARSET, CHECK, CLUSTERING, COALESCE, COLLATE, COLUMN, COLUMNS,
    COLUMN_FORMAT, COMMENT, COMPRESSED, CONNECTION, CONSTRAINT, CONVERT, CREATE, CURRENT, CURRENT_USER, CYCLE,
    DATA, DATABASE, DEFAULT, DEFINER, DELETE, DESC, DIRECTORY, DISABLE, DISCARD, DROP, ENABLE, ENCRYPTION, END,
    ENFORCED, ENGINE, ENGINE_ATTRIBUTE, EXCHANGE, EXISTS, FIRST, FOR, FORCE, FOREIGN, FROM, FULLTEXT, GENERATED,
    GROUP, HASH, HAVING, HISTORY, IF, IGNORE, IGNORED, IMPORT, IN, INCREMENT, INDEX, INTERVAL, INTO, INVISIBLE,
    KEY, KEYS, KEY_BLOCK_SIZE, LESS, LIKE, LIMIT, LINEAR, LIST, LOCAL, LOCK, MATCH, MAXVALUE, MINVALUE, MODIFY, NO,
    NOCACHE, NOCYCLE, NOMAXVALUE, NOMINVALUE, NOT, NOWAIT, NO_WRITE_TO_BINLOG, NULL, OFFLINE, ON, ONLINE, ONLY,
    OPTIMIZE, OPTION, OR, ORDER, OVERLAPS, PARSER, PARTITION, PARTITIONING, PARTITIONS, PASSWORD, PERIOD,
    PERSISTENT, PRIMARY, RANGE, READ, REBUILD, REFERENCES, REF_SYSTEM_ID, REMOVE, RENAME, REORGANIZE, REPAIR,
    REPLACE, RESTART, RESTRICT, ROW, SCHEMA, SECONDARY, SECONDARY_ENGINE_ATTRIBUTE, SECONDARY_LOAD,
    SECONDARY_UNLOAD, SECURITY, SELECT, SEQUENCE, SERIAL, SET, SPATIAL, SQL, SRID, START, STARTS, STORAGE, STORED,
    SUBPARTITION, SUBPARTITIONS, SYSTEM, SYSTEM_TIME, TABLE, TABLES, TABLESPACE, TEMPORARY, THAN, TO, TRANSACTION,
    TRUNCATE, TYPE, UNICODE, UNION, UNIQUE, UPDATE, UPGRADE, USE, USING, VALIDATION, VALUE, VALUES, VECTOR,
    VERSIONING, VIEW, VIRTUAL, VISIBLE, WAIT, WHERE, WITH, WITHOUT
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
    | createView
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
    : viewAttribute* VIEW ifNotExists? anyName columnList? AS query checkOption?
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

// ---------------------------------------------------------------- ALTER

alter
    : ALTER alterObject
    ;

alterObject
    : ONLINE? IGNORE? TABLE ifExists? anyName waiting? alterActions?
    | (DATABASE | SCHEMA) (databaseOption+ | colId databaseOption+)
    | viewAttribute* VIEW ifExists? anyName columnList? AS query checkOption?
    | SEQUENCE ifExists? anyName sequenceOption+
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
    ;

renameStmt
    : RENAME (TABLE | TABLES) ifExists? tableRename (COMMA tableRename)*
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
    | ALGORITHM
    | ALWAYS
    | ASCII
    | AUTO
    | AUTO_INCREMENT
    | BYTE
    | CACHE
    | CASCADED
    | CHARSET
    | CLUSTERING
    | COALESCE
    | COLUMNS
    | COLUMN_FORMAT
    | COMMENT
    | COMPRESSED
    | CONNECTION
    | CURRENT
    | CYCLE
    | DATA
    | DEFINER
    | DIRECTORY
    | DISABLE
    | DISCARD
    | ENABLE
    | ENCRYPTION
    | END
    | ENFORCED
    | ENGINE
    | ENGINE_ATTRIBUTE
    | EXCHANGE
    | FIRST
    | GENERATED
    | HASH
    | HISTORY
    | IGNORED
    | IMPORT
    | INCREMENT
    | INVISIBLE
    | KEY_BLOCK_SIZE
    | LESS
    | LIST
    | LOCAL
    | MINVALUE
    | MODIFY
    | NO
    | NOCACHE
    | NOCYCLE
    | NOMAXVALUE
    | NOMINVALUE
    | NOWAIT
    | OFFLINE
    | ONLINE
    | ONLY
    | OPTION
    | OVERLAPS
    | PARSER
    | PARTITIONING
    | PARTITIONS
    | PASSWORD
    | PERIOD
    | PERSISTENT
    | REBUILD
    | REF_SYSTEM_ID
    | REMOVE
    | REORGANIZE
    | REPAIR
    | RESTART
    | ROW
    | SECONDARY
    | SECONDARY_ENGINE_ATTRIBUTE
    | SECONDARY_LOAD
    | SECONDARY_UNLOAD
    | SECURITY
    | SEQUENCE
    | SERIAL
    | SRID
    | START
    | STARTS
    | STORAGE
    | STORED
    | SUBPARTITION
    | SUBPARTITIONS
    | SYSTEM
    | SYSTEM_TIME
    | TABLES
    | TABLESPACE
    | TEMPORARY
    | THAN
    | TRANSACTION
    | TRUNCATE
    | TYPE
    | UNICODE
    | UPGRADE
    | VALIDATION
    | VALUE
    | VECTOR
    | VERSIONING
    | VIEW
    | VIRTUAL
    | VISIBLE
    | WAIT
    | WITHOUT
    ;
