package io.github.migralint.cli.console;

import io.github.migralint.rule.RuleInfo;
import java.io.IOException;
import java.util.List;

/** Prints the catalogue of rules: risk, name, and under it what is wrong. */
public final class RuleTable {
    private static final int RISK = 10;

    private final Terminal terminal;

    public RuleTable(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Writes the rules in the order given. */
    public void write(List<RuleInfo> rules, Appendable out) throws IOException {
        for (RuleInfo rule : rules) {
            String risk = rule.risk().name();
            out.append(Ink.of(rule.risk()).paint(risk, terminal))
                    .append(" ".repeat(RISK - risk.length()))
                    .append(Ink.BOLD.paint(rule.id(), terminal))
                    .append(rule.onByDefault() ? "" : " (off by default)")
                    .append('\n');
            for (String line : Wrapping.text(rule.summary(), terminal.width() - RISK)) {
                out.append(" ".repeat(RISK)).append(line).append('\n');
            }
        }
    }
}
