package io.github.migralint.dialect.procedural;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.ProceduralStatement.Block;
import io.github.migralint.ast.ProceduralStatement.Declaration;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TypeName;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.dialect.EmbeddedStatement;
import io.github.migralint.dialect.Execution;
import io.github.migralint.dialect.Proviso;
import io.github.migralint.effect.Effects;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Walks through a program and runs its statements, each with what must hold for it to run. */
final class Interpreter {
    private final Execution execution;
    private final Language language;
    private final Frames frames = new Frames();
    private final Guards guards;
    private final Budget budget = new Budget();
    private final Map<String, Query> cursors = new HashMap<>();
    private final Continuing continuing = new Continuing(this);
    private final Choices choices = new Choices(this);
    private final Loops loops;
    private final Commands commands;

    /**
     * An interpreter of one program.
     *
     * @param execution where its statements run
     * @param language what the program means
     */
    Interpreter(Execution execution, Language language) {
        this.execution = execution;
        this.language = language;
        this.guards = new Guards(language);
        this.commands = new Commands(this);
        this.loops = new Loops(this, commands);
    }

    Language language() {
        return language;
    }

    Execution execution() {
        return execution;
    }

    Frames frames() {
        return frames;
    }

    Guards guards() {
        return guards;
    }

    Budget budget() {
        return budget;
    }

    Optional<Query> cursor(String name) {
        return Optional.ofNullable(cursors.get(name));
    }

    Value evaluate(Expression expression) {
        return language.evaluate(expression, execution.schema(), frames);
    }

    /** Whether a condition holds: a truth value, NULL, or unknown. */
    Value holds(Expression condition) {
        return language.truth(evaluate(condition));
    }

    Optional<List<Value.Row>> rows(Query query) {
        return language.rows(query, execution.schema(), frames);
    }

    /** Whether the error ends the program. */
    boolean endsAll(Exit exit) {
        return exit instanceof Exit.Failure failure && !guards.catches(failure.sqlState());
    }

    static List<Proviso> and(List<Proviso> provisos, Proviso another) {
        var all = new ArrayList<>(provisos);
        all.add(another);
        return List.copyOf(all);
    }

    /** Runs statements in order; after one that may have left, the others run only if it has not. */
    Course sequence(List<ProceduralStatement> statements, List<Proviso> provisos) {
        Set<Exit> possible = new LinkedHashSet<>();
        for (int i = 0; i < statements.size(); i++) {
            Course course = statement(statements.get(i), provisos);
            possible.addAll(course.possible());
            if (course.end().isPresent()) {
                return new Course(course.end(), possible);
            }
            List<ProceduralStatement> rest = statements.subList(i + 1, statements.size());
            if (!course.possible().isEmpty() && !rest.isEmpty()) {
                var still = new Proviso(
                        "nothing before it has left the block",
                        statements.get(i).span());
                Course further = maybe(rest, and(provisos, still));
                possible.addAll(further.possible());
                return new Course(further.end(), possible);
            }
        }
        return Course.maybeLeft(possible);
    }

    /** Runs statements of which nobody knows whether they run. */
    Course maybe(List<ProceduralStatement> statements, List<Proviso> provisos) {
        Execution.Moment before = execution.now();
        Course course = sequence(statements, provisos);
        if (course.end().filter(this::endsAll).isPresent()) {
            execution.returnTo(before);
            frames.forget(Assigned.in(statements));
            return Course.maybeLeft(course.possible());
        }
        execution.unsure(before, execution.now());
        frames.forget(Assigned.in(statements));
        return course;
    }

    Course statement(ProceduralStatement statement, List<Proviso> provisos) {
        return switch (statement) {
            case Block s -> block(s, provisos);
            case ProceduralStatement.Choice s -> choices.choose(s, provisos);
            case ProceduralStatement.Loop s -> loops.loop(s, provisos);
            case ProceduralStatement.Sql s -> sql(s, provisos);
            case ProceduralStatement.Execute s -> commands.execute(s, provisos);
            case ProceduralStatement.Assignment s -> assign(s);
            case ProceduralStatement.Raise s -> raise(s, provisos);
            case ProceduralStatement.Return ignored -> Course.left(new Exit.Return());
            case ProceduralStatement.Leave s -> leave(s);
            case ProceduralStatement.Other s -> other(s, provisos);
            case ProceduralStatement.Unread s -> unread(s, provisos);
        };
    }

    Course block(Block block, List<Proviso> provisos) {
        Optional<String> label = block.label().map(Identifier::value);
        frames.open(label);
        block.declarations().forEach(this::declare);
        Course course =
                block.handlers().isEmpty() ? sequence(block.body(), provisos) : new Handling(this).run(block, provisos);
        frames.close();
        return withoutExitsOf(label, course);
    }

