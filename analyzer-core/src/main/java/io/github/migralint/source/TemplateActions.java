package io.github.migralint.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code {{ actions }}} of a text template: which of them print a value, and which branches of its conditions are not
 * meant for this engine. Of a condition that says nothing about engines the first branch is kept.
 */
final class TemplateActions {
    private static final Pattern CONTROL = Pattern.compile(
            "\\{\\{-?\\s*(?:(if|else\\s+if|else|end|range|with|define|block)\\b"
                    + "|(?:template|break|continue)\\b|/\\*|\\$?\\w+\\s*:=).*",
            Pattern.DOTALL);
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s()-]+");

    /**
     * One action.
     *
     * @param start where it starts
     * @param end where it ends
     * @param control whether it prints nothing by itself
     * @param resume where reading goes on after it: its end, or the end of the branch that it switches off
     */
    record Action(int start, int end, boolean control, int resume) {}

    /** A branch being read: whether one was taken, whether the current one is, and the action that opened it. */
    private static final class Block {
        private final boolean condition;
        private boolean taken;
        private boolean live;
        private int opener;

        Block(boolean condition, boolean live, int opener) {
            this.condition = condition;
            this.taken = live;
            this.live = live;
            this.opener = opener;
        }
    }

    private final Lexicon lexicon;
    private final List<Action> actions = new ArrayList<>();
    private final int[] starts;

    TemplateActions(String text, int from, int end, Lexicon lexicon) {
        this.lexicon = lexicon;
        Deque<Block> blocks = new ArrayDeque<>();
        int open = text.indexOf("{{", from);
        while (open >= 0) {
            int close = text.indexOf("}}", open + 2);
            if (close < 0 || close + 2 > end) {
                break;
            }
            int innermost = text.lastIndexOf("{{", close - 2);
            add(text.substring(Math.max(open, innermost), close + 2), Math.max(open, innermost), blocks);
            open = text.indexOf("{{", close + 2);
        }
        this.starts = actions.stream().mapToInt(Action::start).toArray();
    }

    /** The action that starts at an offset, or null. */
    @Nullable
    Action at(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? actions.get(found) : null;
    }

    private void add(String text, int start, Deque<Block> blocks) {
        Matcher matcher = CONTROL.matcher(text);
        boolean control = matcher.matches();
        int index = actions.size();
        actions.add(new Action(start, start + text.length(), control, start + text.length()));
        if (control && matcher.group(1) != null) {
            String word = matcher.group(1);
            structure(word, text.substring(matcher.end(1), text.length() - 2), index, blocks);
        }
    }

    private void structure(String word, String rest, int index, Deque<Block> blocks) {
        if (word.equals("end")) {
            if (!blocks.isEmpty()) {
                close(blocks.pop(), index);
            }
        } else if (!word.startsWith("else")) {
            blocks.push(new Block(word.equals("if"), !word.equals("if") || holds(rest), index));
        } else if (!blocks.isEmpty() && blocks.peek().condition) {
            Block block = blocks.peek();
            close(block, index);
            block.live = !block.taken && (word.equals("else") || holds(rest));
            block.taken |= block.live;
            block.opener = index;
        }
    }

    private void close(Block block, int index) {
        if (!block.live) {
            Action opener = actions.get(block.opener);
            actions.set(
                    block.opener,
                    new Action(
                            opener.start(),
                            opener.end(),
                            true,
                            actions.get(index).start()));
        }
    }

    private boolean holds(String condition) {
        List<String> words = BETWEEN_WORDS
                .splitAsStream(condition)
                .filter(word -> !word.isEmpty())
                .toList();
        return words.isEmpty() || value(words) != Answer.NO;
    }

    private enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    private Answer value(List<String> words) {
        List<Answer> operands = words.stream().skip(1).map(this::ofVariable).toList();
        return switch (words.get(0)) {
            case "not" -> operands.size() == 1 ? negated(operands.get(0)) : Answer.UNKNOWN;
            case "or" ->
                operands.contains(Answer.YES)
                        ? Answer.YES
                        : operands.contains(Answer.UNKNOWN) ? Answer.UNKNOWN : Answer.NO;
            case "and" ->
                operands.contains(Answer.NO)
                        ? Answer.NO
                        : operands.contains(Answer.UNKNOWN) ? Answer.UNKNOWN : Answer.YES;
            default -> ofVariable(words.get(0));
        };
    }

    private static Answer negated(Answer answer) {
        return answer == Answer.YES ? Answer.NO : answer == Answer.NO ? Answer.YES : Answer.UNKNOWN;
    }

    private Answer ofVariable(String name) {
        return lexicon.engineNames().contains(name)
                ? Answer.YES
                : lexicon.otherEngineNames().contains(name) ? Answer.NO : Answer.UNKNOWN;
    }
}
