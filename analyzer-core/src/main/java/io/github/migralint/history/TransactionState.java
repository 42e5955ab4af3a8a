package io.github.migralint.history;

import java.util.List;
import java.util.Map;

/**
 * The transaction in which a statement runs.
 *
 * @param open whether it runs inside a transaction block
 * @param explicit whether the script itself began it
 * @param held locks taken earlier in it
 * @param settings settings in force, names folded
 */
public record TransactionState(boolean open, boolean explicit, List<HeldLock> held, Map<String, String> settings) {
    public TransactionState {
        held = List.copyOf(held);
        settings = Map.copyOf(settings);
    }
}
