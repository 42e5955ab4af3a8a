package io.github.migralint.history;

import io.github.migralint.ast.Statement;
import io.github.migralint.effect.LockMode;
import io.github.migralint.effect.RelationKey;

/**
 * A lock that an earlier statement of the same transaction took.
 *
 * @param relation the relation
 * @param mode the mode
 * @param statement the statement that took it
 */
public record HeldLock(RelationKey relation, LockMode mode, Statement statement) {}
