#!/usr/bin/env bash
# The reports as web pages in a real browser, and by axe-core for readers who see little or use no mouse.
set -euo pipefail
tools=$(cd "$(dirname "$0")/.." && pwd)
cd "$tools/.."
packages=target/checks/npm
axe=$packages/node_modules/axe-core/axe.min.js
if [ ! -f "$axe" ]; then
  if ! command -v npm >/dev/null; then
    as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends npm
  fi
  npm install --silent --no-audit --no-fund --no-save --prefix "$packages" axe-core@4.14.1
fi
python3 "$tools/check-html.py" --axe "$axe" "$OUT"/*.html
