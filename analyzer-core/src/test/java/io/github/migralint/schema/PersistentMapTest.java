package io.github.migralint.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A persistent map behaves as a sorted map does, and old versions stay what they were. */
class PersistentMapTest {
    @Test
    void agreesWithASortedMapOverManyChanges() {
        var random = new Random(42);
        var expected = new TreeMap<Integer, String>();
        PersistentMap<Integer, String> map = PersistentMap.empty();
        for (int i = 0; i < 5_000; i++) {
            int key = random.nextInt(700);
            if (random.nextInt(3) == 0) {
                expected.remove(key);
                map = map.without(key);
            } else {
                expected.put(key, "v" + i);
                map = map.with(key, "v" + i);
            }
            assertThat(map.get(key).orElse("none")).isEqualTo(expected.getOrDefault(key, "none"));
        }
        assertThat(map.keys()).isEqualTo(List.copyOf(expected.keySet()));
        assertThat(map.values()).isEqualTo(List.copyOf(expected.values()));
    }

    @Test
    void earlierVersionsDoNotChange() {
        PersistentMap<String, Integer> one =
                PersistentMap.<String, Integer>empty().with("a", 1).with("b", 2);
        PersistentMap<String, Integer> two = one.with("a", 9).without("b").with("c", 3);
        assertThat(one.keys()).containsExactly("a", "b");
        assertThat(one.get("a")).contains(1);
        assertThat(two.keys()).containsExactly("a", "c");
    }
}
