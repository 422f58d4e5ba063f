#!/usr/bin/env bash
# What may enter the binary: unwanted packages, licences, sources, and known weaknesses.
#
# The last need the advisory database, which lives on GitHub: where it cannot be reached this says so, and the release
# workflow, where it can, does not go on without it. Installs cargo-deny where it is missing (some three minutes).
set -euo pipefail
cd "$(dirname "$0")/.."
version=0.20.2
root=$PWD/target/checks/deny
if ! cargo deny --version 2>/dev/null | grep -q " $version\$"; then
  export PATH="$root/bin:$PATH"
  [ -x "$root/bin/cargo-deny" ] ||
    cargo install cargo-deny --locked --quiet --version "$version" --root "$root" --target-dir "$root/build"
fi
cargo deny --all-features check --hide-inclusion-graph bans licenses sources
if timeout 30 git ls-remote --quiet https://github.com/rustsec/advisory-db HEAD >/dev/null 2>&1; then
  cargo deny --all-features check --hide-inclusion-graph advisories
elif [ "${ADVISORIES:-}" = required ]; then
  echo "the advisory database cannot be reached" >&2
  exit 1
else
  echo "NOT CHECKED: advisories, their database cannot be reached" >&2
fi
