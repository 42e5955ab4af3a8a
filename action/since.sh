# Finds the revision that changes are counted from, and fetches what is needed for that.
# shellcheck shell=bash

# How much more of the history is fetched each time that the common commit is not found yet.
DEEPER=(1 30 200 1000)

# The revision, or nothing when all files are reported. What it does is told on standard error.
since_revision() {
  local asked=${ACTION_SINCE:-}
  case $asked in
    none) return ;;
    '') asked=$(base_of_event) ;;
    -*) die "'$asked' is not a revision: since takes a branch, a tag or a commit." ;;
  esac
  [ -n "$asked" ] || return 0
  fetch_common_commit "$asked" 1>&2
  printf '%s\n' "$asked"
}

# The branch that a pull request or a merge queue is for.
base_of_event() {
  if [ -n "${GITHUB_BASE_REF:-}" ]; then
    printf 'origin/%s\n' "$GITHUB_BASE_REF"
  elif [ "${GITHUB_EVENT_NAME:-}" = merge_group ] && command -v jq >/dev/null; then
    jq -r '.merge_group.base_sha // empty' "$GITHUB_EVENT_PATH"
  fi
}

is_known() {
  git rev-parse --verify --quiet "$1^{commit}" >/dev/null
}

has_common_commit() {
  is_known "$1" && git merge-base "$1" HEAD >/dev/null 2>&1
}

# A clone of one commit knows neither the revision nor where the branch left it.
fetch_common_commit() {
  local revision=$1 source more
  if has_common_commit "$revision"; then return; fi
  if [ "$(git rev-parse --is-shallow-repository 2>/dev/null)" != true ] && is_known "$revision"; then return; fi
  source=$revision
  case $revision in
    origin/*) source=+refs/heads/${revision#origin/}:refs/remotes/$revision ;;
  esac
  is_known "$revision" || quietly fetch --depth=1 origin "$source"
  for more in "${DEEPER[@]}"; do
    if has_common_commit "$revision"; then return; fi
    quietly fetch --deepen="$more" origin "$source" "$(git rev-parse HEAD)" ||
      quietly fetch --deepen="$more" origin "$source"
  done
  has_common_commit "$revision" || quietly fetch --unshallow origin
  is_known "$revision" || quietly fetch origin "$source"
}

# What cannot be fetched is told by the command, which knows better what it lacks.
quietly() {
  git -c protocol.version=2 "$1" --no-tags --no-recurse-submodules --quiet "${@:2}" || return 1
}
