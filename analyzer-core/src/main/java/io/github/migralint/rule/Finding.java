package io.github.migralint.rule;

import io.github.migralint.ast.Statement;
import io.github.migralint.history.Embedding;
import io.github.migralint.history.Step;
import io.github.migralint.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Something wrong, with everything a report shows.
 *
 * @param rule id of the rule
 * @param risk how bad it is
 * @param place the offending clause
 * @param statement the whole statement
 * @param object the object it is about, for messages and fingerprints: {@code orders.total}
 * @param label a few words under the mark: {@code SHARE lock on orders while every row is read}
 * @param message one full sentence that ends with a period: what is wrong and where
 * @param blocks what is blocked, for whom and for how long; empty when nothing is
 * @param because why it is known, from history or version; empty when there is nothing to say
 * @param instead the safe way, in steps; may be empty
 * @param notes further remarks
 * @param related other places that explain it, also those that {@code because} names
 */
public record Finding(
        String rule,
        Risk risk,
        Place place,
        Span statement,
        String object,
        String label,
        String message,
        String blocks,
        String because,
        List<Fix> instead,
        List<String> notes,
        List<Related> related) {
    public Finding {
        instead = List.copyOf(instead);
        notes = List.copyOf(notes);
        related = List.copyOf(related);
    }

    /** The other places that {@link #because()} does not name already. */
    public List<Related> relatedUntold() {
        return related.stream().filter(place -> !place.isNamedIn(because)).toList();
    }

    /** The same with a further remark. */
    public Finding withNote(String note) {
        var more = new java.util.ArrayList<>(notes);
        more.add(note);
        return new Finding(
                rule, risk, place, statement, object, label, message, blocks, because, instead, more, related);
    }

    /** The same with another risk. */
    public Finding withRisk(Risk other) {
        return new Finding(
                rule, other, place, statement, object, label, message, blocks, because, instead, notes, related);
    }

    /** Starts a finding on a clause of the statement of a step. */
    public static Builder at(Step step, RuleInfo rule, Span clause) {
        return new Builder(
                rule,
                new Place(step.migration().text(), step.place(clause)),
                step.place(step.statement().span()),
                step.embedding().flatMap(Embedding::condition));
    }

    /** Starts a finding on something that is no statement. */
    public static Builder at(Place place, RuleInfo rule) {
        return new Builder(rule, place, place.span(), Optional.empty());
    }

    /** Starts a finding on another statement of the migration of a step, which the step shows to be wrong. */
    public static Builder about(Step step, RuleInfo rule, Statement other) {
        return at(new Place(step.migration().text(), other.span()), rule);
    }

    /** Collects the parts of a finding; only label and message are required. */
    public static final class Builder {
        private final RuleInfo rule;
        private final Place place;
        private final Span statement;
        /** What must hold for the statement to run at all, if anything. */
        private final Optional<String> condition;

        private Risk risk;
        private String object = "";
        private String label = "";
        private String message = "";
        private String blocks = "";
        private String because = "";
        private List<Related> evidence = List.of();
        private final Map<String, Risk> mitigations = new LinkedHashMap<>();
        private final List<Fix> instead = new java.util.ArrayList<>();
        private final List<String> notes = new java.util.ArrayList<>();
        private final List<Related> related = new java.util.ArrayList<>();

        private Builder(RuleInfo rule, Place place, Span statement, Optional<String> condition) {
            this.rule = rule;
            this.place = place;
            this.statement = statement;
            this.condition = condition;
            this.risk = rule.risk();
        }

        /** A risk other than the usual one. */
        public Builder risk(Risk value) {
            risk = value;
            return this;
        }

        /** That it is no worse than {@code most}, and why; the reason is told under the mark as well. */
        public Builder atMost(Risk most, String why) {
            mitigations.put(why, most);
            return this;
        }

        /** The object it is about. */
        public Builder object(String value) {
            object = value;
            return this;
        }

        /** A few words under the mark. */
        public Builder label(String value) {
            label = value;
            return this;
        }

        /** One full sentence that ends with a period. */
        public Builder message(String value) {
            message = value;
            return this;
        }

        /** What is blocked, for whom and for how long. */
        public Builder blocks(String value) {
            blocks = value;
            return this;
        }

        /** Why it is known. */
        public Builder because(String value) {
            because = value;
            return this;
        }

        /** Why it is known, and where that can be seen. */
        public Builder because(Reason value) {
            because = value.text();
            evidence = value.places();
            return this;
        }

        /** One part of the safe way. */
        public Builder instead(String when, String sql) {
            instead.add(new Fix(when, sql));
            return this;
        }

        /** A further remark. */
        public Builder note(String value) {
            notes.add(value);
            return this;
        }

        /** Another place that explains it. */
        public Builder related(Related value) {
            related.add(value);
            return this;
        }

        /** A part that several rules tell alike. */
        public Builder with(Consumer<Builder> part) {
            part.accept(this);
            return this;
        }

        /** Applies what makes it less bad than it usually is. */
        private void mitigate() {
            mitigations.forEach((why, most) -> {
                if (risk.compareTo(most) > 0) {
                    risk = most;
                    label = label + " (" + why + ")";
                }
            });
        }

        /** The finding. */
        public Finding build() {
            if (label.isEmpty() || !message.endsWith(".")) {
                throw new IllegalStateException(rule.id() + ": a finding needs a label and a sentence");
            }
            evidence.stream()
                    .filter(place -> related.stream().noneMatch(place::isWhere))
                    .forEach(related::add);
            condition.ifPresent(unless -> notes.add("This runs only if " + unless + "."));
            mitigate();
            return new Finding(
                    rule.id(), risk, place, statement, object, label, message, blocks, because, instead, notes,
                    related);
        }
    }
}
