package io.github.migralint.schema;

import io.github.migralint.ast.PartitionBound;
import java.util.Optional;

/**
 * The place of a partition in its parent.
 *
 * @param parent the partitioned table
 * @param bound what rows it takes; none for a partition of an index
 */
public record Membership(ObjectId parent, Optional<PartitionBound> bound) {}
