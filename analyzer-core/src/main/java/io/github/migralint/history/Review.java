package io.github.migralint.history;

import java.util.Optional;

/**
 * What was asked for besides the migrations.
 *
 * @param release what goes live together
 * @param changes the files under review, where the rest is only replayed
 * @param startingSchema display path of the script on which the history builds
 */
public record Review(ReleaseMode release, Optional<ChangeSet> changes, Optional<String> startingSchema) {
    /** Nothing but the migrations, each of which is a release of its own. */
    public static final Review PLAIN = new Review(ReleaseMode.EACH, Optional.empty(), Optional.empty());
}
