package io.github.migralint;

import io.github.migralint.framework.Direction;
import io.github.migralint.history.Migration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds for each migration under review that goes back the one that it undoes. */
final class WaysBack {
    private final IdentityHashMap<Migration, List<Migration>> byUndone = new IdentityHashMap<>();
    private final Set<Migration> alone = Collections.newSetFromMap(new IdentityHashMap<>());

    private WaysBack() {}

    static WaysBack among(List<Migration> migrations) {
        var back = new WaysBack();
        var byVersion = new HashMap<String, Migration>();
        var byFile = new IdentityHashMap<Object, Migration>();
        for (Migration migration : migrations) {
            if (migration.direction() == Direction.UP) {
                byVersion.put(migration.version(), migration);
                byFile.put(migration.text(), migration);
            }
        }
        byVersion.remove("");
        for (Migration migration : migrations) {
            if (migration.direction() == Direction.DOWN && migration.underReview()) {
                back.add(
                        migration,
                        Optional.ofNullable(byFile.get(migration.text()))
                                .or(() -> Optional.ofNullable(byVersion.get(migration.version()))));
            }
        }
        return back;
    }

    private void add(Migration migration, Optional<Migration> undone) {
        undone.ifPresentOrElse(
                up -> byUndone.computeIfAbsent(up, any -> new ArrayList<>()).add(migration),
                () -> alone.add(migration));
    }

    /** Those that undo a migration. */
    List<Migration> of(Migration undone) {
        return byUndone.getOrDefault(undone, List.of());
    }

    /** Whether nobody knows what a migration undoes. */
    boolean isAlone(Migration migration) {
        return alone.contains(migration);
    }
}
