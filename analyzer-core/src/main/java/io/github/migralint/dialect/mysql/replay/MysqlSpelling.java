package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.dialect.query.Spelling;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names are kept as they are written, and case makes no difference in those of columns. */
enum MysqlSpelling implements Spelling {
    SPELLING;

    @Override
    public String name(Token token) {
        return Words.name(token);
    }

    @Override
    public boolean same(String one, String other) {
        return one.equalsIgnoreCase(other);
    }

    @Override
    public String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A column gives its name, all else its text. */
    @Override
    public String nameOfExpression(List<Token> expression) {
        Optional<QualifiedName> column = Words.nameAt(expression, 0)
                .filter(name -> expression.size() == 2 * name.parts().size() - 1);
        return column.map(QualifiedName::name).orElseGet(() -> text(expression));
    }

    private static String text(List<Token> expression) {
        var text = new StringBuilder();
        int end = expression.getFirst().start();
        for (Token token : expression) {
            text.append(token.start() > end ? " " : "").append(token.text());
            end = token.end();
        }
        return text.toString();
    }
}
