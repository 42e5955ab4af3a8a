/**
 * PostgreSQL statements as migrations use them: complete for DDL, transactions and settings, the outer shape of DML.
 * Keywords decide with one token wherever they can; expressions, queries and types are runs that TokenRunParser reads.
 */
parser grammar PostgresqlParser;

options {
    superClass = TokenRunParser;
}

tokens {
    BIT_STRING, COLON, COLUMN_WORD, COMMA, DOT, EQUALS, IDENTIFIER, INVALID, LBRACKET, LPAREN, NUMBER,
    OPERATOR_SYMBOL, POSITIONAL_PARAMETER, RBRACKET, RESERVED_WORD, RPAREN, SEMICOLON, SIGN, STAR, STRING_LITERAL,
    TYPECAST, TYPE_FUNCTION_WORD, ABORT, ACCESS, ACTION, ADD, ADMIN, AFTER, AGGREGATE, ALL, ALSO, ALTER, ALWAYS,
    ANALYSE, ANALYZE, AND, ANY, ARRAY, AS, ASC, ASENSITIVE, ASSIGNMENT, AT, ATOMIC, ATTACH, ATTRIBUTE, AUTHORIZATION,
    BEFORE, BEGIN, BETWEEN, BINARY, BY, CACHE, CALL, CALLED, CASCADE, CASCADED, CASE, CAST, CATALOG, CHAIN,
    CHARACTERISTICS, CHECK, CHECKPOINT, CLASS, CLOSE, CLUSTER, COLLATE, COLLATION, COLUMN, COMMENT, COMMIT, COMMITTED,
    COMPRESSION, CONCURRENTLY, CONFIGURATION, CONFLICT, CONNECTION, CONSTRAINT, CONSTRAINTS, CONTENT, CONTINUE,
    CONVERSION, COPY, COST, CREATE, CROSS, CURRENT, CURRENT_ROLE, CURRENT_SCHEMA, CURRENT_USER, CURSOR, CYCLE, DATA,
    DATABASE, DEALLOCATE, DECLARE, DEFAULT, DEFERRABLE, DEFERRED, DEFINER, DELETE, DEPENDS, DESC, DETACH, DICTIONARY,
    DISABLE, DISCARD, DISTINCT, DO, DOCUMENT, DOMAIN, DROP, EACH, ELSE, ENABLE, ENCODING, ENCRYPTED, END, ENFORCED,
    ENUM, ESCAPE, EVENT, EXCEPT, EXCLUDE, EXCLUDING, EXCLUSIVE, EXECUTE, EXISTS, EXPLAIN, EXPRESSION, EXTENSION,
    EXTERNAL, FALSE, FAMILY, FETCH, FINALIZE, FIRST, FOR, FORCE, FOREIGN, FREEZE, FROM, FULL, FUNCTION, FUNCTIONS,
    GENERATED, GLOBAL, GRANT, GRANTED, GROUP, HANDLER, HAVING, HOLD, IDENTITY, IF, ILIKE, IMMEDIATE, IMMUTABLE,
    IMPLICIT, IMPORT, IN, INCLUDE, INCLUDING, INCREMENT, INDEX, INHERIT, INHERITS, INITIALLY, INLINE, INNER, INOUT,
    INPUT, INSENSITIVE, INSERT, INSTEAD, INTERSECT, INTERVAL, INTO, INVOKER, IS, ISNULL, ISOLATION, JOIN, KEY, LABEL,
    LANGUAGE, LARGE, LAST, LATERAL, LEAKPROOF, LEFT, LEVEL, LIKE, LIMIT, LISTEN, LOAD, LOCAL, LOCATION, LOCK, LOGGED,
    MAPPING, MATCH, MATCHED, MATERIALIZED, MAXVALUE, MERGE, METHOD, MINVALUE, MODE, MOVE, NAME, NAMES, NATURAL, NEW,
    NO, NOT, NOTHING, NOTIFY, NOTNULL, NOWAIT, NULL, NULLS, OBJECT, OBJECTS, OF, OFFSET, OIDS, OLD, ON, ONLY,
    OPERATOR, OPTION, OPTIONS, OR, ORDER, OVERLAPS, OVERRIDING, OWNED, OWNER, PARALLEL, PARAMETER, PARSER, PARTIAL,
    PARTITION, PASSWORD, PLANS, POLICY, PREPARE, PREPARED, PRESERVE, PRIMARY, PRIVILEGES, PROCEDURAL, PROCEDURE,
    PROCEDURES, PROGRAM, PUBLICATION, RANGE, READ, REASSIGN, RECURSIVE, REFERENCES, REFERENCING, REFRESH, REINDEX,
    RELEASE, RENAME, REPEATABLE, REPLACE, REPLICA, RESET, RESTART, RESTRICT, RETURN, RETURNING, RETURNS, REVOKE,
    RIGHT, ROLE, ROLLBACK, ROUTINE, ROUTINES, ROW, ROWS, RULE, SAVEPOINT, SCHEMA, SCHEMAS, SCROLL, SEARCH, SECURITY,
    SELECT, SEQUENCE, SEQUENCES, SERIALIZABLE, SERVER, SESSION, SESSION_USER, SET, SHARE, SHOW, SIMILAR, SIMPLE, SKIP,
    SNAPSHOT, SOME, SOURCE, SQL, STABLE, START, STATEMENT, STATISTICS, STDIN, STDOUT, STORAGE, STORED, STRICT,
    SUBSCRIPTION, SUPPORT, SYSID, SYSTEM, TABLE, TABLES, TABLESPACE, TARGET, TEMP, TEMPLATE, TEMPORARY, TEXT, THEN,
    TIME, TO, TRANSACTION, TRANSFORM, TRIGGER, TRUE, TRUNCATE, TRUSTED, TYPE, TYPES, UNCOMMITTED, UNENCRYPTED, UNION,
    UNIQUE, UNLISTEN, UNLOGGED, UNTIL, UPDATE, USER, USING, VACUUM, VALID, VALIDATE, VALIDATOR, VALUE, VALUES,
    VERBOSE, VERSION, VIEW, VIRTUAL, VOLATILE, WHEN, WHERE, WINDOW, WITH, WITHOUT, WORK, WRAPPER, WRITE, XML, ZONE
}

root
    : statement EOF
    ;

/** A statement in parentheses inside of another one. */
embedded
    : (select | withStatement | insert | update | deletion | merge) EOF
    ;

/** A statement in the body of a rule or a function. */
bodyStatement
    : (statement | RETURN expression) EOF
    ;

statement
    : alter
    | create
    | drop
    | withStatement
    | select
    | insert
    | update
    | deletion
    | merge
    | copy
    | truncate
    | lock
    | comment
    | grant
    | revoke
    | transaction
    | set
    | resetSetting
    | show
    | doBlock
    | call
    | vacuum
    | analyze
    | reindex
    | cluster
    | refresh
    | explainStmt
    | prepare
    | executeStmt
    | deallocateStmt
    | declareCursorStmt
    | fetchStmt
    | closePortalStmt
    | secLabelStmt
    | importForeignSchemaStmt
    | reassignOwnedStmt
    | listenStmt
    | unlistenStmt
    | notifyStmt
    | loadStmt
    | checkPointStmt
    | discardStmt
    ;

