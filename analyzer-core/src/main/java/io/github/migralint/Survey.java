package io.github.migralint;

import io.github.migralint.dialect.Engine;
import io.github.migralint.framework.FileProblem;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationFramework;
import io.github.migralint.framework.MigrationSet;
import java.nio.file.Path;
import java.util.List;

/**
 * One project as it would be checked, found out without reading its migrations as a whole.
 *
 * @param paths the files and folders of it that were named, or the folders below those in which it lies
 * @param engine the server it is meant for
 * @param engineSource where engine and version came from, a few words
 * @param framework its migration tool
 * @param reason why it was taken for that, a few words
 * @param files its migrations in order
 * @param notes what else people should know about how the files were chosen
 * @param problems what could not be taken
 */
public record Survey(
        List<Path> paths,
        Engine engine,
        String engineSource,
        MigrationFramework framework,
        String reason,
        List<MigrationFile> files,
        List<String> notes,
        List<FileProblem> problems) {
    public Survey {
        paths = List.copyOf(paths);
        files = List.copyOf(files);
        notes = List.copyOf(notes);
        problems = List.copyOf(problems);
    }

    static Survey of(Project project) {
        Request request = project.request();
        MigrationSet set = UnderReview.of(project.found(), request);
        return new Survey(
                request.paths(),
                request.engine(),
                request.engineSource(),
                set.framework(),
                set.reason(),
                set.files(),
                set.notes(),
                set.problems());
    }

    /** The number of migrations under review. */
    public long reviewed() {
        return files.stream().filter(MigrationFile::underReview).count();
    }
}
