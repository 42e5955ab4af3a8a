package io.github.migralint.framework.flyway;

import io.github.migralint.framework.FileTree;
import io.github.migralint.framework.NaturalOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The folders below which Flyway looks: {@code db/migration}, or the outermost one that holds files with its names. */
final class FlywayLocations {
    private FlywayLocations() {}

    /** Files by location, locations in natural order. */
    static Map<List<String>, List<FileTree.Entry>> of(Collection<FileTree.Entry> entries) {
        Set<List<String>> roots = new TreeSet<>(NaturalOrder.PATHS);
        entries.forEach(entry -> roots.add(root(entry.folder())));
        Map<List<String>, List<FileTree.Entry>> locations = new TreeMap<>(NaturalOrder.PATHS);
        for (FileTree.Entry entry : entries) {
            locations
                    .computeIfAbsent(outermost(root(entry.folder()), roots), root -> new ArrayList<>())
                    .add(entry);
        }
        return locations;
    }

    /** The folder that ends in {@code db/migration}, if one of them does, else the folder itself. */
    static List<String> root(List<String> folder) {
        for (int i = 2; i <= folder.size(); i++) {
            if (isLocation(folder.subList(0, i))) {
                return folder.subList(0, i);
            }
        }
        return folder;
    }

    /** Whether a folder is named as Flyway's own default. */
    static boolean isLocation(List<String> folder) {
        int last = folder.size() - 1;
        return last > 0 && folder.get(last - 1).equals("db") && folder.get(last).startsWith("migration");
    }

    private static List<String> outermost(List<String> folder, Set<List<String>> roots) {
        for (int i = 0; i < folder.size(); i++) {
            if (roots.contains(folder.subList(0, i))) {
                return folder.subList(0, i);
            }
        }
        return folder;
    }
}