// ---------------------------------------------------------------- ALTER

alter
    : ALTER alterObject
    ;

alterObject
    : alterRelation
    | alterForeign
    | alterSequence
    | alterType
    | alterDomain
    | alterRoutine
    | alterOperator
    | alterTextSearch
    | alterPlainObject
    | alterCollation
    | alterStatistics
    | alterEventTrigger
    | alterServer
    | alterTablespace
    | alterPublication
    | alterSubscription
    | alterLargeObject
    | alterDatabase
    | alterExtension
    | alterPolicy
    | alterTrigger
    | alterRule
    | alterRole
    | alterUser
    | alterSystemStmt
    | alterDefaultPrivilegesStmt
    ;

alterRelation
    : relationKind (moveAll | ifExists? relation relationActions)
    ;

relationKind
    : TABLE
    | VIEW
    | INDEX
    | MATERIALIZED VIEW
    ;

moveAll
    : ALL IN TABLESPACE colId (OWNED BY roleList)? SET TABLESPACE colId NOWAIT?
    ;

alterForeign
    : FOREIGN (TABLE ifExists? relation relationActions | DATA WRAPPER colId alterFdw)
    ;

alterFdw
    : renameTo
    | ownerTo
    | (fdwFunction | genericOptions)+
    ;

fdwFunction
    : (HANDLER | VALIDATOR) anyName
    | NO (HANDLER | VALIDATOR)
    ;

alterSequence
    : SEQUENCE ifExists? anyName (sequenceOption+ | relationActions)
    ;

relationActions
    : relationAction (COMMA relationAction)*
    ;

relationAction
    : ADD addition
    | DROP removal
    | ALTER alteration
    | VALIDATE CONSTRAINT colId
    | SET relationSetting
    | RESET optionList
    | ENABLE (TRIGGER triggerTarget | RULE colId | (ALWAYS | REPLICA) (TRIGGER | RULE) colId | rowSecurity)
    | DISABLE (TRIGGER triggerTarget | RULE colId | rowSecurity)
    | FORCE rowSecurity
    | CLUSTER ON colId
    | INHERIT anyName
    | NO (INHERIT anyName | FORCE rowSecurity | DEPENDS ON EXTENSION colId)
    | OF anyName
    | NOT OF
    | REPLICA IDENTITY (NOTHING | FULL | DEFAULT | USING INDEX colId)
    | ATTACH PARTITION anyName partitionBound?
    | DETACH PARTITION anyName (CONCURRENTLY | FINALIZE)?
    | IDENTIFIER PARTITION anyName INTO groupRun
    | MERGE IDENTIFIER groupRun INTO anyName
    | genericOptions
    | RENAME renaming
    | ownerTo
    | DEPENDS ON EXTENSION colId
    ;

addition
    : COLUMN ifNotExists? columnDefinition
    | ifNotExists columnDefinition
    | columnDefinition
    | tableConstraint
    ;

removal
    : COLUMN ifExists? colId behavior?
    | CONSTRAINT ifExists? colId behavior?
    | ifExists? colId behavior?
    ;

alteration
    : COLUMN? (colId | NUMBER) columnAlteration
    | CONSTRAINT colId (constraintAttribute* | INHERIT)
    ;

columnAlteration
    : TYPE newType
    | SET (DATA TYPE newType | columnSetting)
    | RESET optionList
    | RESTART (WITH? signedNumber)? identityChange*
    | DROP (DEFAULT | NOT NULL | (EXPRESSION | IDENTITY) ifExists?)
    | ADD GENERATED generatedWhen AS IDENTITY sequenceOptionGroup?
    | genericOptions
    ;

newType
    : typeName collation? (USING expression)?
    ;

columnSetting
    : DEFAULT simpleOrFullExpression
    | NOT NULL
    | EXPRESSION AS LPAREN expression RPAREN
    | STATISTICS (signedNumber | DEFAULT)
    | STORAGE (colId | DEFAULT)
    | COMPRESSION (colId | DEFAULT)
    | optionList
    | (GENERATED generatedWhen | sequenceOption) identityChange*
    ;

identityChange
    : RESTART (WITH? signedNumber)?
    | SET (GENERATED generatedWhen | sequenceOption)
    ;

generatedWhen
    : ALWAYS
    | BY DEFAULT
    ;

relationSetting
    : optionList
    | LOGGED
    | UNLOGGED
    | WITHOUT (CLUSTER | OIDS)
    | ACCESS METHOD (colId | DEFAULT)
    | TABLESPACE colId NOWAIT?
    | newSchema
    ;

triggerTarget
    : colId
    | ALL
    | USER
    ;

rowSecurity
    : ROW LEVEL SECURITY
    ;

renaming
    : TO colId
    | COLUMN colId TO colId
    | CONSTRAINT colId TO colId
    | colId TO colId
    ;

newSchema
    : SCHEMA colId
    ;

renameTo
    : RENAME TO colId
    ;

ownerTo
    : OWNER TO role
    ;

setSchema
    : SET newSchema
    ;

dependsOn
    : NO? DEPENDS ON EXTENSION colId
    ;

alterType
    : TYPE anyName typeChange
    ;

typeChange
    : RENAME (TO colId | ATTRIBUTE colId TO colId behavior? | VALUE string TO string)
    | ownerTo
    | SET (newSchema | optionList)
    | ADD (VALUE ifNotExists? string ((BEFORE | AFTER) string)? | newAttribute (COMMA attributeAction)*)
    | attributeChange (COMMA attributeAction)*
    ;

attributeAction
    : ADD newAttribute
    | attributeChange
    ;

newAttribute
    : ATTRIBUTE columnDefinition behavior?
    ;

attributeChange
    : DROP ATTRIBUTE ifExists? colId behavior?
    | ALTER ATTRIBUTE colId (SET DATA)? TYPE typeName collation? behavior?
    ;

alterDomain
    : DOMAIN anyName domainChange
    ;

domainChange
    : SET (DEFAULT simpleOrFullExpression | NOT NULL | newSchema)
    | DROP (DEFAULT | NOT NULL | CONSTRAINT ifExists? colId behavior?)
    | ADD (CONSTRAINT colId)? (CHECK LPAREN expression RPAREN | NOT NULL) constraintAttribute*
    | VALIDATE CONSTRAINT colId
    | RENAME (TO colId | CONSTRAINT colId TO colId)
    | ownerTo
    ;

alterRoutine
    : (FUNCTION | PROCEDURE | ROUTINE | AGGREGATE) signature
      ( renameTo
      | ownerTo
      | dependsOn
      | (plainRoutineOption | SET (newSchema | settingBody))+ RESTRICT?
      )
    ;

alterOperator
    : OPERATOR ((CLASS | FAMILY) anyName USING colId operatorGroupChange | operatorSignature (ownerTo | SET (newSchema | optionList)))
    ;

operatorGroupChange
    : renameTo
    | ownerTo
    | setSchema
    | ADD operatorItem (COMMA operatorItem)*
    | DROP operatorDropItem (COMMA operatorDropItem)*
    ;

operatorItem
    : OPERATOR NUMBER operatorName operandTypes? (FOR (SEARCH | ORDER BY anyName))?
    | FUNCTION NUMBER typeList? functionName argumentTypes
    | STORAGE typeName
    ;

