package io.github.migralint.dialect.mysql;

import io.github.migralint.dialect.Version;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is known of the releases of MySQL and MariaDB: each series, and its newest release. */
final class Releases {
    /** Where the third part is 0, the series had one release only. */
    static final List<Version> MYSQL = List.of(
            new Version(5, 7, 44),
            new Version(8, 0, 44),
            new Version(8, 1),
            new Version(8, 2),
            new Version(8, 3),
            new Version(8, 4, 7),
            new Version(9, 0, 1),
            new Version(9, 1),
            new Version(9, 2),
            new Version(9, 3),
            new Version(9, 4),
            new Version(9, 5),
            new Version(9, 6),
            new Version(9, 7));

    /** Within a series of MariaDB nothing changes that matters here, and no third part is needed. */
    static final List<Version> MARIADB = List.of(
            new Version(10, 5),
            new Version(10, 6),
            new Version(10, 7),
            new Version(10, 8),
            new Version(10, 9),
            new Version(10, 10),
            new Version(10, 11),
            new Version(11, 0),
            new Version(11, 1),
            new Version(11, 2),
            new Version(11, 3),
            new Version(11, 4),
            new Version(11, 5),
            new Version(11, 6),
            new Version(11, 7),
            new Version(11, 8));

    private static final Pattern MAJOR = Pattern.compile("\\d+");
    private static final Pattern SERIES = Pattern.compile("\\d+\\.\\d+");

    private Releases() {}

    /** The release that is meant: {@code 8} and {@code 8.4} stand for the newest of theirs; empty when it is unknown. */
    static Optional<Version> meant(String written, List<Version> releases) {
        return Version.parse(written).flatMap(version -> {
            if (MAJOR.matcher(written).matches()) {
                return releases.stream()
                        .filter(release -> release.major() == version.major())
                        .reduce((older, newer) -> newer);
            }
            Optional<Version> newest = releases.stream()
                    .filter(release -> isSameSeries(release, version))
                    .findFirst();
            return SERIES.matcher(written).matches() ? newest : newest.map(release -> version);
        });
    }

    /** Whether two releases are of one series, such as 8.0. */
    static boolean isSameSeries(Version one, Version other) {
        return one.major() == other.major() && one.minor() == other.minor();
    }
}
