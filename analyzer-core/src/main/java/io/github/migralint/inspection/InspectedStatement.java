package io.github.migralint.inspection;

import io.github.migralint.ast.Statement;
import io.github.migralint.effect.Effects;
import io.github.migralint.framework.Direction;

/**
 * One statement.
 *
 * @param statement the statement
 * @param direction of the part of the file that it stands in
 * @param effects what it does
 */
public record InspectedStatement(Statement statement, Direction direction, Effects effects) {}
