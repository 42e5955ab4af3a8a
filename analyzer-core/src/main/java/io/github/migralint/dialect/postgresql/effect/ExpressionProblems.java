package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the server refuses in the expression of a definition: what it may not hold, and names of nothing. */
final class ExpressionProblems {
    /** What the expression is for. */
    enum Use {
        DEFAULT("a default"),
        CHECK("a CHECK constraint"),
        GENERATED("a generated column"),
        INDEX("an index"),
        PREDICATE("the condition of an index"),
        POLICY("a policy"),
        USING("a type change");

        private final String words;

        Use(String words) {
            this.words = words;
        }
    }

    private static final Set<String> WORDS_WITH_A_VALUE = Set.of(
            "null",
            "true",
            "false",
            "default",
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "current_user",
            "session_user",
            "user",
            "current_role",
            "current_catalog",
            "current_schema",
            "system_user",
            "value",
            "array",
            "row",
            "case",
            "not",
            "end",
            "distinct",
            "unknown",
            "all");
    private static final Set<String> BEFORE_AN_OPERAND =
            Set.of("and", "or", "not", "when", "then", "else", "between", "in", "like", "ilike", "case");
    private static final Set<String> AFTER_AN_OPERAND = Set.of(
            "and", "or", "is", "in", "not", "between", "like", "ilike", "then", "else", "end", "when", "collate", "at",
            "isnull", "notnull");

    private final Scene scene;
    private final Use use;
    private final Optional<Table> table;

    ExpressionProblems(Scene scene, Use use, Optional<Table> table) {
        this.scene = scene;
        this.use = use;
        this.table = table;
    }

    /** The first thing that is surely wrong with the expression. */
    Optional<Problem> of(List<Token> tokens) {
        Optional<Problem> named = ofNames(tokens);
        if (named.isPresent()) {
            return named;
        }
        Optional<Problem> call = Functions.calls(tokens).stream()
                .flatMap(site -> call(site, tokens).stream())
                .findFirst();
        return call.or(() -> notBoolean(tokens)).or(() -> varying(tokens));
    }

