/** SQL of MySQL and MariaDB comes in, facts about the replayed schema are expected; no server is needed. */
@NullMarked
package io.github.migralint.dialect.mysql.replay;

import org.jspecify.annotations.NullMarked;
