/** Tests of the replay. SQL goes in, facts about the schema come out and are held to what a server says. */
@NullMarked
package io.github.migralint.dialect.postgresql.replay;

import org.jspecify.annotations.NullMarked;
