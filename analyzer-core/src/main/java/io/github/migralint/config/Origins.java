package io.github.migralint.config;

import io.github.migralint.rule.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a configuration says what it says.
 *
 * @param files the file that holds and those that it extends, as people are told of them, the strongest first
 * @param places where each key is said, by its name, the strongest place first
 */
public record Origins(List<String> files, Map<String, List<Place>> places) {
    /** Nothing is said anywhere. */
    public static final Origins NONE = new Origins(List.of(), Map.of());

    public Origins {
        files = List.copyOf(files);
        places = Map.copyOf(places);
    }

    static Origins of(List<ConfigurationFile> files) {
        var places = new LinkedHashMap<String, List<Place>>();
        for (ConfigurationKey key : ConfigurationKeys.ALL) {
            List<Place> said = files.stream()
                    .flatMap(file -> file.content().placesOf(key).stream())
                    .toList();
            if (!said.isEmpty()) {
                places.put(key.name(), said);
            }
        }
        return new Origins(files.stream().map(ConfigurationFile::shown).toList(), places);
    }

    /** The strongest place that says a key. */
    public Optional<Place> of(String key) {
        return places.getOrDefault(key, List.of()).stream().findFirst();
    }
}
