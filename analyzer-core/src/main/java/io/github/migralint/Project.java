package io.github.migralint;

import io.github.migralint.framework.Projects;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Divides a request into one for each project that it is about. */
final class Project {
    private Project() {}

    /** The requests, in the order in which the projects were named; at least one. */
    static List<Request> of(Request request) {
        var named = new ArrayList<>(request.paths());
        request.standIns().stream()
                .filter(StandIn::named)
                .map(StandIn::path)
                .filter(path -> !named.contains(path))
                .forEach(named::add);
        List<List<Path>> projects = Projects.of(named, Input.options(request));
        if (projects.size() < 2) {
            return List.of(request);
        }
        return projects.stream().map(paths -> narrowed(request, paths)).toList();
    }

    private static Request narrowed(Request request, List<Path> paths) {
        List<StandIn> own = request.standIns().stream()
                .filter(standIn -> !standIn.named() || paths.contains(standIn.path()))
                .toList();
        List<Path> named = paths.stream()
                .filter(path -> own.stream()
                        .noneMatch(standIn -> standIn.named() && standIn.path().equals(path)))
                .toList();
        return request.narrowedTo(named, own);
    }
}