    private static Course withoutExitsOf(Optional<String> label, Course course) {
        if (label.isEmpty()) {
            return course;
        }
        var own = new Exit.Leave(false, label);
        var possible = new LinkedHashSet<>(course.possible());
        possible.remove(own);
        return new Course(course.end().filter(exit -> !exit.equals(own)), possible);
    }

    private void declare(Declaration declaration) {
        String name = declaration.name().value();
        declaration.query().ifPresent(query -> cursors.put(name, query));
        boolean scalar = declaration.type().filter(Interpreter::isScalar).isPresent();
        Value value = declaration.value().map(this::evaluate).orElse(Value.NULL);
        frames.declare(name, value, scalar);
    }

    private static boolean isScalar(TypeName type) {
        return !type.name().equals("record");
    }

    private Course sql(ProceduralStatement.Sql sql, List<Proviso> provisos) {
        Optional<List<Value.Row>> rows =
                sql.statement() instanceof Select select ? rows(select.query()) : Optional.empty();
        Statement statement = language.bind(sql.statement(), this::evaluate);
        Course course = run(statement, sql.span(), Optional.empty(), provisos);
        take(rows, sql.into());
        boolean found =
                sql.into().isEmpty() || rows.filter(list -> !list.isEmpty()).isPresent();
        return found || course.end().isPresent() ? course : continuing.noRow(rows.isPresent(), sql.span(), provisos);
    }

    /** Gives the result of a query to variables. */
    void take(Optional<List<Value.Row>> rows, List<Identifier> targets) {
        frames.found(rows.<Value>map(found -> new Value.Truth(!found.isEmpty())).orElse(Value.UNKNOWN));
        List<String> names = targets.stream().map(Identifier::value).toList();
        if (rows.isEmpty()) {
            frames.forget(names);
        } else if (rows.get().isEmpty()) {
            names.forEach(name -> frames.assign(name, Value.NULL));
        } else {
            takeRow(rows.get().getFirst(), names);
        }
    }

    /** A row goes to one variable that holds rows, or field by field to several. */
    void takeRow(Value.Row row, List<String> names) {
        List<Value> fields = List.copyOf(row.fields().values());
        if (names.size() == 1 && !frames.isScalar(names.getFirst()) && fields.size() != 1) {
            frames.assign(names.getFirst(), row);
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            frames.assign(names.get(i), i < fields.size() ? fields.get(i) : Value.NULL);
        }
    }

    /** Runs a statement of SQL. */
    Course run(Statement statement, Span span, Optional<SourceText> composed, List<Proviso> provisos) {
        if (!budget.spend()) {
            return Course.THROUGH;
        }
        Execution.Moment before = execution.now();
        Effects effects = execution.run(new EmbeddedStatement(statement, span, composed, provisos, guards::catches));
        if (effects.failure().isPresent()) {
            return continuing.failed(new Exit.Failure(effects.failure().get()), provisos);
        }
        guards.ran(statement, effects);
        return continuing.ran(statement, effects, before, provisos);
    }

    private Course assign(ProceduralStatement.Assignment assignment) {
        frames.assign(assignment.target(), assignment.whole() ? evaluate(assignment.value()) : Value.UNKNOWN);
        return Course.THROUGH;
    }

    private Course raise(ProceduralStatement.Raise raise, List<Proviso> provisos) {
        if (!raise.fails()) {
            return Course.THROUGH;
        }
        return continuing.failed(
                Exit.Failure.of(errorOf(raise), "The block raises an exception.", raise.span()), provisos);
    }

    /** The error that a statement raises. */
    String errorOf(ProceduralStatement.Raise raise) {
        return raise.condition().map(language::error).orElseGet(language::raised);
    }

    private Course leave(ProceduralStatement.Leave leave) {
        var exit = new Exit.Leave(leave.continues(), leave.label().map(Identifier::value));
        Value holds = leave.condition().map(this::holds).orElse(new Value.Truth(true));
        return switch (holds) {
            case Value.Truth(boolean truth) -> truth ? Course.left(exit) : Course.THROUGH;
            case Value.Null ignored -> Course.THROUGH;
            default -> Course.maybeLeft(Set.of(exit));
        };
    }

    private Course other(ProceduralStatement.Other other, List<Proviso> provisos) {
        frames.forget(other.targets());
        if (other.keywords().startsWith("FETCH") || other.keywords().startsWith("MOVE")) {
            frames.found(Value.UNKNOWN);
            return continuing.noRow(false, other.span(), provisos);
        }
        return Course.THROUGH;
    }

    /** What could not be read may do anything. */
    private Course unread(ProceduralStatement.Unread unread, List<Proviso> provisos) {
        var unparsed =
                new Unparsed(unread.tokens(), "", unread.problem(), unread.problemSpan(), List.of(), unread.span());
        return run(unparsed, unread.span(), Optional.empty(), provisos);
    }
}
