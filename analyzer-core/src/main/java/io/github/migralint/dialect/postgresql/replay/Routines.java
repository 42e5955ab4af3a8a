package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.CodeBlock;
import io.github.migralint.ast.CreateFunction;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.ast.ProceduralStatement.Block;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.TypeName;
import io.github.migralint.ast.Volatility;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.Schema;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Functions and procedures, with what their source names. */
final class Routines {
    private static final Set<String> CLAUSES =
            Set.of("from", "where", "group", "having", "order", "limit", "offset", "union", "with", "into", "window");
    private final Change change;

    Routines(Change change) {
        this.change = change;
    }

    void create(CreateFunction statement) {
        ObjectName name = change.schema().nameForNew(statement.name());
        List<String> signature =
                statement.argumentTypes().stream().map(DataTypes::signature).toList();
        Optional<Routine> old = change.now().routines(Change.written(name, statement.span())).stream()
                .filter(routine -> routine.argumentTypes().equals(signature))
                .findFirst();
        if (old.isPresent() && !statement.replace()) {
            return;
        }
        List<Token> body = statement.body().map(Routines::tokens).orElse(List.of());
        boolean sqlBody =
                statement.body().filter(block -> !block.tokens().isEmpty()).isPresent();
        Optional<Block> program = statement.body().flatMap(CodeBlock::program);
        Optional<CodeReferences> references = program.map(CodeReferences::in);
        change.schema()
                .put(new Routine(
                        old.map(Routine::id).orElseGet(change.schema()::newId),
                        name,
                        statement.procedure(),
                        signature,
                        statement.returnType().map(DataTypes::signature).orElse("void"),
                        statement.language(),
                        statement.volatility(),
                        inlinedConstant(statement, body),
                        references.filter(found -> sqlBody).map(this::bound).orElse(List.of()),
                        references.map(CodeReferences::relations).orElse(List.of()),
                        references.map(CodeReferences::written).orElse(List.of()),
                        references.map(CodeReferences::called).orElse(List.of()),
                        RowAssignments.in(body),
                        RowAssignments.columns(body),
                        statement.argumentNames(),
                        program.filter(code -> canBeCalled(statement)),
                        old.map(Routine::origin).orElse(change.origin())));
    }

    /** CREATE AGGREGATE, of which nothing is asked but that it is there. */
    void createAggregate(OtherStatement statement) {
        for (ObjectReference object : statement.objects()) {
            ObjectName name = change.schema().nameForNew(object.name());
            List<String> signature = AggregateArguments.of(statement.tokens());
            boolean taken = change.now().routines(Change.written(name, statement.span())).stream()
                    .anyMatch(routine -> routine.argumentTypes().equals(signature));
            if (!taken) {
                change.schema().put(aggregate(name, signature));
            }
        }
    }

    private Routine aggregate(ObjectName name, List<String> signature) {
        return new Routine(
                change.schema().newId(),
                name,
                false,
                signature,
                "",
                "internal",
                Volatility.IMMUTABLE,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                change.origin());
    }

    /** Trigger functions are run by triggers only. */
    private static boolean canBeCalled(CreateFunction statement) {
        return statement
                .returnType()
                .filter(type -> type.name().equals("trigger") || type.name().equals("event_trigger"))
                .isEmpty();
    }

    private static List<Token> tokens(CodeBlock block) {
        return block.tokens().isEmpty() ? Words.tokens(block.text()) : block.tokens();
    }

    /** What a SQL body binds to: relations, columns of them, routines. */
    private List<ObjectId> bound(CodeReferences references) {
        var bound = new LinkedHashSet<ObjectId>();
        references.relations().stream()
                .flatMap(name -> change.relation(name).stream())
                .map(Relation::id)
                .forEach(bound::add);
        references
                .queries()
                .forEach(query ->
                        bound.addAll(PostgresqlSpelling.read(query, change).columnsRead()));
        for (QualifiedName called : references.called()) {
            List<Routine> candidates = change.now().routines(called);
            if (candidates.size() == 1) {
                bound.add(candidates.getFirst().id());
            }
        }
        return List.copyOf(bound);
    }

    /** Whether the server replaces a call by the expression in a body that only selects it, and that is not volatile. */
    private boolean inlinedConstant(CreateFunction statement, List<Token> body) {
        boolean inlinable = statement.language().equals("sql")
                && !statement.procedure()
                && statement.returnType().isPresent()
                && !statement.securityDefiner()
                && statement.settings().isEmpty();
        Optional<List<Token>> expression = inlinable ? selected(body) : Optional.empty();
        return expression.filter(tokens -> notVolatile(tokens, statement)).isPresent();
    }

    /** The expression of {@code SELECT expression} or {@code RETURN expression}. */
    private static Optional<List<Token>> selected(List<Token> body) {
        var tokens = new ArrayList<>(body);
        if (!tokens.isEmpty() && tokens.get(tokens.size() - 1).isSymbol(";")) {
            tokens.remove(tokens.size() - 1);
        }
        boolean begins = tokens.size() > 1
                && (tokens.get(0).isWord("select") || tokens.get(0).isWord("return"));
        List<Token> expression = begins ? tokens.subList(1, tokens.size()) : List.of();
        boolean plain = expression.stream()
                .noneMatch(
                        token -> token.isSymbol(";") || (Words.isName(token) && CLAUSES.contains(Words.name(token))));
        return begins && plain ? Optional.of(expression) : Optional.empty();
    }

    /** A body may not be more volatile than what was declared, else the call is not replaced. */
    private boolean notVolatile(List<Token> expression, CreateFunction statement) {
        Volatility worst = Defaults.volatilityOf(expression, change.now());
        return worst != Volatility.VOLATILE && worst.compareTo(statement.volatility()) <= 0;
    }

    /** The routine that a statement names, by its arguments if it gives them. */
    static Optional<Routine> find(Schema schema, ObjectReference reference) {
        List<Routine> candidates = schema.routines(reference.name());
        if (reference.arguments().isEmpty()) {
            return candidates.stream().findFirst();
        }
        List<String> signature = signature(reference.arguments().get());
        return candidates.stream()
                .filter(routine -> routine.argumentTypes().equals(signature))
                .findFirst();
    }

    private static List<String> signature(List<TypeName> arguments) {
        return arguments.stream().map(DataTypes::signature).toList();
    }
}
