package io.github.migralint.dialect.mysql.effect;

/** Numbers of errors that MySQL and MariaDB give alike. */
final class Errors {
    static final String TABLE_EXISTS = "1050";
    static final String UNKNOWN_TABLE = "1051";
    static final String UNKNOWN_COLUMN = "1054";
    static final String COLUMN_EXISTS = "1060";
    static final String KEY_EXISTS = "1061";
    static final String DUPLICATE_ROWS = "1062";
    static final String SYNTAX = "1064";
    static final String INVALID_DEFAULT = "1067";
    static final String SECOND_PRIMARY_KEY = "1068";
    static final String KEY_TOO_LONG = "1071";
    static final String NO_KEY_COLUMN = "1072";
    static final String AUTO_INCREMENT_WITHOUT_KEY = "1075";
    static final String LAST_COLUMN = "1090";
    static final String NOTHING_TO_DROP = "1091";
    static final String DEFAULT_OF_TEXT = "1101";
    static final String NO_SUCH_TABLE = "1146";
    static final String KEY_WITHOUT_LENGTH = "1170";
    static final String NO_SUCH_KEY = "1176";
    static final String WRONG_USAGE = "1221";
    static final String OUT_OF_RANGE = "1264";
    static final String TRUNCATED = "1265";
    static final String NOT_A_TABLE = "1347";
    static final String INCORRECT_VALUE = "1366";
    static final String TOO_LONG = "1406";
    static final String ORPHANS = "1452";
    static final String INDEX_OF_FOREIGN_KEY = "1553";
    static final String TRUNCATE_REFERENCED = "1701";
    static final String ONE_FULLTEXT_AT_A_TIME = "1795";
    static final String UNKNOWN_ALGORITHM = "1800";
    static final String CHILD_COLUMN = "1828";
    static final String CHILD_COLUMN_TYPE = "1832";
    static final String PARENT_COLUMN_TYPE = "1833";
    static final String WAY_UNAVAILABLE = "1845";
    static final String WAY_UNAVAILABLE_FOR_A_REASON = "1846";
    static final String GENERATED_DEPENDS = "3108";
    static final String CHECK_VIOLATED = "3819";
    static final String CHECK_DEPENDS = "3959";
    static final String TYPES_OF_FOREIGN_KEY = "3780";
    static final String TOO_MANY_ROW_VERSIONS = "4092";

    private Errors() {}
}
