package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.dialect.procedural.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One question on its way to an answer. */
final class Evaluation {
    private final Facts facts;
    private final Variables variables;
    private final Budget budget = new Budget();
    private final Casts casts;
    private final Comparison comparison;
    private final Operators operators;
    private final Functions functions;
    private final Catalogs catalogs;
    private Optional<Sources> sources = Optional.empty();

    Evaluation(Facts facts, Variables variables, Catalogs catalogs) {
        this.facts = facts;
        this.variables = variables;
        this.casts = new Casts(facts);
        this.comparison = new Comparison(casts);
        this.operators = new Operators(comparison, casts, budget);
        this.functions = new Functions(facts, casts, comparison);
        this.catalogs = catalogs;
    }

    Facts facts() {
        return facts;
    }

    Budget budget() {
        return budget;
    }

    Comparison comparison() {
        return comparison;
    }

    Catalogs catalogs() {
        return catalogs;
    }

    /** The sources of the query that is being evaluated: its common table expressions hold in its subqueries too. */
    Optional<Sources> sources() {
        return sources;
    }

    void sources(Optional<Sources> current) {
        sources = current;
    }

    /** What all rows have in common, column by column; unknown where they differ. */
    List<Datum> common(List<List<Datum>> rows) {
        var common = new ArrayList<>(rows.get(0));
        for (List<Datum> row : rows) {
            for (int i = 0; i < common.size(); i++) {
                if (!comparison.same(common.get(i), row.get(i)).isTrue()) {
                    common.set(i, Datum.UNKNOWN);
                }
            }
        }
        return common;
    }

    Casts casts() {
        return casts;
    }

    Datum value(Term term, Scope scope) {
        budget.spend(1);
        return switch (term) {
            case Term.Constant constant -> constant.datum();
            case Term.Name name -> name(name.parts(), scope);
            case Term.Star ignored -> Datum.UNKNOWN;
            case Term.Junction junction -> junction(junction, scope);
            case Term.Not not -> Comparison.not(operators.truth(value(not.term(), scope)));
            case Term.Prefix prefix -> prefix(prefix, scope);
            case Term.Infix infix -> infix(infix, scope);
            case Term.Quantified quantified -> quantified(quantified, scope);
            case Term.Test test -> operators.test(test.what(), test.negated(), value(test.term(), scope));
            case Term.Distinct distinct -> distinct(distinct, scope);
            case Term.InList in -> in(in, scope);
            case Term.Between between -> between(between, scope);
            case Term.Case branches -> choice(branches, scope);
            case Term.Cast cast -> casts.cast(value(cast.term(), scope), cast.type());
            case Term.Call call -> call(call, scope);
            case Term.ArrayOf array -> array(array, scope);
            case Term.RowOf row -> row(row, scope);
            case Term.Subscript subscript ->
                operators.subscript(value(subscript.array(), scope), value(subscript.index(), scope));
            case Term.Field field -> operators.field(value(field.row(), scope), field.field());
            case Term.Scalar scalar -> new Subqueries(this, scope).scalar(scalar.query());
            case Term.Exists exists -> new Subqueries(this, scope).exists(exists.query());
            case Term.ArrayQuery array -> new Subqueries(this, scope).array(array.query());
            case Term.Opaque ignored -> Datum.UNKNOWN;
        };
    }

    /** The truth value of a condition. */
    Datum truth(Term condition, Scope scope) {
        return operators.truth(value(condition, scope));
    }

    private Datum name(List<String> parts, Scope scope) {
        Optional<Datum> column = scope.column(parts);
        if (column.isPresent()) {
            return column.get();
        }
        Optional<Value> variable = variables.value(parts.get(0));
        if (variable.isEmpty()) {
            return Datum.UNKNOWN;
        }
        Datum datum = Datum.untyped(variable.get());
        for (String field : parts.subList(1, parts.size())) {
            datum = operators.field(datum, field);
        }
        return datum;
    }

    private Datum junction(Term.Junction junction, Scope scope) {
        Datum result = Datum.truth(junction.and());
        for (Term part : junction.parts()) {
            Datum truth = operators.truth(value(part, scope));
            if (junction.and() ? truth.isFalse() : truth.isTrue()) {
                return truth;
            }
            if (truth.isUnknown() || (truth.isNull() && !result.isUnknown())) {
                result = truth;
            }
        }
        return result;
    }

    private Datum prefix(Term.Prefix prefix, Scope scope) {
        Datum datum = value(prefix.term(), scope);
        if (datum.isLiteral() && !datum.isNull()) {
            return Datum.UNKNOWN;
        }
        return prefix.operator().equals("-") ? Numbers.negate(datum) : datum;
    }

