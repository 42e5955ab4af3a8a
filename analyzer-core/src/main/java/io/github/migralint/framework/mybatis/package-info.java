/**
 * MyBatis Migrations: files in which a comment divides up from down. Names, clues and text come in, recognition, order
 * and transactions go out; other tools are unknown here.
 */
@NullMarked
package io.github.migralint.framework.mybatis;

import org.jspecify.annotations.NullMarked;
