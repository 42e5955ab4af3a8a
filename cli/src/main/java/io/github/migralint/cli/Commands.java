package io.github.migralint.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** All commands by name, in the order of the help; only the one that is meant is set up. */
final class Commands {
    private Commands() {}

    static Map<String, Supplier<Command>> all() {
        var commands = new LinkedHashMap<String, Supplier<Command>>();
        commands.put("check", CheckCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("rules", RulesCommand::new);
        commands.put("inspect", InspectCommand::new);
        return Collections.unmodifiableMap(commands);
    }
}