operatorDropItem
    : (OPERATOR | FUNCTION) NUMBER typeList
    ;

alterTextSearch
    : TEXT SEARCH textSearchKind anyName
      ( renameTo
      | ownerTo
      | setSchema
      | optionList
      | (ADD | ALTER) MAPPING (FOR nameList)? (WITH anyNameList | REPLACE anyName WITH anyName)
      | DROP MAPPING ifExists? FOR nameList
      )
    ;

textSearchKind
    : PARSER
    | DICTIONARY
    | TEMPLATE
    | CONFIGURATION
    ;

alterPlainObject
    : (SCHEMA | PROCEDURAL? LANGUAGE | CONVERSION) anyName (renameTo | ownerTo | setSchema)
    ;

alterCollation
    : COLLATION anyName (REFRESH VERSION | renameTo | ownerTo | setSchema)
    ;

alterStatistics
    : STATISTICS ifExists? anyName (SET (newSchema | STATISTICS (signedNumber | DEFAULT)) | renameTo | ownerTo)
    ;

alterEventTrigger
    : EVENT TRIGGER colId (ENABLE (REPLICA | ALWAYS)? | DISABLE | renameTo | ownerTo)
    ;

alterServer
    : SERVER colId (VERSION string genericOptions? | genericOptions | renameTo | ownerTo)
    ;

alterTablespace
    : TABLESPACE colId ((SET | RESET) optionList | renameTo | ownerTo)
    ;

alterPublication
    : PUBLICATION colId (SET (optionList | publicationObjects) | (ADD | DROP) publicationObjects | renameTo | ownerTo)
    ;

alterSubscription
    : SUBSCRIPTION colId
      ( SET (optionList | PUBLICATION nameList (WITH optionList)?)
      | (ADD | DROP) PUBLICATION nameList (WITH optionList)?
      | CONNECTION string
      | REFRESH PUBLICATION (WITH optionList)?
      | ENABLE
      | DISABLE
      | SKIP optionList
      | renameTo
      | ownerTo
      )
    ;

alterLargeObject
    : LARGE OBJECT NUMBER ownerTo
    ;

alterDatabase
    : DATABASE colId
      ( renameTo
      | ownerTo
      | SET (TABLESPACE colId | settingBody)
      | resetSetting
      | REFRESH COLLATION VERSION
      | WITH? databaseOption*
      )
    ;

databaseOption
    : (IDENTIFIER | CONNECTION LIMIT | ENCODING | LOCATION | OWNER | TABLESPACE | TEMPLATE) EQUALS? (nonReserved | signedNumber | string | DEFAULT | TRUE | FALSE | ON)
    ;

alterExtension
    : EXTENSION colId
      ( UPDATE (TO (nonReserved | string))?
      | setSchema
      | (ADD | DROP) objectTarget
      | ownerTo
      | renameTo
      )
    ;

alterPolicy
    : POLICY ifExists? colId ON anyName (renameTo | (TO roleList)? policyUsing? policyCheck?)
    ;

alterTrigger
    : TRIGGER colId ON anyName (renameTo | dependsOn)
    ;

alterRule
    : RULE colId ON anyName renameTo
    ;

alterRole
    : ROLE alterRoleTarget
    | GROUP groupTarget
    ;

groupTarget
    : role (renameTo | (ADD | DROP) USER roleList)
    ;

alterUser
    : USER (MAPPING ifExists? FOR mappedRole SERVER colId genericOptions | alterRoleTarget)
    ;

alterRoleTarget
    : ALL (IN DATABASE colId)? (SET settingBody | resetSetting)
    | role
      ( IN DATABASE colId (SET settingBody | resetSetting)
      | renameTo
      | SET settingBody
      | resetSetting
      | WITH? roleOption*
      )
    ;

roleOption
    : PASSWORD (string | NULL)
    | (ENCRYPTED | UNENCRYPTED) PASSWORD string
    | CONNECTION LIMIT signedNumber
    | VALID UNTIL string
    | SYSID NUMBER
    | USER roleList
    | INHERIT
    | roleSwitch
    ;

newRoleOption
    : roleOption
    | ROLE roleList
    | ADMIN roleList
    | IN (ROLE | GROUP) roleList
    ;

alterSystemStmt
    : SYSTEM (SET settingBody | resetSetting)
    ;

alterDefaultPrivilegesStmt
    : DEFAULT PRIVILEGES (IN SCHEMA nameList | FOR (ROLE | USER) roleList)*
      ( GRANT privileges ON defaultObjects TO granteeList (WITH GRANT OPTION)?
      | REVOKE (GRANT OPTION FOR)? privileges ON defaultObjects FROM granteeList behavior?
      )
    ;

defaultObjects
    : FUNCTIONS
    | ROUTINES
    | SEQUENCES
    | SCHEMAS
    | TABLES
    | TYPES
    | LARGE OBJECTS
    ;

// ---------------------------------------------------------------- CREATE

create
    : CREATE orReplace? createObject
    ;

orReplace
    : OR REPLACE
    ;

createObject
    : persistence (createTable | createView | createSequence)
    | createTable
    | createView
    | createSequence
    | createIndex
    | createMaterializedView
    | createForeign
    | createType
    | createDomain
    | createFunction
    | createTrigger
    | createRule
    | createPolicy
    | createSchema
    | createExtension
    | createStatistics
    | createAggregate
    | createOperator
    | createTextSearch
    | createCollation
    | createConversionStmt
    | createCastStmt
    | createTransformStmt
    | createPLangStmt
    | createAmStmt
    | createEventTrigStmt
    | createPublicationStmt
    | createSubscriptionStmt
    | createForeignServerStmt
    | createTableSpaceStmt
    | createdbStmt
    | createRoleStmt
    | createUser
    ;

persistence
    : (LOCAL | GLOBAL)? (TEMP | TEMPORARY)
    | UNLOGGED
    ;

createTable
    : TABLE ifNotExists? anyName tableShape tableSuffix (AS tableSource)?
    ;

tableShape
    : OF anyName typedElements? partitionKey?
    | PARTITION OF anyName typedElements? partitionBound partitionKey?
    | (LPAREN (tableElement (COMMA tableElement)*)? RPAREN inherits? partitionKey?)?
    ;

inherits
    : INHERITS LPAREN anyNameList RPAREN
    ;

tableSuffix
    : (USING colId)? (WITH optionList | WITHOUT OIDS)? onCommit? (TABLESPACE colId)?
    ;

onCommit
    : ON COMMIT (DROP | (DELETE | PRESERVE) ROWS)
    ;

tableSource
    : EXECUTE colId valueList? withData?
    | query withData?
    ;

withData
    : WITH NO? DATA
    ;

partitionKey
    : PARTITION BY {checkPartitionStrategy();} colId LPAREN indexElement (COMMA indexElement)* RPAREN
    ;

partitionBound
    : DEFAULT
    | FOR VALUES (IN valueList | FROM valueList TO valueList | WITH LPAREN hashBound (COMMA hashBound)* RPAREN)
    ;

hashBound
    : nonReserved NUMBER
    ;

tableElement
    : columnDefinition
    | tableConstraint
    | likeClause
    ;

