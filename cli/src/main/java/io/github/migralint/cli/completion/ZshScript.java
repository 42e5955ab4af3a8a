package io.github.migralint.cli.completion;

import io.github.migralint.cli.completion.CommandShape.Option;
import java.util.List;
import java.util.stream.Collectors;

/** Completion for zsh, with the descriptions of the help. */
record ZshScript(CommandLineShape shape) {
    String text() {
        return """
            #compdef %1$s
            # Completion of %1$s for zsh. Put it into a folder of $fpath as _%1$s, or have it read after compinit:
            #   eval "$(%1$s completion zsh)"
            _%1$s_commands() {
              local -a commands
              commands=(
            %2$s    'help:Shows the help of a command.'
              )
              _describe -t commands command commands
            }

            _%1$s_arguments() {
              case $1 in
            %3$s    help)
                  _arguments '1:command:_%1$s_commands'
                  ;;
              esac
            }

            _%1$s() {
              local command=$words[2]
              if (( CURRENT == 2 )); then
                if [[ $command == -* ]]; then
                  _arguments '(-h --help)'{-h,--help}'[Show this help.]' '(-V --version)'{-V,--version}'[Show the version.]'
                  _%1$s_arguments %4$s
                else
                  _%1$s_commands
                  _files
                fi
                return
              fi
              case $command in
                %5$s)
                  shift words
                  (( CURRENT-- ))
                  _%1$s_arguments $command
                  ;;
                *) _%1$s_arguments %4$s ;;
              esac
            }

            if [[ $funcstack[1] == _%1$s ]]; then
              _%1$s "$@"
            else
              compdef _%1$s %1$s
            fi
            """.formatted(
                        shape.program(),
                        shape.commands().stream()
                                .map(command -> "    "
                                        + quoted(command.name() + ":" + firstSentence(command.description())) + "\n")
                                .collect(Collectors.joining()),
                        shape.commands().stream().map(ZshScript::arguments).collect(Collectors.joining()),
                        shape.usual().name(),
                        String.join("|", shape.names()) + "|help");
    }

    private static String arguments(CommandShape command) {
        var text = new StringBuilder("    " + command.name() + ")\n      _arguments -s");
        command.options().forEach(option -> text.append(" \\\n        ").append(option(option)));
        if (!command.argumentLabel().isEmpty()) {
            text.append(" \\\n        ")
                    .append(quoted("*:" + command.argumentLabel() + ":" + action(command.arguments())));
        }
        return text.append("\n      ;;\n").toString();
    }

    private static String option(Option option) {
        boolean takesValue = option.value().isPresent();
        List<String> names = option.names().stream()
                .map(name -> takesValue && name.startsWith("--") ? name + "=" : name)
                .toList();
        String what = "[" + escaped(firstSentence(option.description())) + "]"
                + option.value()
                        .map(value -> ":" + option.label() + ":" + action(value))
                        .orElse("");
        String repeated = several(option) ? "*" : "";
        if (names.size() == 1) {
            return quoted(repeated + names.getFirst() + what);
        }
        String alike = repeated.isEmpty() ? quoted("(" + String.join(" ", option.names()) + ")") : "'*'";
        return alike + "{" + String.join(",", names) + "}" + quoted(what);
    }

    private static boolean several(Option option) {
        return option.value()
                .filter(value -> value instanceof Candidates.Words words && words.several())
                .isPresent();
    }

    private static String action(Candidates candidates) {
        return switch (candidates) {
            case Candidates.Words words
            when words.several() -> "_sequence compadd - " + String.join(" ", words.words());
            case Candidates.Words words -> "(" + String.join(" ", words.words()) + ")";
            case Candidates.Files files -> "_files";
            case Candidates.Anything anything -> "";
        };
    }

    /** Brackets and colons have a meaning in a specification of an argument. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace(":", "\\:");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }
}