    /** Chains lean to the left; they are walked, not descended. */
    private Datum infix(Term.Infix infix, Scope scope) {
        var chain = new ArrayList<Term.Infix>();
        Term leftmost = infix;
        while (leftmost instanceof Term.Infix link) {
            chain.add(link);
            leftmost = link.left();
        }
        Datum result = value(leftmost, scope);
        for (Term.Infix link : chain.reversed()) {
            budget.spend(1);
            result = operators.infix(link.operator(), result, value(link.right(), scope));
        }
        return result;
    }

    private Datum quantified(Term.Quantified quantified, Scope scope) {
        Datum left = value(quantified.left(), scope);
        if (quantified.right() instanceof Term.ArrayQuery query) {
            return new Subqueries(this, scope)
                    .quantified(
                            query.query(),
                            quantified.all(),
                            element -> operators.infix(quantified.operator(), left, element));
        }
        Datum right = value(quantified.right(), scope);
        if (right.isLiteral() && !right.isNull()) {
            String type = left.type().isEmpty() || left.isLiteral() ? "text" : left.type();
            right = casts.cast(right, Casts.typeNamed(type + "[]"));
        }
        if (right.isNull()) {
            return Datum.nothing("bool");
        }
        if (!(right.value() instanceof Value.Array array)) {
            return Datum.maybe();
        }
        Datum result = Datum.truth(quantified.all());
        for (Value element : array.elements()) {
            budget.spend(1);
            Datum each = operators.infix(quantified.operator(), left, Arrays.element(right, element));
            result = Operators.folded(quantified.all(), result, each);
        }
        return result;
    }

    private Datum distinct(Term.Distinct distinct, Scope scope) {
        Datum same = comparison.same(value(distinct.left(), scope), value(distinct.right(), scope));
        return distinct.negated() ? same : Comparison.not(same);
    }

    private Datum in(Term.InList in, Scope scope) {
        Datum left = value(in.left(), scope);
        Datum result = Datum.FALSE;
        for (Term element : in.list()) {
            result = Operators.folded(false, result, comparison.compare("=", left, value(element, scope)));
        }
        return result;
    }

    private Datum between(Term.Between between, Scope scope) {
        if (between.symmetric()) {
            return Datum.maybe();
        }
        Datum datum = value(between.term(), scope);
        Datum low = comparison.compare(">=", datum, value(between.low(), scope));
        Datum high = comparison.compare("<=", datum, value(between.high(), scope));
        return Operators.folded(true, Operators.folded(true, Datum.TRUE, low), high);
    }

    private Datum choice(Term.Case branches, Scope scope) {
        for (Term.When branch : branches.branches()) {
            Datum condition = operators.truth(value(branch.condition(), scope));
            if (condition.isTrue()) {
                return value(branch.result(), scope);
            }
            if (condition.isUnknown()) {
                return Datum.UNKNOWN;
            }
        }
        return branches.otherwise().map(term -> value(term, scope)).orElse(Datum.NULL);
    }

    private Datum call(Term.Call call, Scope scope) {
        if (call.windowed() || call.star() || call.distinct() || call.filter().isPresent()) {
            return Datum.UNKNOWN;
        }
        if (call.function().equals("coalesce")) {
            return coalesce(call.arguments(), scope);
        }
        var arguments = new ArrayList<Datum>();
        for (Term argument : call.arguments()) {
            arguments.add(value(argument, scope));
        }
        return functions.call(call.function(), arguments);
    }

    private Datum coalesce(List<Term> arguments, Scope scope) {
        for (Term argument : arguments) {
            Datum datum = value(argument, scope);
            if (!datum.isNull()) {
                return datum;
            }
        }
        return Datum.NULL;
    }

    private Datum array(Term.ArrayOf array, Scope scope) {
        var elements = new ArrayList<Value>();
        String type = "";
        boolean mixed = false;
        for (Term term : array.elements()) {
            Datum element = value(term, scope);
            elements.add(element.value());
            String own = element.isLiteral() ? (element.isNull() ? type : "text") : element.type();
            mixed |= !type.isEmpty() && !own.equals(type) && !(Casts.isNumeric(own) && Casts.isNumeric(type));
            type = own;
        }
        return mixed ? Datum.unknown("") : Datum.array(elements, type);
    }

    private Datum row(Term.RowOf row, Scope scope) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (Term field : row.fields()) {
            fields.put("f" + (fields.size() + 1), value(field, scope).value());
        }
        return Datum.of(new Value.Row(fields), "record");
    }
}
