package io.github.migralint.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wrote so that findings are not told, once it is known what came of it.
 *
 * @param place where it is written
 * @param flaws what is wrong with how it is written, as sentences
 * @param idle ids of rules that it names although nothing of theirs was found there
 * @param unheeded findings that it means and that are told all the same, for want of a reason or because it has ended
 * @param ended the last day on which it held, if that is past
 */
public record Suppression(
        Place place, List<String> flaws, List<String> idle, List<Finding> unheeded, Optional<LocalDate> ended) {
    public Suppression {
        flaws = List.copyOf(flaws);
        idle = List.copyOf(idle);
        unheeded = List.copyOf(unheeded);
    }
}
