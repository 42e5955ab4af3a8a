package io.github.migralint.inspection;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.QualifiedName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Named facts about a statement or an action, in order: texts, lists of texts, and flags that hold. */
final class Facts {
    private final Map<String, Object> members = new LinkedHashMap<>();

    Map<String, Object> members() {
        return members;
    }

    Facts text(String name, String value) {
        if (!value.isEmpty()) {
            members.put(name, value);
        }
        return this;
    }

    Facts text(String name, Optional<?> value) {
        value.ifPresent(v -> text(name, v.toString()));
        return this;
    }

    Facts name(String member, Identifier name) {
        members.put(member, name.value());
        return this;
    }

    Facts name(String member, QualifiedName name) {
        members.put(member, name.toString());
        return this;
    }

    Facts flag(String name, boolean holds) {
        if (holds) {
            members.put(name, true);
        }
        return this;
    }

    Facts number(String name, int value) {
        members.put(name, value);
        return this;
    }

    Facts texts(String name, Collection<?> values) {
        if (!values.isEmpty()) {
            members.put(name, values.stream().map(Object::toString).toList());
        }
        return this;
    }

    Facts references(String name, List<ObjectReference> objects) {
        return texts(name, objects.stream().map(Facts::dotted).toList());
    }

    /** A name with that of the relation it belongs to, if it has one. */
    static String dotted(ObjectReference object) {
        return object.on().map(on -> on + ".").orElse("") + object.name();
    }
}
