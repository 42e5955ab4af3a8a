package io.github.migralint.config;

import io.github.migralint.rule.Place;
import java.util.List;
import java.util.Optional;

/**
 * Where a configuration says what it says.
 *
 * @param files the file that holds and those that it extends, as people are told of them, the strongest first
 * @param sayings all that they say, by key; of one key the strongest first
 */
public record Origins(List<String> files, List<Saying> sayings) {
    /** Nothing is said anywhere. */
    public static final Origins NONE = new Origins(List.of(), List.of());

    public Origins {
        files = List.copyOf(files);
        sayings = List.copyOf(sayings);
    }

    static Origins of(List<ConfigurationFile> files) {
        List<Saying> sayings = ConfigurationKeys.ALL.stream()
                .flatMap(key -> files.stream().flatMap(file -> file.content().sayings(key).stream()))
                .toList();
        return new Origins(files.stream().map(ConfigurationFile::shown).toList(), sayings);
    }

    /** What holds of a key: the strongest saying, or the strongest one of each entry of a table. */
    public List<Saying> sayings(String key) {
        return sayings.stream()
                .filter(saying -> saying.key().equals(key) || saying.key().startsWith(key + "."))
                .filter(saying ->
                        of(saying.key()).filter(saying.place()::equals).isPresent())
                .toList();
    }

    /** The strongest place that says a key. */
    public Optional<Place> of(String key) {
        return sayings.stream()
                .filter(saying -> saying.key().equals(key))
                .map(Saying::place)
                .findFirst();
    }
}
