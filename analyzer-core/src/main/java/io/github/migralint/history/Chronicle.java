package io.github.migralint.history;

import io.github.migralint.schema.ObjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The events of a history while it is being replayed. */
final class Chronicle {
    private record Entry(int number, Timeline.Event event) {}

    private final List<Timeline.Event> events = new ArrayList<>();
    private final Map<ObjectId, List<Entry>> byObject = new HashMap<>();

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
            return chronicle.byObject.getOrDefault(object, List.of()).stream()
                    .filter(entry -> entry.number < length)
                    .map(Entry::event)
                    .toList();
        }

        @Override
        public List<Event> since(int first) {
            return chronicle.events.subList(0, length).stream()
                    .filter(event -> event.origin().migration() >= first)
                    .toList();
        }
    }
}