likeClause
    : LIKE anyName likeOption*
    ;

likeOption
    : (INCLUDING | EXCLUDING) (ALL | colId)
    ;

typedElements
    : LPAREN typedElement (COMMA typedElement)* RPAREN
    ;

typedElement
    : typedColumn
    | tableConstraint
    ;

typedColumn
    : colId (WITH OPTIONS)? columnConstraint*
    ;

columnDefinition
    : colId columnType columnStorage? columnCompression? genericOptions? columnConstraint*
    ;

columnStorage
    : STORAGE (colId | DEFAULT)
    ;

columnCompression
    : COMPRESSION (colId | DEFAULT)
    ;

columnConstraint
    : CONSTRAINT colId columnConstraintBody
    | columnConstraintBody
    | columnConstraintAttribute
    | collation
    ;

columnConstraintBody
    : NULL
    | UNIQUE nullsDistinct? (WITH optionList)? indexSpace?
    | PRIMARY KEY (WITH optionList)? indexSpace?
    | CHECK LPAREN expression RPAREN (NO INHERIT)?
    | DEFAULT simpleExpression
    | GENERATED (ALWAYS AS (IDENTITY sequenceOptionGroup? | LPAREN expression RPAREN (STORED | VIRTUAL)?) | BY DEFAULT AS IDENTITY sequenceOptionGroup?)
    | REFERENCES foreignTarget
    | NOT (NULL (NO INHERIT)? | DEFERRABLE | ENFORCED)
    ;

columnConstraintAttribute
    : DEFERRABLE
    | INITIALLY (DEFERRED | IMMEDIATE)
    | ENFORCED
    ;

nullsDistinct
    : NULLS NOT? DISTINCT
    ;

indexSpace
    : USING INDEX TABLESPACE colId
    ;

collation
    : COLLATE anyName
    ;

tableConstraint
    : (CONSTRAINT colId)? tableConstraintBody constraintAttribute*
    ;

tableConstraintBody
    : CHECK LPAREN expression RPAREN
    | NOT NULL colId
    | UNIQUE (nullsDistinct? indexedColumns | USING INDEX colId)
    | PRIMARY KEY (indexedColumns | USING INDEX colId)
    | EXCLUDE (USING colId)? LPAREN exclusionElement (COMMA exclusionElement)* RPAREN include? (WITH optionList)? indexSpace?
      (WHERE LPAREN expression RPAREN)?
    | FOREIGN KEY LPAREN periodColumn (COMMA periodColumn)* RPAREN REFERENCES foreignTarget
    ;

indexedColumns
    : LPAREN colId (COMMA colId)* (WITHOUT OVERLAPS)? RPAREN include? (WITH optionList)? indexSpace?
    ;

periodColumn
    : colId colId?
    ;

include
    : INCLUDE columnList
    ;

exclusionElement
    : indexElement WITH (operatorName | OPERATOR LPAREN operatorName RPAREN)
    ;

constraintAttribute
    : NOT (DEFERRABLE | VALID | ENFORCED)
    | DEFERRABLE
    | INITIALLY (DEFERRED | IMMEDIATE)
    | NO INHERIT
    | ENFORCED
    ;

foreignTarget
    : anyName (LPAREN periodColumn (COMMA periodColumn)* RPAREN)? (MATCH (FULL | PARTIAL | SIMPLE))? referentialAction*
    ;

referentialAction
    : ON (DELETE (referentialChange | SET (NULL | DEFAULT) columnList?) | UPDATE (referentialChange | SET (NULL | DEFAULT)))
    ;

referentialChange
    : NO ACTION
    | RESTRICT
    | CASCADE
    ;

createIndex
    : UNIQUE? INDEX CONCURRENTLY? ifNotExists? colId? ON relation (USING colId)?
      LPAREN indexElement (COMMA indexElement)* RPAREN include? nullsDistinct? (WITH optionList)? (TABLESPACE colId)? where?
    ;

where
    : WHERE expression
    ;

indexElement
    : indexKey collation? operatorClass? (ASC | DESC)? (NULLS (FIRST | LAST))?
    ;

operatorClass
    : anyName optionList?
    ;

createView
    : (RECURSIVE)? VIEW anyName columnList? (WITH optionList)? AS query checkOption?
    ;

checkOption
    : WITH (CASCADED | LOCAL)? CHECK OPTION
    ;

createMaterializedView
    : MATERIALIZED VIEW ifNotExists? anyName columnList? (USING colId)? (WITH optionList)? (TABLESPACE colId)? AS query withData?
    ;

createSequence
    : SEQUENCE ifNotExists? anyName sequenceOption*
    ;

sequenceOptionGroup
    : LPAREN sequenceOption+ RPAREN
    ;

sequenceOption
    : AS typeName
    | CACHE signedNumber
    | CYCLE
    | INCREMENT BY? signedNumber
    | LOGGED
    | UNLOGGED
    | MAXVALUE signedNumber
    | MINVALUE signedNumber
    | NO (MAXVALUE | MINVALUE | CYCLE)
    | OWNED BY anyName
    | SEQUENCE NAME anyName
    | START WITH? signedNumber
    | RESTART (WITH? signedNumber)?
    ;

createForeign
    : FOREIGN (createForeignTable | createFdwStmt)
    ;

createForeignTable
    : TABLE ifNotExists? anyName
      ( PARTITION OF anyName typedElements? partitionBound
      | LPAREN (tableElement (COMMA tableElement)*)? RPAREN inherits?
      )
      SERVER colId genericOptions?
    ;

createFdwStmt
    : DATA WRAPPER colId (fdwFunction | genericOptions)*
    ;

createType
    : TYPE anyName typeShape?
    ;

typeShape
    : optionList
    | AS
      ( ENUM LPAREN (string (COMMA string)*)? RPAREN
      | RANGE optionList
      | LPAREN (columnDefinition (COMMA columnDefinition)*)? RPAREN
      )
    ;

createDomain
    : DOMAIN anyName AS? typeName columnConstraint*
    ;

createFunction
    : (FUNCTION | PROCEDURE) functionName parameterList routineOption+
    ;

routineOption
    : plainRoutineOption
    | SET setting
    ;

plainRoutineOption
    : AS string (COMMA string)?
    | LANGUAGE (nonReserved | string)
    | TRANSFORM FOR TYPE typeName (COMMA FOR TYPE typeName)*
    | WINDOW
    | IMMUTABLE
    | STABLE
    | VOLATILE
    | LEAKPROOF
    | NOT LEAKPROOF
    | CALLED ON NULL INPUT
    | STRICT
    | EXTERNAL? SECURITY (DEFINER | INVOKER)
    | PARALLEL colId
    | COST signedNumber
    | ROWS signedNumber
    | SUPPORT anyName
    | resetSetting
    | RETURNS (NULL ON NULL INPUT | TABLE resultColumns | typeName)
    | RETURN expression
    | BEGIN ATOMIC atomicBody END
    ;

createTrigger
    : CONSTRAINT? TRIGGER colId (BEFORE | AFTER | INSTEAD OF) triggerEvent (OR triggerEvent)* ON anyName (FROM anyName)?
      constraintAttribute* (REFERENCING transitionTable+)? (FOR EACH? (ROW | STATEMENT))? (WHEN LPAREN expression RPAREN)?
      EXECUTE (FUNCTION | PROCEDURE) functionName triggerArguments
    ;

