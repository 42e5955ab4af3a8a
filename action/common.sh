# Functions that the steps of the action share. Everything a step is told comes in variables of the environment.
# shellcheck shell=bash

# Text as the data of a workflow command.
escaped() {
  local text=$1
  text=${text//\%/%25}
  text=${text//$'\r'/%0D}
  text=${text//$'\n'/%0A}
  printf '%s' "$text"
}

# An annotation without a place: LEVEL MESSAGE.
annotate() {
  printf '::%s title=Migralint::%s\n' "$1" "$(escaped "$2")"
}

# On standard error, so that it is told where the output of a function is taken, too.
die() {
  annotate error "$1" >&2
  exit 1
}

# Tells the following steps: NAME VALUE. A value has no line ends.
output() {
  printf '%s=%s\n' "$1" "${2//[$'\r\n']/ }" >>"$GITHUB_OUTPUT"
}

# A path as the shell and its programs write it, on Windows too.
unix_path() {
  if command -v cygpath >/dev/null; then cygpath -u "$1"; else printf '%s\n' "$1"; fi
}

# A path as other programs and actions want it.
native_path() {
  if command -v cygpath >/dev/null; then cygpath -m "$1"; else printf '%s\n' "$1"; fi
}

temporary_folder() {
  mktemp -d "$(unix_path "${RUNNER_TEMP:-${TMPDIR:-/tmp}}")/migralint.XXXXXX"
}
