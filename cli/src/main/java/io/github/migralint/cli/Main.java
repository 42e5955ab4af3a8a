package io.github.migralint.cli;

import io.github.migralint.baseline.BaselineException;
import io.github.migralint.config.ConfigurationException;
import java.util.List;

/** The {@code migralint} command. */
public final class Main {
    private final Surroundings surroundings;

    Main(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Runs the command and ends the process with its exit code. All is written by then and nothing waits for the end, so
     * Java is stopped without its way of leaving, which starts the logging of Java to tell of it.
     */
    public static void main(String[] args) {
        Runtime.getRuntime().halt(new Main(Surroundings.ofProcess()).run(List.of(args)));
    }

    /** Runs the command with these arguments and gives its exit code. */
    int run(List<String> arguments) {
        try {
            return new Dispatch(surroundings).run(ArgumentFiles.expand(arguments));
        } catch (UsageException e) {
            surroundings.complain(e.reason());
            return ExitCode.USAGE;
        } catch (ConfigurationException e) {
            surroundings.complain(e.reason());
            return ExitCode.USAGE;
        } catch (BaselineException e) {
            surroundings.complain(e.reason());
            return ExitCode.USAGE;
        } catch (OutOfMemoryError e) {
            surroundings.complain("out of memory: check fewer files, or let Java have more of it with"
                    + " MIGRALINT_JAVA_OPTIONS=-Xmx4g");
            return ExitCode.INTERNAL;
        } catch (RuntimeException | StackOverflowError e) {
            surroundings.complain("internal error, please report it: " + e);
            return ExitCode.INTERNAL;
        }
    }
}
