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

    private final Locations locations;

    Notifications(Locations locations) {
        this.locations = locations;
    }

    /** The run with what went wrong in it; a missing file is wrong usage, everything else happened on the way. */
    Invocation invocation(Report report) {
        var execution = new ArrayList<Notification>();
        var configuration = new ArrayList<Notification>();
        for (Problem problem : report.problems()) {
            (problem.kind() == Problem.Kind.MISSING ? configuration : execution).add(notification(problem));
        }
        boolean successful = report.problems(Problem.Kind.INTERNAL).isEmpty() && configuration.isEmpty();
        return new Invocation()
                .withExecutionSuccessful(successful)
                .withToolExecutionNotifications(execution)
                .withToolConfigurationNotifications(configuration);
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
                .withMessage(new Message().withText(problem.message()));
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
            descriptors.add(new ReportingDescriptor()
                    .withId(id(kind))
                    .withShortDescription(new MultiformatMessageString().withText(summary(kind))));
        }
        return descriptors;
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
}
