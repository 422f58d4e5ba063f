#!/usr/bin/env bash
# The forms, filled in by a real browser and held against the program. axe-core is there from 20-html.sh, or comes by npm.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
axe=$PWD/target/checks/npm
[ -f "$axe/node_modules/axe-core/axe.min.js" ] || npm install --silent --no-audit --no-fund --prefix "$axe" axe-core@4.14.1
WAAGE_FORM_CASES=$OUT/form-cases.json cargo test --quiet --locked --test it -- form::the_page_is_given_two_thousand_firms >/dev/null
python3 "$here/../check-form.py" "$WAAGE" "$OUT/form-cases.json" "$axe/node_modules/axe-core/axe.min.js"