triggerEvent
    : INSERT
    | DELETE
    | UPDATE (OF nameList)?
    | TRUNCATE
    ;

transitionTable
    : (NEW | OLD) (TABLE | ROW) AS? colId
    ;

createRule
    : RULE colId AS ON (SELECT | UPDATE | DELETE | INSERT) TO anyName where? DO (INSTEAD | ALSO)? ruleActions
    ;

createPolicy
    : POLICY colId ON anyName (AS {checkPolicyMode();} IDENTIFIER)? (FOR policyCommand)? (TO roleList)? policyUsing? policyCheck?
    ;

policyCommand
    : ALL
    | SELECT
    | INSERT
    | UPDATE
    | DELETE
    ;

policyUsing
    : USING LPAREN expression RPAREN
    ;

policyCheck
    : WITH CHECK LPAREN expression RPAREN
    ;

createSchema
    : SCHEMA ifNotExists? (colId (AUTHORIZATION role)? | AUTHORIZATION role) schemaElement*
    ;

schemaElement
    : CREATE persistence? (createTable | createView | createSequence | createIndex | createTrigger)
    | grant
    ;

createExtension
    : EXTENSION ifNotExists? colId WITH? extensionOption*
    ;

extensionOption
    : SCHEMA colId
    | VERSION (nonReserved | string)
    | FROM (nonReserved | string)
    | CASCADE
    ;

createStatistics
    : STATISTICS ifNotExists? anyName? (LPAREN nameList RPAREN)? ON statisticsElements FROM fromRun
    ;

createAggregate
    : AGGREGATE functionName (LPAREN {finishAggregate();}) optionList?
    ;

createOperator
    : OPERATOR (createOpClassStmt | createOpFamilyStmt | operatorName optionList)
    ;

createOpClassStmt
    : CLASS anyName DEFAULT? FOR TYPE typeName USING colId (FAMILY anyName)? AS operatorItem (COMMA operatorItem)*
    ;

createOpFamilyStmt
    : FAMILY anyName USING colId
    ;

createTextSearch
    : TEXT SEARCH textSearchKind anyName optionList
    ;

createCollation
    : COLLATION ifNotExists? anyName (optionList | FROM anyName)
    ;

createConversionStmt
    : DEFAULT? CONVERSION anyName FOR string TO string FROM anyName
    ;

createCastStmt
    : CAST LPAREN typeName AS typeName RPAREN (WITH (FUNCTION signature | INOUT) | WITHOUT FUNCTION)
      (AS (IMPLICIT | ASSIGNMENT))?
    ;

createTransformStmt
    : TRANSFORM FOR typeName LANGUAGE colId LPAREN transformPart (COMMA transformPart)? RPAREN
    ;

transformPart
    : (FROM | TO) SQL WITH FUNCTION signature
    ;

createPLangStmt
    : TRUSTED? PROCEDURAL? LANGUAGE colId (HANDLER anyName (INLINE anyName)? (VALIDATOR anyName | NO VALIDATOR)?)?
    ;

createAmStmt
    : ACCESS METHOD colId TYPE (INDEX | TABLE) HANDLER anyName
    ;

createEventTrigStmt
    : EVENT TRIGGER colId ON label (WHEN eventFilter (AND eventFilter)*)? EXECUTE (FUNCTION | PROCEDURE) functionName LPAREN
      RPAREN
    ;

eventFilter
    : colId IN LPAREN string (COMMA string)* RPAREN
    ;

createPublicationStmt
    : PUBLICATION colId (FOR publicationObjects)? (WITH optionList)?
    ;

publicationObjects
    : publicationObject (COMMA publicationObject)*
    ;

publicationObject
    : ALL (TABLES | SEQUENCES)
    | TABLES IN SCHEMA (colId | CURRENT_SCHEMA)
    | TABLE? relation columnList? (WHERE LPAREN expression RPAREN)?
    | CURRENT_SCHEMA
    ;

createSubscriptionStmt
    : SUBSCRIPTION colId CONNECTION string PUBLICATION nameList (WITH optionList)?
    ;

createForeignServerStmt
    : SERVER ifNotExists? colId (TYPE string)? (VERSION (string | NULL))? FOREIGN DATA WRAPPER colId genericOptions?
    ;

createTableSpaceStmt
    : TABLESPACE colId (OWNER role)? LOCATION string (WITH optionList)?
    ;

createdbStmt
    : DATABASE colId WITH? databaseOption*
    ;

createRoleStmt
    : (ROLE | GROUP) newRole WITH? newRoleOption*
    ;

createUser
    : USER (createUserMappingStmt | newRole WITH? newRoleOption*)
    ;

createUserMappingStmt
    : MAPPING ifNotExists? FOR mappedRole SERVER colId genericOptions?
    ;

// ---------------------------------------------------------------- DROP

drop
    : DROP dropTarget
    ;

dropTarget
    : dropKind CONCURRENTLY? ifExists? anyNameList behavior?
    | (TRIGGER | POLICY | RULE) ifExists? colId ON anyName behavior?
    | (FUNCTION | PROCEDURE | ROUTINE | AGGREGATE) ifExists? signature (COMMA signature)* behavior?
    | OPERATOR ( (CLASS | FAMILY) ifExists? anyName USING colId behavior?
               | ifExists? operatorSignature (COMMA operatorSignature)* behavior?
               )
    | CAST ifExists? LPAREN typeName AS typeName RPAREN behavior?
    | TRANSFORM ifExists? FOR typeName LANGUAGE colId behavior?
    | OWNED BY roleList behavior?
    | USER (MAPPING ifExists? FOR mappedRole SERVER colId | ifExists? roleList)
    | (ROLE | GROUP) ifExists? roleList
    | DATABASE ifExists? colId (WITH? utilityOptions)?
    | (TABLESPACE | SUBSCRIPTION) ifExists? colId behavior?
    ;

dropKind
    : relationKind
    | SEQUENCE
    | FOREIGN (TABLE | DATA WRAPPER)
    | TYPE
    | DOMAIN
    | COLLATION
    | CONVERSION
    | STATISTICS
    | TEXT SEARCH textSearchKind
    | SCHEMA
    | EXTENSION
    | ACCESS METHOD
    | EVENT TRIGGER
    | PROCEDURAL? LANGUAGE
    | PUBLICATION
    | SERVER
    ;

// ---------------------------------------------------------------- objects by kind, for COMMENT and its kin

objectTarget
    : (dropKind | DATABASE | ROLE | TABLESPACE | SUBSCRIPTION | COLUMN) anyName
    | CONSTRAINT colId ON DOMAIN? anyName
    | (TRIGGER | POLICY | RULE) colId ON anyName
    | (FUNCTION | PROCEDURE | ROUTINE | AGGREGATE) signature
    | OPERATOR ((CLASS | FAMILY) anyName USING colId | operatorSignature)
    | CAST LPAREN typeName AS typeName RPAREN
    | TRANSFORM FOR typeName LANGUAGE colId
    | LARGE OBJECT signedNumber
    ;

comment
    : COMMENT ON objectTarget IS (string | NULL)
    ;

