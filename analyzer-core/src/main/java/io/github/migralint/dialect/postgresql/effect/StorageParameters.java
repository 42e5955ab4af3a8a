package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.Option;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Parameters that can be set on tables, indexes, columns and views, from {@code storage-parameters.tsv}. */
final class StorageParameters {
    private static final Set<String> TRUTH_VALUES =
            Set.of("true", "false", "on", "off", "yes", "no", "1", "0", "t", "f");

    /**
     * One parameter.
     *
     * @param owner what it is set on: table, toast, column, view, or the access method of an index
     * @param name its name
     * @param values boolean, integer, number or word
     * @param least the least value
     * @param greatest the greatest
     * @param since the first major version that has it
     * @param until the last
     * @param strong whether nobody may use the relation while it changes
     */
    private record Parameter(
            String owner,
            String name,
            String values,
            Optional<Double> least,
            Optional<Double> greatest,
            int since,
            Optional<Double> until,
            boolean strong) {
        boolean isIn(Scene scene) {
            return scene.since(since)
                    && until.map(last -> scene.version().major() <= last).orElse(true);
        }

        boolean accepts(String value) {
            return switch (values) {
                case "boolean" -> TRUTH_VALUES.contains(value.toLowerCase(Locale.ROOT));
                case "integer", "number" -> number(value).map(this::inRange).orElse(false);
                default -> true;
            };
        }

        private boolean inRange(double value) {
            return least.map(limit -> value >= limit).orElse(true)
                    && greatest.map(limit -> value <= limit).orElse(true);
        }
    }

    private static final class Holder {
        static final List<Parameter> ALL = DataFile.rows("storage-parameters.tsv").stream()
                .map(cells -> new Parameter(
                        cells.get(0),
                        cells.get(1),
                        cells.get(2),
                        number(cells.get(3)),
                        number(cells.get(4)),
                        Integer.parseInt(cells.get(5)),
                        number(cells.get(6)),
                        cells.get(7).equals("yes")))
                .toList();
    }

    private StorageParameters() {}

    private static Optional<Double> number(String cell) {
        try {
            return Optional.of(Double.valueOf(cell.trim()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether the server knows parameters for the access method. */
    static boolean knows(String owner) {
        return Holder.ALL.stream().anyMatch(parameter -> parameter.owner().equals(owner));
    }

    private static Optional<Parameter> find(String owner, String name) {
        boolean toast = owner.equals("table") && name.startsWith("toast.");
        String where = toast ? "toast" : owner;
        String bare = toast ? name.substring("toast.".length()) : name;
        return Holder.ALL.stream()
                .filter(parameter ->
                        parameter.owner().equals(where) && parameter.name().equals(bare))
                .findFirst();
    }

    /** Whether nobody may use the relation while one of these changes. */
    static boolean strong(String owner, List<Option> options) {
        return options.stream()
                .flatMap(option -> find(owner, option.name()).stream())
                .anyMatch(Parameter::strong);
    }

    /** The first parameter that the version lacks, or whose value it refuses. */
    static Optional<Problem> problem(String owner, List<Option> options, Scene scene) {
        return options.stream()
                .flatMap(option -> problem(owner, option, scene).stream())
                .findFirst();
    }

    private static Optional<Problem> problem(String owner, Option option, Scene scene) {
        Optional<Parameter> parameter = find(owner, option.name()).filter(found -> found.isIn(scene));
        if (parameter.isEmpty()) {
            return Optional.of(new Problem("22023", "There is no storage parameter " + option.name() + "."));
        }
        return option.value()
                .filter(value -> !parameter.get().accepts(value))
                .map(value -> new Problem("22023", option.name() + " cannot be " + value + "."));
    }
}
