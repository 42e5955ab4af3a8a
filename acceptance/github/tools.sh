# What the scripts that try the action and the examples have in common.
# shellcheck shell=bash

fail() {
  echo "FAILED: $1" >&2
  exit 1
}

# Installs the packages of programs that are missing: PROGRAM:PACKAGE…
need() {
  local sudo=() program
  [ "$(id -u)" = 0 ] || sudo=(sudo)
  for program in "$@"; do
    command -v "${program%%:*}" >/dev/null && continue
    "${sudo[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -qq --no-install-recommends "${program##*:}" >/dev/null
  done
}