    /** The first name of a column that is surely none, and no look at what is called. */
    Optional<Problem> ofNames(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            Optional<Problem> problem = at(tokens, i);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private Optional<Problem> at(List<Token> tokens, int at) {
        boolean subquery =
                tokens.get(at).isWord("select") && at > 0 && tokens.get(at - 1).isSymbol("(");
        if (subquery) {
            return problem("0A000", "A subquery is not possible in " + use.words + ".");
        }
        return isColumn(tokens, at) ? column(tokens.get(at)) : Optional.empty();
    }

    private static Optional<Problem> problem(String sqlState, String reason) {
        return Optional.of(new Problem(sqlState, reason));
    }

    /** A name where only a column can stand. */
    private static boolean isColumn(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        boolean name = token.kind() == TokenKind.QUOTED_IDENTIFIER
                || (token.kind() == TokenKind.WORD && !WORDS_WITH_A_VALUE.contains(Predicates.name(token)));
        return name
                && (at == 0 || opens(tokens.get(at - 1)))
                && (at + 1 == tokens.size() || closes(tokens.get(at + 1)));
    }

    private static boolean opens(Token before) {
        return before.isSymbol("(")
                || before.isSymbol(",")
                || (before.kind() == TokenKind.OPERATOR && !before.isSymbol("::"))
                || BEFORE_AN_OPERAND.stream().anyMatch(before::isWord);
    }

    private static boolean closes(Token after) {
        return after.isSymbol(")")
                || after.isSymbol(",")
                || after.isSymbol("::")
                || after.kind() == TokenKind.OPERATOR
                || AFTER_AN_OPERAND.stream().anyMatch(after::isWord);
    }

    private Optional<Problem> column(Token token) {
        String name = Predicates.name(token);
        if (use == Use.DEFAULT) {
            return problem("0A000", "A default cannot refer to a column.");
        }
        if (table.isEmpty()) {
            return Optional.empty();
        }
        Optional<Column> column = table.get().column(name);
        if (column.isPresent()) {
            return column.flatMap(this::generated);
        }
        if (AlterStep.isSystemColumn(name)) {
            return system(name);
        }
        boolean wholeRow = name.equals(table.get().name().name());
        return scene.certain(table.get()) && !wholeRow
                ? problem("42703", "Column " + name + " does not exist.")
                : Optional.empty();
    }

    private Optional<Problem> system(String name) {
        boolean index = use == Use.INDEX || use == Use.PREDICATE;
        if (index) {
            return problem("0A000", "An index cannot use the system column " + name + ".");
        }
        boolean refused = (use == Use.GENERATED || use == Use.CHECK) && !name.equals("tableoid");
        return refused
                ? problem("42P10", "System column " + name + " is not possible in " + use.words + ".")
                : Optional.empty();
    }

    private Optional<Problem> generated(Column column) {
        boolean index = use == Use.INDEX || use == Use.PREDICATE;
        boolean virtual = column.generated().filter(g -> !g.stored()).isPresent();
        if (index && virtual) {
            return problem("0A000", "An index on a virtual generated column is not supported.");
        }
        return use == Use.GENERATED && column.generated().isPresent()
                ? problem("42P17", "A generated column cannot be computed from another: " + column.name() + ".")
                : Optional.empty();
    }

    private Optional<Problem> call(Functions.CallSite site, List<Token> tokens) {
        QualifiedName name = site.name();
        if (Functions.surelyMissing(name, scene)) {
            return problem("42883", "Function " + name + " does not exist.");
        }
        boolean own = !scene.schema().routines(name).isEmpty();
        boolean over =
                site.end() + 1 < tokens.size() && tokens.get(site.end() + 1).isWord("over");
        Optional<FunctionTable.Kind> kind =
                own ? Optional.empty() : FunctionTable.find(name.name()).map(FunctionTable.Function::kind);
        if (over || kind.filter(k -> k == FunctionTable.Kind.WINDOW).isPresent()) {
            return problem("42P20", "A window function is not possible in " + use.words + ".");
        }
        if (kind.filter(k -> k == FunctionTable.Kind.AGGREGATE).isPresent()) {
            return problem("42803", "An aggregate is not possible in " + use.words + ".");
        }
        if (kind.filter(k -> k == FunctionTable.Kind.SET).isPresent()) {
            return problem("0A000", "A function that returns rows is not possible in " + use.words + ".");
        }
        return sequence(site, tokens);
    }

    /** The name of the sequence is looked up when the expression is stored. */
    private Optional<Problem> sequence(Functions.CallSite site, List<Token> tokens) {
        boolean literal =
                Set.of("nextval", "currval", "setval").contains(site.name().name())
                        && site.open() + 1 < site.end()
                        && tokens.get(site.open() + 1).kind() == TokenKind.STRING;
        if (!literal) {
            return Optional.empty();
        }
        Token text = tokens.get(site.open() + 1);
        QualifiedName name = SequenceNames.read(text);
        Lookup<Relation> found = scene.schema().relation(name);
        return found.isAbsent() ? problem("42P01", "Sequence " + name + " does not exist.") : Optional.empty();
    }

    private Optional<Problem> notBoolean(List<Token> tokens) {
        boolean condition = use == Use.CHECK || use == Use.PREDICATE;
        return condition
                ? ExpressionTypes.of(tokens, table, scene)
                        .filter(type -> type.userType().isEmpty())
                        .filter(type -> !type.name().equals("bool") || type.arrayDimensions() > 0)
                        .flatMap(type -> problem("42804", "A condition must be boolean, not " + type + "."))
                : Optional.empty();
    }

    private Optional<Problem> varying(List<Token> tokens) {
        boolean stored = use == Use.GENERATED || use == Use.INDEX || use == Use.PREDICATE;
        return stored && new Immutability(scene, table).surelyVaries(tokens)
                ? problem("42P17", "What " + use.words + " stores must depend on nothing but the row.")
                : Optional.empty();
    }

    /** Whether a value of the expression surely cannot be stored in a column of the type. */
    Optional<Problem> mismatch(List<Token> tokens, DataType column) {
        Optional<DataType> type = ExpressionTypes.of(tokens, table, scene);
        boolean impossible = type.filter(
                        found -> new TypeConversion(scene).convert(found, column) == TypeConversion.Outcome.IMPOSSIBLE)
                .isPresent();
        return impossible
                ? problem("42804", "A value of type " + type.get() + " cannot be stored as " + column + ".")
                : Optional.empty();
    }
}
