package io.github.migralint.dialect.procedural;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How a run of statements ends, as far as one can tell.
 *
 * @param end how it is left, if it surely is, unless it was left otherwise before
 * @param possible how it may have been left before that
 */
record Course(Optional<Exit> end, Set<Exit> possible) {
    /** It runs to its end. */
    static final Course THROUGH = new Course(Optional.empty(), Set.of());

    Course {
        possible = Set.copyOf(possible);
    }

    static Course left(Exit exit) {
        return new Course(Optional.of(exit), Set.of());
    }

    static Course maybeLeft(Set<Exit> exits) {
        return new Course(Optional.empty(), exits);
    }

    /** All ways in which it is or may be left. */
    Set<Exit> exits() {
        var all = new LinkedHashSet<>(possible);
        end.ifPresent(all::add);
        return all;
    }

    /** The error that it ends with, if it surely does and cannot have been left otherwise. */
    Optional<Exit.Failure> failure() {
        return end.filter(exit -> exit instanceof Exit.Failure).map(exit -> (Exit.Failure) exit);
    }
}
