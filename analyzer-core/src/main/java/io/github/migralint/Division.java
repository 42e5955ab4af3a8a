package io.github.migralint;

import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Dialects;
import io.github.migralint.engine.EngineAnswer;
import io.github.migralint.engine.EngineFinder;
import io.github.migralint.framework.DiscoveryOptions;
import io.github.migralint.framework.FileProblem;
import io.github.migralint.framework.Frameworks;
import io.github.migralint.framework.Markings;
import io.github.migralint.framework.MigrationSet;
import io.github.migralint.framework.Projects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Divides a request into one for each project that it is about, and each of those into one for each engine that its
 * migrations are meant for.
 */
final class Division {
    private final Request request;
    private final List<Path> named;
    private final Beginnings beginnings;
    private final List<Project> projects = new ArrayList<>();
    private final List<FileProblem> refused = new ArrayList<>();
    private final Set<List<Path>> unmarked = new HashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();

    private Division(Request request) {
        this.request = request;
        this.named = named(request);
        this.beginnings = new Beginnings(request);
    }

    /** The projects, in the order in which they were named; at least one. */
    static List<Project> of(Request request) {
        var division = new Division(request);
        if (request.search() == EngineSearch.ENGINE) {
            division.search();
        } else {
            division.divide(division.options(request.dialect(), Set.of()), division.named);
        }
        return division.projects();
    }

    private static List<Path> named(Request request) {
        var named = new ArrayList<>(request.paths());
        request.standIns().stream()
                .filter(StandIn::named)
                .map(StandIn::path)
                .filter(path -> !named.contains(path))
                .forEach(named::add);
        return named;
    }

    private DiscoveryOptions options(Dialect dialect, Set<String> besides) {
        return Input.options(request, dialect).withBesides(besides);
    }

    /** For the engine that was said. */
    private void divide(DiscoveryOptions options, List<Path> paths) {
        for (List<Path> own : Projects.of(paths, options)) {
            Request narrowed = narrowed(own);
            if (request.search() == EngineSearch.VERSION) {
                narrowed = meantFor(finder(own).versionOf(request.dialect(), request.engineSource()), narrowed);
            }
            projects.add(new Project(narrowed, Frameworks.detect(narrowed.paths(), ofStandIns(options, narrowed))));
        }
    }

    private void search() {
        Markings markings = Markings.of(named);
        List<Dialect> marked = Dialects.all().stream()
                .filter(dialect -> markings.engines().contains(dialect.name()))
                .toList();
        notes.addAll(markings.notUnderstood());
        named.stream()
                .filter(path -> !Files.isDirectory(path))
                .forEach(path -> markings.foreign(path).ifPresent(label -> refuse(List.of(path), label, "its name")));
        for (Dialect dialect : marked.isEmpty() ? List.of(request.dialect()) : marked) {
            DiscoveryOptions options = options(dialect, markings.engines());
            for (List<Path> own : Projects.of(meantFor(dialect, markings), options)) {
                add(own, dialect, options, markings);
            }
        }
    }

    /** What was named without the files that their names say to be for other engines. */
    private List<Path> meantFor(Dialect dialect, Markings markings) {
        return named.stream()
                .filter(path -> Files.isDirectory(path)
                        || markings.of(path).isEmpty()
                        || markings.of(path).contains(dialect.name()))
                .toList();
    }

    private void add(List<Path> own, Dialect dialect, DiscoveryOptions options, Markings markings) {
        Request narrowed = narrowed(own);
        EngineFinder finder = finder(own);
        MigrationSet found = new ForeignFolders(markings, finder)
                .without(Frameworks.detect(narrowed.paths(), ofStandIns(options, narrowed)));
        List<String> others = markings.labelsNotUnderstood();
        if (markings.anyIs(dialect.name(), found.files())) {
            String reason = markings.example(dialect.name(), found.files());
            projects.add(new Project(meantFor(finder.answer(dialect, reason), narrowed), found));
        } else if (found.files().isEmpty() && !others.isEmpty()) {
            refuse(own, String.join(", ", others), "names of files and folders");
        } else if (!markings.anyIsMarked(found.files()) && unmarked.add(own)) {
            for (EngineAnswer answer : finder.find(found, request.dialect())) {
                switch (answer) {
                    case EngineAnswer.Known known -> projects.add(new Project(meantFor(known, narrowed), found));
                    case EngineAnswer.Foreign foreign -> refuse(own, foreign.label(), foreign.reason());
                }
            }
        }
    }

    private EngineFinder finder(List<Path> own) {
        return new EngineFinder(own.isEmpty() ? Path.of("") : own.getFirst(), beginnings::of);
    }

    private void refuse(List<Path> own, String label, String reason) {
        refused.add(new FileProblem(
                own.isEmpty() ? "" : Frameworks.display(own.getFirst()),
                FileProblem.Kind.OTHER_ENGINE,
                "is meant for " + label + " (" + reason + "), which Migralint does not know:"
                        + " nothing of it was analyzed, unless --dialect says another engine"));
    }

    private static Request meantFor(EngineAnswer.Known known, Request request) {
        return request.meantFor(known.dialect(), known.version(), known.written(), known.source());
    }

    private Request narrowed(List<Path> paths) {
        if (paths.equals(named)) {
            return request;
        }
        List<StandIn> own = request.standIns().stream()
                .filter(standIn -> !standIn.named() || paths.contains(standIn.path()))
                .toList();
        List<Path> files = paths.stream()
                .filter(path -> own.stream()
                        .noneMatch(standIn -> standIn.named() && standIn.path().equals(path)))
                .toList();
        return request.narrowedTo(files, own);
    }

    private static DiscoveryOptions ofStandIns(DiscoveryOptions options, Request narrowed) {
        return options.withStandIns(Input.namedStandIns(narrowed));
    }

    /** What could not be analyzed is told with the first project, or else with one that holds nothing. */
    private List<Project> projects() {
        if (projects.isEmpty()) {
            notes.clear();
            MigrationSet nothing = Frameworks.detect(List.of(), options(request.dialect(), Set.of()));
            Request without = request.narrowedTo(List.of(), List.of())
                    .meantFor(
                            request.dialect(), request.version(), request.writtenVersion(), "nothing is meant for it");
            return List.of(new Project(without, with(nothing)));
        }
        Project first = projects.removeFirst();
        projects.addFirst(new Project(first.request(), with(first.found())));
        return projects;
    }

    private MigrationSet with(MigrationSet set) {
        var problems = new ArrayList<>(set.problems());
        problems.addAll(refused);
        var told = new ArrayList<>(set.notes());
        told.addAll(notes);
        return new MigrationSet(set.framework(), set.reason(), set.files(), told, problems);
    }
}
