package io.github.migralint.sarif;

import com.contrastsecurity.sarif.Invocation;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.MultiformatMessageString;
import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.ReportingDescriptorReference;
import io.github.migralint.report.Problem;
import io.github.migralint.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells how the run itself went. */
final class Notifications {
    private static final List<Problem.Kind> KINDS = List.of(Problem.Kind.values());

    private static final String LEFT_OUT = "findings-left-out";

    private final Locations locations;

    Notifications(Locations locations) {
        this.locations = locations;
    }

    /**
     * The run with what went wrong in it: wrong usage, and what happened on the way. A run that failed is no reason to close
     * alerts: code scanning refuses its report.
     *
     * @param leftOut how many results there was no room for
     */
    Invocation invocation(Report report, int leftOut) {
        var execution = new ArrayList<Notification>();
        var configuration = new ArrayList<Notification>();
        for (Problem problem : report.problems()) {
            (isUsage(problem) ? configuration : execution).add(notification(problem));
        }
        if (leftOut > 0) {
            execution.add(leftOut(leftOut));
        }
        boolean successful = report.problems(Problem.Kind.INTERNAL).isEmpty() && configuration.isEmpty();
        return new Invocation()
                .withExecutionSuccessful(successful)
                .withToolExecutionNotifications(execution)
                .withToolConfigurationNotifications(configuration);
    }

    private static boolean isUsage(Problem problem) {
        return problem.kind() == Problem.Kind.MISSING || problem.kind() == Problem.Kind.CONFIGURATION;
    }

    private static Notification leftOut(int count) {
        return new Notification()
                .withDescriptor(
                        new ReportingDescriptorReference().withId(LEFT_OUT).withIndex(KINDS.size()))
                .withLevel(Notification.Level.WARNING)
                .withMessage(new Message()
                        .withText(
                                "Findings of the least risk that are not in this report because code scanning takes no"
                                        + " more: " + count + "."));
    }

    /** What is wrong, in which the file is named from the root. */
    private String message(Problem problem) {
        return problem.file().isEmpty()
                ? problem.message()
                : problem.message().replace(problem.file(), locations.path(problem.file()));
    }

    private Notification notification(Problem problem) {
        var notification = new Notification()
                .withDescriptor(new ReportingDescriptorReference()
                        .withId(id(problem.kind()))
                        .withIndex(KINDS.indexOf(problem.kind())))
                .withLevel(
                        problem.kind() == Problem.Kind.NOT_UNDERSTOOD
                                ? Notification.Level.WARNING
                                : Notification.Level.ERROR)
                .withMessage(new Message().withText(MessageText.plain(message(problem))));
        Set<Location> place = new LinkedHashSet<>();
        if (problem.place().isPresent()) {
            place.add(locations.of(problem.place().get()));
        } else if (!problem.file().isEmpty()) {
            place.add(locations.file(problem.file()));
        }
        return place.isEmpty() ? notification : notification.withLocations(place);
    }

    /** The kinds of notifications, in the order of their indexes. */
    static Set<ReportingDescriptor> descriptors() {
        var descriptors = new LinkedHashSet<ReportingDescriptor>();
        for (Problem.Kind kind : KINDS) {
            descriptors.add(descriptor(id(kind), summary(kind), meaning(kind)));
        }
        descriptors.add(
                descriptor(
                        LEFT_OUT,
                        "There are more findings than a report may hold.",
                        "The findings of the least risk are left out. Check fewer folders at a time, each in a category of its own."));
        return descriptors;
    }

    private static ReportingDescriptor descriptor(String id, String summary, String meaning) {
        return new ReportingDescriptor()
                .withId(id)
                .withShortDescription(new MultiformatMessageString().withText(summary))
                .withFullDescription(new MultiformatMessageString().withText(summary + " " + meaning))
                .withHelp(new MultiformatMessageString().withText(meaning));
    }

    private static String id(Problem.Kind kind) {
        return switch (kind) {
            case NOT_UNDERSTOOD -> "statement-not-understood";
            case MISSING -> "file-missing";
            case CONFIGURATION -> "wrong-configuration";
            case FILE -> "file-not-analyzed";
            case INTERNAL -> "internal-error";
        };
    }

    private static String summary(Problem.Kind kind) {
        return switch (kind) {
            case NOT_UNDERSTOOD -> "A statement could not be read.";
            case MISSING -> "A path does not exist.";
            case CONFIGURATION -> "The configuration or the command line cannot be used.";
            case FILE -> "A file, or a part of it, could not be analyzed.";
            case INTERNAL -> "Something in Migralint itself failed.";
        };
    }

    private static String meaning(Problem.Kind kind) {
        return switch (kind) {
            case NOT_UNDERSTOOD -> "Its dangers are not known, and what it may have changed counts as uncertain.";
            case MISSING -> "What does exist was checked. Correct the path.";
            case CONFIGURATION -> "Nothing was checked. Correct it, and run the check again.";
            case FILE -> "The rest was checked.";
            case INTERNAL -> "The rest was checked. Please report it.";
        };
    }
}
