package io.github.migralint.inspection;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effects;
import io.github.migralint.effect.LockMode;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes effects in the words of measured tables: relation keys, lock names, error codes. */
final class EffectsJson {
    private EffectsJson() {}

    static void write(Effects effects, JsonGenerator json) throws IOException {
        var rewrites = new TreeSet<String>();
        var builds = new TreeSet<String>();
        var rebuilds = new TreeSet<String>();
        var scans = new TreeSet<String>();
        for (Effect effect : effects.all()) {
            if (effect instanceof Effect.RewritesTable rewrite) {
                rewrites.add(rewrite.relation() + (rewrite.emptied() ? " (emptied)" : ""));
            } else if (effect instanceof Effect.BuildsIndex build) {
                (build.rebuild() ? rebuilds : builds).add(build.index().toString());
            } else if (effect instanceof Effect.ScansTable scan) {
                scans.add(scan.relation().toString());
            }
        }
        json.writeObjectFieldStart("effects");
        writeLocks(locks(effects), json);
        writeKeys("rewrites", rewrites, json);
        writeKeys("indexBuilds", builds, json);
        writeKeys("indexRebuilds", rebuilds, json);
        writeKeys("fullScans", scans, json);
        json.writeBooleanField("forbiddenInTransaction", effects.forbiddenInTransaction());
        json.writeStringField(
                "error", effects.failure().map(Effect.Fails::sqlState).orElse(null));
        json.writeBooleanField("certain", effects.certain());
        json.writeEndObject();
    }

    /** The strongest lock on each relation. */
    private static Map<String, LockMode> locks(Effects effects) {
        var locks = new TreeMap<String, LockMode>();
        for (Effect.TakesLock lock : effects.of(Effect.TakesLock.class)) {
            locks.merge(lock.relation().toString(), lock.mode(), (a, b) -> a.strength() >= b.strength() ? a : b);
        }
        return locks;
    }

    private static void writeLocks(Map<String, LockMode> locks, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("locks");
        for (Map.Entry<String, LockMode> lock : locks.entrySet()) {
            json.writeStringField(lock.getKey(), lock.getValue().name());
        }
        json.writeEndObject();
    }

    private static void writeKeys(String name, Collection<String> keys, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (String key : keys) {
            json.writeString(key);
        }
        json.writeEndArray();
    }
}
