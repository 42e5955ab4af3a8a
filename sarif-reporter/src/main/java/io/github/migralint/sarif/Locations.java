package io.github.migralint.sarif;

import com.contrastsecurity.sarif.Artifact;
import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.PhysicalLocation;
import com.contrastsecurity.sarif.Region;
import io.github.migralint.report.SourceRoot;
import io.github.migralint.rule.Place;
import io.github.migralint.rule.Related;
import io.github.migralint.source.Position;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Places in files, and the list of the files that were named. */
final class Locations {
    static final String BASE = "SRCROOT";

    private final SourceRoot root;
    private final Map<String, String> uris = new HashMap<>();
    private final Map<String, Integer> indexes = new LinkedHashMap<>();

    Locations(SourceRoot root) {
        this.root = root;
    }

    /**
     * A clause. Its region ends with its first line, since code scanning shows a result in a pull request only if all lines
     * of the region were changed there; the whole clause is the context.
     */
    Location of(Place place) {
        Place first = place.firstLine();
        Location location = location(place.text().path(), region(first));
        if (!first.equals(place)) {
            location.getPhysicalLocation().setContextRegion(region(place));
        }
        return location;
    }

    /** Its end is the place after its last character. */
    private static Region region(Place place) {
        Position start = place.text().position(place.span().start());
        Position end = place.text().position(place.span().end());
        return new Region()
                .withStartLine(start.line())
                .withStartColumn(start.column())
                .withEndLine(end.line())
                .withEndColumn(end.column());
    }

    /** A line elsewhere, to which a message can link by {@code id}. */
    Location related(Related related, int id) {
        return location(related.file(), new Region().withStartLine(related.line()))
                .withId(id)
                .withMessage(new Message().withText(MessageText.plain(related.message())));
    }

    /** What a file is called. */
    String path(String displayPath) {
        return root.path(displayPath);
    }

    /** A file as a whole. */
    Location file(String path) {
        return new Location().withPhysicalLocation(new PhysicalLocation().withArtifactLocation(artifact(path)));
    }

    private Location location(String path, Region region) {
        return new Location()
                .withPhysicalLocation(new PhysicalLocation()
                        .withArtifactLocation(artifact(path))
                        .withRegion(region));
    }

    private ArtifactLocation artifact(String path) {
        String uri = uris.computeIfAbsent(path, root::uri);
        indexes.putIfAbsent(uri, indexes.size());
        return location(uri).withIndex(indexes.get(uri));
    }

    private static ArtifactLocation location(String uri) {
        return new ArtifactLocation().withUri(uri).withUriBaseId(BASE);
    }

    /** Migrations are SQL, whatever their files are called. */
    private static String language(String uri) {
        return uri.endsWith(".toml") ? "toml" : "sql";
    }

    /** Every file that was named, in the order of the indexes. */
    Set<Artifact> artifacts() {
        var artifacts = new LinkedHashSet<Artifact>();
        indexes.forEach((uri, index) -> artifacts.add(
                new Artifact().withLocation(location(uri).withIndex(index)).withSourceLanguage(language(uri))));
        return artifacts;
    }
}
