package io.github.migralint.cli.git;

/** That git cannot tell what was asked; the message says why and what to do, in words for the user. */
public final class GitException extends Exception {
    private static final long serialVersionUID = 1L;

    GitException(String message) {
        super(message);
    }
}