secLabelStmt
    : SECURITY LABEL (FOR (nonReserved | string))? ON objectTarget IS (string | NULL)
    ;

// ---------------------------------------------------------------- rights

grant
    : GRANT privileges (ON grantObject)? TO granteeList grantOptions?
    ;

revoke
    : REVOKE (GRANT OPTION FOR)? privileges (ON grantObject)? FROM granteeList grantedBy? behavior?
    ;

grantOptions
    : WITH (GRANT OPTION | grantOption (COMMA grantOption)*) grantedBy?
    | grantedBy
    ;

grantOption
    : nonReserved (OPTION | TRUE | FALSE)
    ;

grantedBy
    : GRANTED BY role
    ;

privileges
    : privilege (COMMA privilege)*
    ;

privilege
    : ALL PRIVILEGES? columnList?
    | (SELECT | REFERENCES | CREATE) columnList?
    | nonReserved (SYSTEM | columnList | OPTION FOR privilege)?
    ;

grantObject
    : grantKind grantNames
    | (FUNCTION | PROCEDURE | ROUTINE) signature (COMMA signature)*
    | LARGE OBJECT signedNumber (COMMA signedNumber)*
    | ALL (TABLES | SEQUENCES | FUNCTIONS | PROCEDURES | ROUTINES) IN SCHEMA nameList
    | anyNameList
    ;

grantNames
    : anyNameList
    ;

grantKind
    : TABLE
    | SEQUENCE
    | FOREIGN (DATA WRAPPER | SERVER)
    | DATABASE
    | DOMAIN
    | LANGUAGE
    | PARAMETER
    | SCHEMA
    | TABLESPACE
    | TYPE
    ;

reassignOwnedStmt
    : REASSIGN OWNED BY roleList TO role
    ;

importForeignSchemaStmt
    : IMPORT FOREIGN SCHEMA colId ((LIMIT TO | EXCEPT) LPAREN anyNameList RPAREN)? FROM SERVER colId INTO colId genericOptions?
    ;

// ---------------------------------------------------------------- rows

select
    : plainQuery
    ;

withStatement
    : WITH commonTables (insert | update | deletion | merge | plainQuery)
    ;

query
    : (SELECT | VALUES | TABLE | WITH | LPAREN) queryRest
    ;

plainQuery
    : (SELECT | VALUES | TABLE | LPAREN) queryRest
    ;

insert
    : INSERT INTO anyName (AS colId)? insertColumns (OVERRIDING (USER | SYSTEM) VALUE)? (DEFAULT VALUES | query) onConflict?
      returning?
    ;

onConflict
    : ON CONFLICT (ON CONSTRAINT colId | LPAREN indexElement (COMMA indexElement)* RPAREN where?)? DO (NOTHING | UPDATE SET assignments where?)
    ;

returning
    : RETURNING outputList
    ;

assignments
    : assignment (COMMA assignment)*
    ;

assignment
    : (LPAREN assignmentTarget (COMMA assignmentTarget)* RPAREN | assignmentTarget) EQUALS expression
    ;

assignmentTarget
    : colId indirection*
    ;

indirection
    : DOT label
    | subscript
    ;

update
    : UPDATE relation alias? SET assignments (FROM fromRun)? where? returning?
    ;

alias
    : AS colId
    | name
    ;

deletion
    : DELETE FROM relation alias? (USING fromRun)? where? returning?
    ;

merge
    : MERGE INTO relation alias? USING mergeSource mergeWhen+ returning?
    ;

mergeWhen
    : WHEN (MATCHED mergeChange | NOT MATCHED (BY (SOURCE mergeChange | TARGET mergeInsert) | mergeInsert))
    ;

mergeChange
    : (AND expression)? THEN (DELETE | DO NOTHING | UPDATE SET assignments)
    ;

mergeInsert
    : (AND expression)? THEN
      (DO NOTHING | INSERT insertColumns (OVERRIDING (USER | SYSTEM) VALUE)? (DEFAULT VALUES | VALUES valueList))
    ;

copy
    : COPY (BINARY? relation insertColumns (FROM | TO) | statementGroup TO) PROGRAM? (string | STDIN | STDOUT) copyOptions where?
    ;

truncate
    : TRUNCATE TABLE? relation (COMMA relation)* ((RESTART | CONTINUE) IDENTITY)? behavior?
    ;

lock
    : LOCK TABLE? relation (COMMA relation)* (IN lockMode MODE)? NOWAIT?
    ;

lockMode
    : ACCESS (SHARE | EXCLUSIVE)
    | ROW (SHARE | EXCLUSIVE)
    | SHARE (UPDATE EXCLUSIVE | ROW EXCLUSIVE)?
    | EXCLUSIVE
    ;

call
    : CALL functionName argumentList
    ;

// ---------------------------------------------------------------- transactions, settings, session

transaction
    : BEGIN (WORK | TRANSACTION)? transactionModes?
    | START TRANSACTION transactionModes?
    | COMMIT (PREPARED string | (WORK | TRANSACTION)? chain?)
    | ROLLBACK (PREPARED string | (WORK | TRANSACTION)? (chain | TO SAVEPOINT? colId)?)
    | (END | ABORT) (WORK | TRANSACTION)? chain?
    | SAVEPOINT colId
    | RELEASE SAVEPOINT? colId
    ;

chain
    : AND NO? CHAIN
    ;

transactionModes
    : transactionMode (COMMA? transactionMode)*
    ;

transactionMode
    : ISOLATION LEVEL (READ (UNCOMMITTED | COMMITTED) | REPEATABLE READ | SERIALIZABLE)
    | READ (ONLY | WRITE)
    | NOT? DEFERRABLE
    ;

set
    : SET setTarget
    ;

setTarget
    : SESSION (CHARACTERISTICS AS TRANSACTION transactionModes | setting | SESSION? sessionAuthorization | assigned)
    | LOCAL (setting | SESSION sessionAuthorization | assigned)
    | CONSTRAINTS (ALL | anyNameList) (DEFERRED | IMMEDIATE)
    | setting
    ;

setting
    : settingBody
    | SCHEMA (string | assigned)
    | CATALOG (string | assigned)
    ;

settingBody
    : TRANSACTION (transactionModes | SNAPSHOT string | assigned)
    | TIME (ZONE settingValue | assigned)
    | NAMES (string | DEFAULT | assigned)?
    | ROLE (settingWord | assigned)
    | XML (OPTION (DOCUMENT | CONTENT) | assigned)
    | name assigned
    ;

sessionAuthorization
    : AUTHORIZATION settingWord
    ;

assigned
    : (DOT label)* (assign settingValue (COMMA settingValue)* | FROM CURRENT)
    ;

assign
    : EQUALS
    | TO
    ;

settingWord
    : nonReserved
    | string
    | DEFAULT
    ;

settingValue
    : string
    | signedNumber
    | DEFAULT
    | TRUE
    | FALSE
    | ON
    | INTERVAL groupRun? string intervalFields
    | name
    | settingKeyword
    | typeFunctionWord
    ;

resetSetting
    : RESET shownSetting
    ;

show
    : SHOW shownSetting
    ;

