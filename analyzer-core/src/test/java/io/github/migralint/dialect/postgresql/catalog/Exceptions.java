package io.github.migralint.dialect.postgresql.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** What is known to differ, each with its reason, from {@code exceptions.tsv}. */
final class Exceptions {
    private final List<Known> all;
    private final Set<Known> met = new HashSet<>();

    private Exceptions(List<Known> all) {
        this.all = all;
    }

    /**
     * A difference that is known.
     *
     * @param history where it is met
     * @param majors of which servers, as a pattern
     * @param what how it is told, as a pattern
     * @param reason why it is so
     */
    record Known(String history, Pattern majors, Pattern what, String reason) {}

    static Exceptions read() {
        try (var stream = Objects.requireNonNull(Exceptions.class.getResourceAsStream("exceptions.tsv"))) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new Exceptions(text.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Known(cells[0], Pattern.compile(cells[1]), Pattern.compile(cells[2]), cells[3]))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the list holds it. */
    boolean hold(String history, int major, String difference) {
        List<Known> fitting = all.stream()
                .filter(known -> known.history().equals(history)
                        && known.majors().matcher(Integer.toString(major)).matches()
                        && known.what().matcher(difference).find())
                .toList();
        met.addAll(fitting);
        return !fitting.isEmpty();
    }

    /** Those for a server and some histories of which nothing was met: they should leave the list. */
    List<Known> unmet(int major, List<String> histories) {
        return all.stream()
                .filter(known -> histories.contains(known.history()))
                .filter(known -> known.majors().matcher(Integer.toString(major)).matches() && !met.contains(known))
                .toList();
    }
}
