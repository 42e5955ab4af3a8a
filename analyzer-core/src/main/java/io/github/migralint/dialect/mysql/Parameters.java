package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.TypeName;
import io.github.migralint.dialect.grammar.Folding;
import java.util.ArrayList;
import java.util.List;

/** Reads the parameters of a routine: {@code INOUT name type}. */
final class Parameters {
    private final TreeParts parts;
    private final List<String> names = new ArrayList<>();
    private final List<TypeName> types = new ArrayList<>();

    /** The parameters between two tokens, of which only a procedure says the direction. */
    Parameters(TreeParts parts, int from, int to, boolean procedure) {
        this.parts = parts;
        var cursor = new Cursor(parts.tokens(), from);
        while (cursor.at() < to) {
            parameter(cursor, procedure);
            while (cursor.at() < to && !cursor.take(MysqlParser.COMMA)) {
                rest(cursor);
            }
        }
    }

    private void parameter(Cursor cursor, boolean procedure) {
        String mode = cursor.word();
        boolean said = procedure && (mode.equals("in") || mode.equals("out") || mode.equals("inout"));
        if (said) {
            cursor.skip();
        }
        int name = cursor.at();
        cursor.name();
        int type = cursor.at();
        cursor.typeName();
        names.add(Folding.fold(parts.identifier(name).value()));
        types.add(TypeNames.read(parts.tokens(), type));
    }

    /** Character sets, collations and defaults. */
    private static void rest(Cursor cursor) {
        if (cursor.is(MysqlParser.LPAREN)) {
            cursor.moveTo(cursor.tokens().closing(cursor.at()) + 1);
        } else {
            cursor.skip();
        }
    }

    List<String> names() {
        return names;
    }

    List<TypeName> types() {
        return types;
    }
}
