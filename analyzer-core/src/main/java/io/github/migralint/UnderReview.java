package io.github.migralint;

import io.github.migralint.framework.HistoryMode;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationSet;
import io.github.migralint.framework.NaturalOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Narrows what was found to what a request is about: files that are left out, are only replayed, or did not change. */
final class UnderReview {
    private final Request request;
    private final List<String> notes;

    private UnderReview(Request request, List<String> notes) {
        this.request = request;
        this.notes = notes;
    }

    static MigrationSet of(MigrationSet set, Request request) {
        var notes = new ArrayList<>(set.notes());
        var narrowed = new UnderReview(request, notes);
        List<MigrationFile> files = narrowed.changed(narrowed.later(narrowed.included(set.files())));
        return new MigrationSet(set.framework(), set.reason(), files, notes, set.problems());
    }

    private List<MigrationFile> included(List<MigrationFile> files) {
        if (request.exclude().isEmpty()) {
            return files;
        }
        List<MigrationFile> included = files.stream()
                .filter(file -> request.exclude().stream().noneMatch(pattern -> pattern.matches(file.file())))
                .toList();
        int left = files.size() - included.size();
        if (left > 0) {
            notes.add(left + (left == 1 ? " file is" : " files are") + " excluded");
        }
        return included;
    }

    private List<MigrationFile> later(List<MigrationFile> files) {
        Optional<String> last = request.startAfter().map(UnderReview::plain);
        if (last.isEmpty()) {
            return files;
        }
        List<MigrationFile> later = files.stream()
                .map(file -> isUpTo(last.get(), file) ? file.withReview(false) : file)
                .toList();
        if (!later.equals(files)) {
            notes.add("up to version " + last.get() + " migrations are only replayed");
        }
        return later;
    }

    private static boolean isUpTo(String last, MigrationFile file) {
        return !file.version().isEmpty() && NaturalOrder.NAMES.compare(plain(file.version()), last) <= 0;
    }

    /** Versions are written with and without the letter that begins the name of a file, parts with dots or lines. */
    private static String plain(String version) {
        return version.strip().replaceFirst("^[Vv](?=\\d)", "").replaceAll("(?<=\\d)_(?=\\d)", ".");
    }

    /** Of files that changed only those are under review, and nothing that comes after them is read. */
    private List<MigrationFile> changed(List<MigrationFile> all) {
        if (request.changes().isEmpty()) {
            return all;
        }
        Set<Path> present = request.changes().get().present();
        boolean withHistory = !(request.history() instanceof HistoryMode.None);
        List<MigrationFile> files = all.stream()
                .map(file -> file.withReview(file.underReview()
                        && present.contains(file.file().toAbsolutePath().normalize())))
                .filter(file -> withHistory || file.underReview())
                .toList();
        int end = files.size();
        while (end > 0 && !files.get(end - 1).underReview()) {
            end--;
        }
        return files.subList(0, end);
    }
}
