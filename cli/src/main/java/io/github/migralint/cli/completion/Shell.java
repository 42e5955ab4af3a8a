package io.github.migralint.cli.completion;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The shells that can be helped. */
public enum Shell {
    /** The GNU shell, from version 3.2 on. */
    BASH("bash-completion/completions/migralint"),
    /** The Z shell. */
    ZSH("zsh/site-functions/_migralint"),
    /** The friendly one. */
    FISH("fish/vendor_completions.d/migralint.fish");

    private final String file;

    Shell(String file) {
        this.file = file;
    }

    /** How a user writes their names. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Shell::word).toList();
    }

    /** The shell of a name that is one of {@link #words()}. */
    public static Shell of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Where the shell finds its script below a folder {@code share}. */
    public String file() {
        return file;
    }

    /** The script that makes it complete what is typed. */
    public String script(CommandLineShape shape) {
        return switch (this) {
            case BASH -> new BashScript(shape).text();
            case ZSH -> new ZshScript(shape).text();
            case FISH -> new FishScript(shape).text();
        };
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
