package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the arguments of routines: {@code INOUT name type DEFAULT value}, where mode, name and default may be missing. */
final class Arguments {
    private static final Set<String> MODES = Set.of("in", "out", "inout", "variadic");
    /** Words that begin a type of several words, after which a word does not make the first one a name. */
    private static final Set<String> WORD_PAIRS = Set.of(
            "double precision",
            "character varying",
            "char varying",
            "nchar varying",
            "bit varying",
            "national character",
            "national char");

    private final StatementTokens tokens;

    Arguments(StatementTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * An argument that a caller gives.
     *
     * @param name its name; empty if it has none
     * @param type its type
     */
    private record Argument(String name, TypeName type) {}

    /** The types of the arguments that a caller gives, from the tokens between the parentheses. */
    List<TypeName> inputTypes(int from, int to) {
        return inputs(from, to).stream().map(Argument::type).toList();
    }

    /** Their names, folded; empty for those without. */
    List<String> inputNames(int from, int to) {
        return inputs(from, to).stream().map(Argument::name).toList();
    }

    private List<Argument> inputs(int from, int to) {
        List<Argument> inputs = new ArrayList<>();
        int i = from;
        while (i < to) {
            String mode = tokens.word(i);
            boolean output = mode.equals("out") && tokens.type(i + 1) != PostgresqlParser.COMMA && i + 1 < to;
            int type = typeStart(i, to);
            if (tokens.type(type) == PostgresqlParser.STAR || tokens.type(type) == PostgresqlParser.ORDER) {
                i = type + 1;
                if (tokens.type(type) == PostgresqlParser.ORDER) {
                    i = type + 2;
                }
                continue;
            }
            TypeName read = TypeNames.read(tokens, type);
            if (!output) {
                inputs.add(new Argument(nameAt(i, to), read));
            }
            i = next(TypeNames.end(tokens, type), to);
        }
        return inputs;
    }

    private String nameAt(int from, int to) {
        int i = from;
        if (isMode(i, to)) {
            i += tokens.word(i).equals("in") && tokens.word(i + 1).equals("out") ? 2 : 1;
        }
        return isNameOfArgument(i, to) ? Names.identifier(tokens.token(i)).value() : "";
    }

    /** Where the type of the argument begins that begins at {@code from}, after its mode and name. */
    int typeStart(int from) {
        return typeStart(from, tokens.count());
    }

    private int typeStart(int from, int to) {
        int i = from;
        if (isMode(i, to)) {
            i += tokens.word(i).equals("in") && tokens.word(i + 1).equals("out") ? 2 : 1;
        }
        if (isNameOfArgument(i, to)) {
            i++;
            if (isMode(i, to)) {
                i++;
            }
        }
        return i;
    }

    private boolean isMode(int i, int to) {
        return MODES.contains(tokens.word(i)) && i + 1 < to && WordTypes.isWord(tokens.type(i + 1));
    }

    private boolean isNameOfArgument(int i, int to) {
        if (i + 1 >= to || !WordTypes.isName(tokens.type(i)) || !WordTypes.isWord(tokens.type(i + 1))) {
            return false;
        }
        String next = tokens.word(i + 1);
        boolean clause = next.equals("default")
                || next.equals("array")
                || tokens.type(i + 1) == PostgresqlParser.ORDER
                || ((next.equals("with") || next.equals("without"))
                        && tokens.word(i + 2).equals("time"));
        return !clause && !WORD_PAIRS.contains(tokens.word(i) + " " + next) && !isInterval(i, next);
    }

    private boolean isInterval(int i, String next) {
        return tokens.word(i).equals("interval")
                && Set.of("year", "month", "day", "hour", "minute", "second").contains(next);
    }

    private int next(int from, int to) {
        int i = from;
        while (i < to && tokens.type(i) != PostgresqlParser.COMMA && tokens.type(i) != PostgresqlParser.ORDER) {
            boolean opens = tokens.type(i) == PostgresqlParser.LPAREN || tokens.type(i) == PostgresqlParser.LBRACKET;
            i = opens ? tokens.closing(i) + 1 : i + 1;
        }
        return i < to && tokens.type(i) == PostgresqlParser.COMMA ? i + 1 : i;
    }
}
