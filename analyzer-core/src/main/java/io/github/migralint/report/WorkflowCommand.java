package io.github.migralint.report;

/**
 * A line that makes GitHub show an annotation. Nothing in a property or in the message can end the line, the command or
 * the property.
 */
final class WorkflowCommand {
    private final StringBuilder line;
    private boolean first = true;

    /** Starts a command, such as {@code error}. */
    WorkflowCommand(String name) {
        this.line = new StringBuilder("::").append(name);
    }

    /** Adds a property. */
    WorkflowCommand with(String property, String value) {
        line.append(first ? ' ' : ',').append(property).append('=');
        line.append(escaped(value).replace(":", "%3A").replace(",", "%2C"));
        first = false;
        return this;
    }

    /** Adds a property that is a number. */
    WorkflowCommand with(String property, int value) {
        return with(property, Integer.toString(value));
    }

    /** The line, without its end. */
    String saying(String message) {
        return line + "::" + escaped(message);
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