shownSetting
    : ALL
    | TIME (ZONE | (DOT label)*)
    | TRANSACTION (ISOLATION LEVEL | (DOT label)*)
    | SESSION (AUTHORIZATION | (DOT label)*)
    | (name | ROLE | SCHEMA | contextKeyword) (DOT label)*
    ;

doBlock
    : DO doOption+
    ;

doOption
    : string
    | LANGUAGE (nonReserved | string)
    ;

explainStmt
    : EXPLAIN (utilityOptions | ANALYZE VERBOSE? | VERBOSE)? explained
    ;

explained
    : select
    | withStatement
    | insert
    | update
    | deletion
    | merge
    | declareCursorStmt
    | CREATE (persistence? createTable | createMaterializedView)
    | refresh
    | executeStmt
    ;

prepare
    : PREPARE (TRANSACTION string | name typeList? AS (select | withStatement | insert | update | deletion | merge))
    ;

executeStmt
    : EXECUTE colId valueList?
    ;

deallocateStmt
    : DEALLOCATE (PREPARE (name | ALL)? | name | ALL)
    ;

declareCursorStmt
    : DECLARE colId (NO SCROLL | INSENSITIVE | BINARY | SCROLL | ASENSITIVE)* CURSOR ((WITH | WITHOUT) HOLD)? FOR query
    ;

fetchStmt
    : (FETCH | MOVE) fetchTarget
    ;

closePortalStmt
    : CLOSE (colId | ALL)
    ;

listenStmt
    : LISTEN colId
    ;

unlistenStmt
    : UNLISTEN (colId | STAR)
    ;

notifyStmt
    : NOTIFY colId (COMMA string)?
    ;

loadStmt
    : LOAD string
    ;

checkPointStmt
    : CHECKPOINT utilityOptions?
    ;

discardStmt
    : DISCARD (ALL | TEMP | TEMPORARY | PLANS | SEQUENCES)
    ;

// ---------------------------------------------------------------- upkeep

vacuum
    : VACUUM (utilityOptions | FULL? FREEZE? VERBOSE? (ANALYZE | ANALYSE)?) vacuumTables?
    ;

analyze
    : (ANALYZE | ANALYSE) (utilityOptions | VERBOSE)? vacuumTables?
    ;

vacuumTables
    : vacuumTable (COMMA vacuumTable)*
    ;

vacuumTable
    : relation columnList?
    ;

reindex
    : REINDEX utilityOptions? ((INDEX | TABLE | SCHEMA) CONCURRENTLY? anyName | (DATABASE | SYSTEM) CONCURRENTLY? anyName?)
    ;

cluster
    : CLUSTER (utilityOptions | VERBOSE)? (anyName (ON anyName | USING colId)?)?
    ;

refresh
    : REFRESH MATERIALIZED VIEW CONCURRENTLY? anyName withData?
    ;

// ---------------------------------------------------------------- parts

ifExists
    : IF EXISTS
    ;

ifNotExists
    : IF NOT EXISTS
    ;

behavior
    : CASCADE
    | RESTRICT
    ;

relation
    : ONLY (anyName | LPAREN anyName RPAREN)
    | anyName STAR?
    ;

anyName
    : colId (DOT label)*
    ;

anyNameList
    : anyName (COMMA anyName)*
    ;

nameList
    : colId (COMMA colId)*
    ;

columnList
    : LPAREN colId (COMMA colId)* RPAREN
    ;

functionName
    : nonReserved (DOT label)*
    ;

signature
    : functionName argumentTypes?
    ;

operatorName
    : (name DOT)* operatorSymbol
    ;

operatorSignature
    : operatorName operandTypes
    ;

operatorSymbol
    : OPERATOR_SYMBOL
    | EQUALS
    | STAR
    | SIGN
    ;

newRole
    : {checkNewRole();} nonReserved
    ;

role
    : {checkRole();} nonReserved
    | CURRENT_USER
    | CURRENT_ROLE
    | SESSION_USER
    ;

mappedRole
    : role
    | USER
    ;

roleList
    : role (COMMA role)*
    ;

granteeList
    : GROUP? role (COMMA GROUP? role)*
    ;

optionList
    : LPAREN option (COMMA option)* RPAREN
    ;

option
    : optionName (EQUALS optionValue)?
    ;

utilityOptions
    : LPAREN utilityOption (COMMA utilityOption)* RPAREN
    ;

utilityOption
    : utilityOptionName (string | signedNumber | nonReserved | TRUE | FALSE | ON)?
    ;

utilityOptionName
    : nonReserved
    | ANALYZE
    | ANALYSE
    ;

optionName
    : label (DOT label)?
    ;

genericOptions
    : OPTIONS LPAREN genericOption (COMMA genericOption)* RPAREN
    ;

genericOption
    : (ADD | SET)? label string
    | DROP label
    ;

signedNumber
    : SIGN? NUMBER
    ;

string
    : STRING_LITERAL
    ;

// Runs of tokens that TokenRunParser reads without recursion.

expression
    : {readExpression();}
    ;

simpleExpression
    : {readSimpleExpression();}
    ;

simpleOrFullExpression
    : {readExpression();}
    ;

indexKey
    : {readIndexKey();}
    ;

groupRun
    : LPAREN {finishGroup();}
    ;

parameterList
    : LPAREN {finishGroup(Inside.PARAMETERS);}
    ;

argumentTypes
    : LPAREN {finishGroup(Inside.ARGUMENT_TYPES);}
    ;

resultColumns
    : LPAREN {finishGroup(Inside.RESULT_COLUMNS);}
    ;

typeList
    : LPAREN {finishGroup(Inside.TYPES);}
    ;

operandTypes
    : LPAREN {finishGroup(Inside.OPERAND_TYPES);}
    ;

triggerArguments
    : LPAREN {finishGroup(Inside.TRIGGER_ARGUMENTS);}
    ;

valueList
    : LPAREN {finishGroup(Inside.EXPRESSIONS);}
    ;

argumentList
    : LPAREN {finishGroup(Inside.ARGUMENTS);}
    ;

statementGroup
    : LPAREN {finishGroup(Inside.STATEMENT);}
    ;

subscript
    : LBRACKET {finishGroup(Inside.SUBSCRIPT);}
    ;

queryRest
    : {readQuery();}
    ;

commonTables
    : {readCommonTables();}
    ;

insertColumns
    : {readInsertColumns();}
    ;

fromRun
    : {readFromClause();}
    ;

mergeSource
    : {readMergeSource();}
    ;

outputList
    : {readOutputList();}
    ;

statisticsElements
    : {readStatisticsElements();}
    ;

optionValue
    : {readOptionValue();}
    ;

columnType
    : {readColumnType();}
    ;

ruleActions
    : {readRuleActions();}
    ;

atomicBody
    : {readAtomicBody();}
    ;

copyOptions
    : {readCopyOptions();}
    ;

fetchTarget
    : {readFetchTarget();}
    ;

intervalFields
    : {readIntervalFields();}
    ;

roleSwitch
    : {checkRoleSwitch();} IDENTIFIER
    ;

typeName
    : nonReserved {finishTypeName();}
    ;

// ---------------------------------------------------------------- names

label
    : nonReserved
    | reservedWord
    ;

nonReserved
    : colId
    | typeFunctionWord
    ;

colId
    : name
    | settingKeyword
    | contextKeyword
    ;

