/**
 * dbmate: files cut by its comments into up and down. Names, clues and text come in, recognition, order and
 * transactions go out; other tools are unknown here.
 */
@NullMarked
package io.github.migralint.framework.dbmate;

import org.jspecify.annotations.NullMarked;
