package io.github.migralint.history;

import io.github.migralint.schema.ObjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The events of a history while it is being replayed. */
final class Chronicle {
    private record Entry(int number, Timeline.Event event) {}

    private final Optional<Timeline> before;
    private final List<Timeline.Event> events = new ArrayList<>();
    private final Map<ObjectId, List<Entry>> byObject = new HashMap<>();

    Chronicle() {
        this.before = Optional.empty();
    }

    /** Goes on from an earlier time, and leaves what was written then as it is. */
    Chronicle(Timeline before) {
        this.before = Optional.of(before);
    }

    void add(Timeline.Event event) {
        byObject.computeIfAbsent(event.object(), id -> new ArrayList<>()).add(new Entry(events.size(), event));
        events.add(event);
    }

    void addAll(List<Timeline.Event> more) {
        more.forEach(this::add);
    }

    /** What has happened until now; later events do not reach it. */
    Timeline untilNow() {
        return new UntilThen(this, events.size());
    }

    private record UntilThen(Chronicle chronicle, int length) implements Timeline {
        @Override
        public List<Event> of(ObjectId object) {
            Stream<Event> own = chronicle.byObject.getOrDefault(object, List.of()).stream()
                    .filter(entry -> entry.number < length)
                    .map(Entry::event);
            return after(chronicle.before.map(before -> before.of(object)), own);
        }

        @Override
        public List<Event> since(int first) {
            Stream<Event> own = chronicle.events.subList(0, length).stream()
                    .filter(event -> event.origin().migration() >= first);
            return after(chronicle.before.map(before -> before.since(first)), own);
        }

        private static List<Event> after(Optional<List<Event>> before, Stream<Event> own) {
            return before.map(events -> Stream.concat(events.stream(), own).toList())
                    .orElseGet(own::toList);
        }
    }
}
