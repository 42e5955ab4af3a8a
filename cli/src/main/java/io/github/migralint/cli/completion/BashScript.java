package io.github.migralint.cli.completion;

import io.github.migralint.cli.completion.CommandShape.Option;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Completion for bash. Where the script offers nothing, bash offers files, with the quotes that they need; so it stays silent
 * about files itself.
 */
record BashScript(CommandLineShape shape) {
    String text() {
        return """
            # Completion of %1$s for bash. Put it where bash-completion looks, or have it read:
            #   eval "$(%1$s completion bash)"
            _%1$s() {
              local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
              local command='' words='' several='' first=${COMP_WORDS[1]}
              COMPREPLY=()
              # bash takes --option=value for three words
              if [ "$current" = '=' ]; then
                current=''
              elif [ "$previous" = '=' ]; then
                previous=${COMP_WORDS[COMP_CWORD - 2]}
              fi
              if [ "$COMP_CWORD" -gt 1 ]; then
                case $first in
                  %2$s) command=$first ;;
                  *) command=%3$s ;;
                esac
              fi
              case $command:$previous in
            %4$s  esac
              if [ -z "$words" ]; then
                case $command:$current in
                  :-*) words='%5$s' ;;
                  :*) words='%6$s' ;;
            %7$s    esac
              fi
              if [ -n "$several" ]; then
                case $current in
                  *,*) COMPREPLY=($(compgen -P "${current%%,*}," -W "$words" -- "${current##*,}")) ;;
                  *) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
                esac
              else
                COMPREPLY=($(compgen -W "$words" -- "$current"))
              fi
            }
            complete -o bashdefault -o default -F _%1$s %1$s
            """.formatted(
                        shape.program(),
                        String.join(" | ", shape.names()) + " | help",
                        shape.usual().name(),
                        values(),
                        "-h --help -V --version " + options(shape.usual()),
                        String.join(" ", shape.names()) + " help",
                        rest());
    }

    /** What may follow an option that takes a value. */
    private String values() {
        var text = new StringBuilder();
        for (CommandShape command : shape.commands()) {
            for (Option option : command.options()) {
                option.value()
                        .ifPresent(value -> text.append("    ")
                                .append(pattern(command, option))
                                .append(") ")
                                .append(value(value))
                                .append(" ;;\n"));
            }
        }
        return text.toString();
    }

    private static String pattern(CommandShape command, Option option) {
        return option.names().stream().map(name -> command.name() + ":" + name).collect(Collectors.joining(" | "));
    }

    private static String value(Candidates candidates) {
        return switch (candidates) {
            case Candidates.Words words ->
                "words='" + String.join(" ", words.words()) + "'" + (words.several() ? " several=yes" : "");
            case Candidates.Files files -> "return";
            case Candidates.Anything anything -> "return";
        };
    }

    /** What may stand where no value is expected: options, or an argument that is one of some words. */
    private String rest() {
        var text = new StringBuilder();
        for (CommandShape command : shape.commands()) {
            text.append("      %s:-*) words='%s' ;;\n".formatted(command.name(), options(command)));
            if (command.arguments() instanceof Candidates.Words words) {
                text.append("      %s:*) words='%s' ;;\n".formatted(command.name(), String.join(" ", words.words())));
            }
        }
        return text.append("      help:*) words='%s' ;;\n".formatted(String.join(" ", shape.names())))
                .toString();
    }

    private static String options(CommandShape command) {
        return command.options().stream()
                .map(Option::names)
                .flatMap(List::stream)
                .collect(Collectors.joining(" "));
    }
}
