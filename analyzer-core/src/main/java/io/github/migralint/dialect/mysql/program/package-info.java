/**
 * The bodies of stored programs of MySQL and MariaDB: their tokens come in, control flow around statements of SQL goes
 * out. What the SQL inside says is read by whom it is given. It must not know what a program does when it runs.
 */
@NullMarked
package io.github.migralint.dialect.mysql.program;

import org.jspecify.annotations.NullMarked;
