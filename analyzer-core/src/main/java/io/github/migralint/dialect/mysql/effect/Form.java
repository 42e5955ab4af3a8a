package io.github.migralint.dialect.mysql.effect;

/** A form of a statement that not every version of MySQL and MariaDB reads. */
enum Form {
    GUARD_IN_ALTER("IF EXISTS and IF NOT EXISTS inside ALTER TABLE"),
    GUARD_OF_ALTER("ALTER TABLE IF EXISTS"),
    GUARD_OF_INDEX("IF EXISTS and IF NOT EXISTS of an index"),
    GUARD_OF_RENAME("RENAME TABLE IF EXISTS"),
    ALTER_IGNORE("ALTER IGNORE TABLE"),
    WAIT("WAIT and NOWAIT"),
    RENAME_COLUMN("RENAME COLUMN"),
    RENAME_INDEX("RENAME INDEX"),
    INVISIBLE_COLUMN("INVISIBLE of a column"),
    ALTER_COLUMN_VISIBILITY("ALTER COLUMN … SET INVISIBLE"),
    INVISIBLE_INDEX("INVISIBLE of an index"),
    IGNORED_INDEX("IGNORED of an index"),
    EXPRESSION_DEFAULT("a default in parentheses"),
    FUNCTIONAL_INDEX("an expression as key part"),
    MULTIVALUED_INDEX("an index on an array"),
    UNENFORCED_CHECK("NOT ENFORCED"),
    ALTER_CHECK("ALTER CHECK"),
    DROP_CHECK("DROP CHECK"),
    DROP_CONSTRAINT("DROP CONSTRAINT"),
    SEQUENCE("a sequence"),
    REPLACE_TABLE("CREATE OR REPLACE TABLE"),
    INSTANT("ALGORITHM=INSTANT"),
    NOCOPY("ALGORITHM=NOCOPY"),
    SYSTEM_VERSIONING("SYSTEM VERSIONING"),
    CONVERT_PARTITION("CONVERT PARTITION and CONVERT TABLE"),
    DISCARD_PARTITION("DISCARD and IMPORT PARTITION … TABLESPACE"),
    REPLACE_OBJECT("OR REPLACE of a trigger, function or procedure");

    private final String words;

    Form(String words) {
        this.words = words;
    }

    /** The form as a sentence names it. */
    String words() {
        return words;
    }
}
