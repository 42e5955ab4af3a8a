package io.github.migralint.baseline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.migralint.config.Suggestion;
import io.github.migralint.triage.BaselineEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a baseline; what it does not understand is an error that says where it is and what to do. */
final class BaselineReader {
    static final String ANEW = "delete it and run migralint baseline create";

    private static final List<String> MEMBERS = List.of("version", "entries");
    private static final List<String> ENTRY_MEMBERS = List.of("file", "rule", "object", "fingerprint");

    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(8)
            .maxStringLength(1 << 16)
            .maxNameLength(100)
            .maxNumberLength(20)
            .build();

    private final String shown;
    private final byte[] content;

    /**
     * A reader.
     *
     * @param shown the file as people are told of it
     */
    BaselineReader(String shown, byte[] content) {
        this.shown = shown;
        this.content = content;
    }

    /** The entries, in the order of the file. */
    List<BaselineEntry> read() {
        refuseMergeConflict();
        if (content.length == 0) {
            throw new BaselineException(at(JsonLocation.NA) + "it is empty: " + ANEW);
        }
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(BOUNDS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser json = factory.createParser(content)) {
            return read(json);
        } catch (JsonProcessingException e) {
            String what = e.getOriginalMessage().lines().findFirst().orElse("it ends too early");
            throw complaint(Optional.ofNullable(e.getLocation()).orElse(JsonLocation.NA), "not JSON: " + what);
        } catch (IOException e) {
            throw new BaselineException(shown + ": not JSON: " + ANEW);
        }
    }

    /** Looks for the marks that git leaves in a file; in JSON no line can begin so. */
    private void refuseMergeConflict() {
        int line = 0;
        for (String text : new String(content, StandardCharsets.UTF_8).lines().toList()) {
            line++;
            if (text.startsWith("<<<<<<<") || text.startsWith("=======") || text.startsWith(">>>>>>>")) {
                throw new BaselineException(
                        shown + ":" + line + ":1: a merge conflict is not resolved: keep the entries"
                                + " of both sides, then run migralint baseline update");
            }
        }
    }

    private List<BaselineEntry> read(JsonParser json) throws IOException {
        var entries = new ArrayList<BaselineEntry>();
        require(json, json.nextToken(), JsonToken.START_OBJECT, "an object with version and entries");
        boolean versioned = false;
        boolean listed = false;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_OBJECT; token = json.nextToken()) {
            String name = member(json, token, MEMBERS);
            json.nextToken();
            if (name.equals("version")) {
                requireKnownVersion(json);
                versioned = true;
            } else {
                readEntries(json, entries);
                listed = true;
            }
        }
        if (!versioned || !listed) {
            throw complaint(json.currentTokenLocation(), versioned ? "there are no entries" : "the version is missing");
        }
        if (json.nextToken() != null) {
            throw complaint(json.currentTokenLocation(), "something follows the baseline");
        }
        return entries;
    }

    private void requireKnownVersion(JsonParser json) throws IOException {
        require(json, json.currentToken(), JsonToken.VALUE_NUMBER_INT, "the number of the version");
        if (!json.getText().equals(Integer.toString(BaselineFile.FORM))) {
            throw new BaselineException(at(json.currentTokenLocation()) + "version " + json.getText()
                    + " is unknown, this Migralint knows version " + BaselineFile.FORM
                    + ": use the Migralint that wrote it, or a newer one");
        }
    }

    private void readEntries(JsonParser json, List<BaselineEntry> into) throws IOException {
        require(json, json.currentToken(), JsonToken.START_ARRAY, "a list of entries");
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            require(json, token, JsonToken.START_OBJECT, "an entry");
            readEntry(json, into);
        }
    }

    /** An entry, or the empty object that ends the list and may stand elsewhere after a merge. */
    private void readEntry(JsonParser json, List<BaselineEntry> into) throws IOException {
        JsonLocation start = json.currentTokenLocation();
        Map<String, String> members = new HashMap<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_OBJECT; token = json.nextToken()) {
            String name = member(json, token, ENTRY_MEMBERS);
            require(json, json.nextToken(), JsonToken.VALUE_STRING, "a text for " + name);
            if (name.equals("fingerprint") && !BaselineEntry.isFingerprint(json.getText())) {
                throw complaint(json.currentTokenLocation(), "not a fingerprint");
            }
            members.put(name, json.getText());
        }
        if (members.isEmpty()) {
            return;
        }
        for (String name : ENTRY_MEMBERS) {
            if (!members.containsKey(name)) {
                throw complaint(start, "the entry has no " + name);
            }
        }
        into.add(new BaselineEntry(
                members.getOrDefault("file", ""),
                members.getOrDefault("rule", ""),
                members.getOrDefault("object", ""),
                members.getOrDefault("fingerprint", "")));
    }

    private String member(JsonParser json, JsonToken token, List<String> known) throws IOException {
        require(json, token, JsonToken.FIELD_NAME, "a member");
        String name = json.currentName();
        if (!known.contains(name)) {
            throw complaint(json.currentTokenLocation(), "unknown member " + name + Suggestion.asQuestion(name, known));
        }
        return name;
    }

    private void require(JsonParser json, JsonToken found, JsonToken wanted, String what) {
        if (found != wanted) {
            throw complaint(json.currentTokenLocation(), "here should be " + what);
        }
    }

    private BaselineException complaint(JsonLocation place, String what) {
        return new BaselineException(at(place) + what + " (mend it, or " + ANEW + ")");
    }

    /** A place; before the first character, and where nobody knows, it is the first one. */
    private String at(JsonLocation place) {
        return shown + ":" + Math.max(1, place.getLineNr()) + ":" + Math.max(1, place.getColumnNr()) + ": ";
    }
}
