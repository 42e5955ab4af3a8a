package io.github.migralint.history;

import io.github.migralint.ast.Statement;
import java.util.Collections;
import java.util.List;

/** What comes after a step in its migration, those inside of blocks included. */
public final class Sequel {
    private final Course course;
    private final int offset;

    Sequel(Course course, int offset) {
        this.course = course;
        this.offset = offset;
    }

    /** All of it, in order. */
    public List<Statement> statements() {
        // a view of the statements of the migration: a copy for each step would take quadratic space
        return Collections.unmodifiableList(course.after(offset));
    }

    /** What of it changes settings, in order. */
    public List<Statement> settings() {
        return Collections.unmodifiableList(course.settingsAfter(offset));
    }

    /** What of it alters a table, or drops an object, of that name in whatever schema, in order. */
    public List<Statement> targeting(String name) {
        return Collections.unmodifiableList(course.targetingAfter(offset, name));
    }
}
