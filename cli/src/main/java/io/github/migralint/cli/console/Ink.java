package io.github.migralint.cli.console;

import io.github.migralint.rule.Risk;

/** How a piece of text stands out. Colour means risk and nothing else. */
enum Ink {
    PLAIN(""),
    BOLD("1"),
    LOW("1;34"),
    MEDIUM("1;33"),
    HIGH("1;31"),
    CRITICAL("1;97;41");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    static Ink of(Risk risk) {
        return switch (risk) {
            case LOW -> LOW;
            case MEDIUM -> MEDIUM;
            case HIGH -> HIGH;
            case CRITICAL -> CRITICAL;
        };
    }

    /** The ink of a mark under a clause: a line on a coloured ground would be a bar. */
    static Ink ofMark(Risk risk) {
        return risk == Risk.CRITICAL ? HIGH : of(risk);
    }

    /** The text in this ink, where the terminal has any. */
    String paint(String text, Terminal terminal) {
        return this == PLAIN || !terminal.colour() || text.isEmpty()
                ? text
                : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
