package io.github.migralint.cli.console;

import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Place;
import io.github.migralint.source.Position;
import io.github.migralint.triage.Suppressed;

/** Tells of a finding that is suppressed or accepted what it is and where, and why, and where that is written. */
final class SuppressedText {
    private final Printable printable;

    SuppressedText(Printable printable) {
        this.printable = printable;
    }

    /** {@code V2__index.sql:3:1: suppressed HIGH blocking-index-creation: the reason (V2__index.sql:2)}. */
    String line(Suppressed suppressed) {
        return place(suppressed.finding().place()) + ": suppressed " + name(suppressed) + ": " + reason(suppressed);
    }

    /** {@code V2__index.sql:3:1: in the baseline HIGH blocking-index-creation: SHARE lock on orders}. */
    String line(Finding baselined) {
        return place(baselined.place()) + ": in the baseline " + name(baselined) + ": "
                + printable.line(baselined.label());
    }

    /** {@code HIGH blocking-index-creation}. */
    String name(Suppressed suppressed) {
        return name(suppressed.finding());
    }

    /** {@code HIGH blocking-index-creation}. */
    String name(Finding finding) {
        return finding.risk().name() + " " + finding.rule();
    }

    /** The reason, and where it is written. */
    String reason(Suppressed suppressed) {
        String reason = suppressed.reason().isEmpty() ? "no reason given" : printable.line(suppressed.reason());
        Place by = suppressed.by();
        return reason + " (" + printable.line(by.text().path()) + ":"
                + by.text().position(by.span().start()).line() + ")";
    }

    /** The file, line and column of a place. */
    String place(Place place) {
        Position position = place.text().position(place.span().start());
        return printable.line(place.text().path()) + ":" + position.line() + ":" + position.column();
    }
}