settingKeyword
    : SET
    | TRANSACTION
    | TIME
    | NAMES
    | ROLE
    | XML
    | SESSION
    | LOCAL
    | CONSTRAINTS
    | SCHEMA
    | CATALOG
    ;

contextKeyword
    : INTERVAL
    | CLASS
    | FAMILY
    | CHARACTERISTICS
    | TABLESPACE
    | PREPARE
    | OPERATOR
    ;

name
    : IDENTIFIER
    | COLUMN_WORD
    | ABORT
    | ACCESS
    | ACTION
    | ADD
    | ADMIN
    | AFTER
    | AGGREGATE
    | ALSO
    | ALTER
    | ALWAYS
    | ASENSITIVE
    | ASSIGNMENT
    | AT
    | ATOMIC
    | ATTACH
    | ATTRIBUTE
    | BEFORE
    | BEGIN
    | BETWEEN
    | BY
    | CACHE
    | CALL
    | CALLED
    | CASCADE
    | CASCADED
    | CHAIN
    | CHECKPOINT
    | CLOSE
    | CLUSTER
    | COMMENT
    | COMMIT
    | COMMITTED
    | COMPRESSION
    | CONFIGURATION
    | CONFLICT
    | CONNECTION
    | CONTENT
    | CONTINUE
    | CONVERSION
    | COPY
    | COST
    | CURRENT
    | CURSOR
    | CYCLE
    | DATA
    | DATABASE
    | DEALLOCATE
    | DECLARE
    | DEFERRED
    | DEFINER
    | DELETE
    | DEPENDS
    | DETACH
    | DICTIONARY
    | DISABLE
    | DISCARD
    | DOCUMENT
    | DOMAIN
    | DROP
    | EACH
    | ENABLE
    | ENCODING
    | ENCRYPTED
    | ENFORCED
    | ENUM
    | ESCAPE
    | EVENT
    | EXCLUDING
    | EXCLUSIVE
    | EXECUTE
    | EXISTS
    | EXPLAIN
    | EXPRESSION
    | EXTENSION
    | EXTERNAL
    | FINALIZE
    | FIRST
    | FORCE
    | FUNCTION
    | FUNCTIONS
    | GENERATED
    | GLOBAL
    | GRANTED
    | HANDLER
    | HOLD
    | IDENTITY
    | IMMEDIATE
    | IMMUTABLE
    | IMPLICIT
    | IMPORT
    | INCLUDE
    | INCLUDING
    | INCREMENT
    | INDEX
    | INHERIT
    | INHERITS
    | INLINE
    | INOUT
    | INPUT
    | INSENSITIVE
    | INSERT
    | INSTEAD
    | INVOKER
    | ISOLATION
    | KEY
    | LABEL
    | LANGUAGE
    | LARGE
    | LAST
    | LEAKPROOF
    | LEVEL
    | LISTEN
    | LOAD
    | LOCATION
    | LOCK
    | LOGGED
    | MATCH
    | MATCHED
    | MATERIALIZED
    | MAXVALUE
    | MERGE
    | METHOD
    | MINVALUE
    | MODE
    | MOVE
    | NAME
    | NEW
    | NO
    | NOTHING
    | NOTIFY
    | NOWAIT
    | OBJECT
    | OBJECTS
    | OF
    | OIDS
    | OLD
    | OPTION
    | OPTIONS
    | OVERRIDING
    | OWNED
    | OWNER
    | PARALLEL
    | PARAMETER
    | PARSER
    | PARTIAL
    | PARTITION
    | PASSWORD
    | PLANS
    | POLICY
    | PREPARED
    | PRESERVE
    | PRIVILEGES
    | PROCEDURAL
    | PROCEDURE
    | PROCEDURES
    | PROGRAM
    | PUBLICATION
    | RANGE
    | READ
    | REASSIGN
    | RECURSIVE
    | REFERENCING
    | REFRESH
    | REINDEX
    | RELEASE
    | RENAME
    | REPEATABLE
    | REPLACE
    | REPLICA
    | RESET
    | RESTART
    | RESTRICT
    | RETURN
    | RETURNS
    | REVOKE
    | ROLLBACK
    | ROUTINE
    | ROUTINES
    | ROW
    | ROWS
    | RULE
    | SCHEMAS
    | SCROLL
    | SEARCH
    | SECURITY
    | SEQUENCE
    | SEQUENCES
    | SERIALIZABLE
    | SERVER
    | SHARE
    | SHOW
    | SIMPLE
    | SKIP
    | SNAPSHOT
    | SOURCE
    | SQL
    | STABLE
    | START
    | STATEMENT
    | STATISTICS
    | STDIN
    | STDOUT
    | STORAGE
    | STORED
    | STRICT
    | SUBSCRIPTION
    | SUPPORT
    | SYSID
    | SYSTEM
    | TABLES
    | TARGET
    | TEMP
    | TEMPLATE
    | TEMPORARY
    | TEXT
    | TRANSFORM
    | TRIGGER
    | TRUNCATE
    | TRUSTED
    | TYPE
    | TYPES
    | UNCOMMITTED
    | UNENCRYPTED
    | UNLISTEN
    | UNLOGGED
    | UNTIL
    | UPDATE
    | VACUUM
    | VALID
    | VALIDATE
    | VALIDATOR
    | VALUE
    | VALUES
    | VERSION
    | VIEW
    | VIRTUAL
    | VOLATILE
    | WITHOUT
    | WORK
    | WRAPPER
    | WRITE
    | ZONE
    ;

typeFunctionWord
    : TYPE_FUNCTION_WORD
    | AUTHORIZATION
    | BINARY
    | COLLATION
    | CONCURRENTLY
    | CROSS
    | CURRENT_SCHEMA
    | FREEZE
    | FULL
    | ILIKE
    | INNER
    | IS
    | ISNULL
    | JOIN
    | LEFT
    | LIKE
    | NATURAL
    | NOTNULL
    | OVERLAPS
    | RIGHT
    | SIMILAR
    | VERBOSE
    ;

reservedWord
    : RESERVED_WORD
    | ALL
    | ANALYSE
    | ANALYZE
    | AND
    | ANY
    | ARRAY
    | AS
    | ASC
    | CASE
    | CAST
    | CHECK
    | COLLATE
    | COLUMN
    | CONSTRAINT
    | CREATE
    | CURRENT_ROLE
    | CURRENT_USER
    | DEFAULT
    | DEFERRABLE
    | DESC
    | DISTINCT
    | DO
    | ELSE
    | END
    | EXCEPT
    | FALSE
    | FETCH
    | FOR
    | FOREIGN
    | FROM
    | GRANT
    | GROUP
    | HAVING
    | IN
    | INITIALLY
    | INTERSECT
    | INTO
    | LATERAL
    | LIMIT
    | NOT
    | NULL
    | OFFSET
    | ON
    | ONLY
    | OR
    | ORDER
    | PRIMARY
    | REFERENCES
    | RETURNING
    | SELECT
    | SESSION_USER
    | SOME
    | TABLE
    | THEN
    | TO
    | TRUE
    | UNION
    | UNIQUE
    | USER
    | USING
    | WHEN
    | WHERE
    | WINDOW
    | WITH
    ;
