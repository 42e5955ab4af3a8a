package io.github.migralint.cli;

/** The parts of the help that are not a list of options. */
final class Help {
    private static final String[] EXIT_CODES = {
        "",
        "Exit codes:",
        "  0  nothing at or above --fail-on",
        "  1  findings at or above --fail-on",
        "  2  wrong usage or configuration, or a file that does not exist",
        "  3  an internal error; please report it",
    };

    static String[] rootFooter() {
        return join(
                new String[] {
                    "",
                    "Examples:",
                    "  migralint check db/migration",
                    "      review a whole history of migrations",
                    "  migralint check db/migration/V42__orders.sql",
                    "      review one file; the files before it are its history",
                    "  migralint explain blocking-index-creation",
                    "      what a rule is about, and how to do it safely",
                    "  migralint check --help",
                    "      all options",
                    "",
                    "The command may be left out before a path: migralint db/migration",
                },
                EXIT_CODES);
    }

    static String[] checkFooter() {
        return join(
                new String[] {
                    "",
                    "Examples:",
                    "  migralint check db/migration --db-version 16",
                    "  migralint check V42__orders.sql V43__names.sql --format concise",
                    "  migralint check db/migration --format sarif -o migralint.sarif",
                    "  migralint check @changed-files.txt --fail-on critical",
                    "  git show HEAD:db/migration/V42__orders.sql |",
                    "      migralint check - --stdin-filename db/migration/V42__orders.sql",
                },
                EXIT_CODES);
    }

    static String[] baselineFooter() {
        return new String[] {
            "",
            "Examples:",
            "  migralint baseline create db/migration",
            "      accept all findings of today; migralint check tells only new ones then",
            "  migralint baseline update db/migration/V42__orders.sql",
            "      accept those of one file too",
            "  migralint baseline prune db/migration",
            "      forget those that are gone",
        };
    }

    static String[] completionFooter() {
        return new String[] {
            "",
            "Examples:",
            "  eval \"$(migralint completion bash)\"",
            "  migralint completion zsh > ~/.zfunc/_migralint",
            "  migralint completion fish > ~/.config/fish/completions/migralint.fish",
        };
    }

    private Help() {}

    private static String[] join(String[] first, String[] second) {
        String[] all = new String[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
