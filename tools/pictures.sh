#!/usr/bin/env bash
# Makes what the README shows from the real program: the text it prints, pages of the report, the web page on a phone in
# the dark. Run after a change of the report and look at the diff. Needs poppler-utils, chromium and a built program.
# Usage: tools/pictures.sh [WAAGE]
set -euo pipefail
cd "$(dirname "$0")/.."
waage=${1:-target/debug/waage}
firm=tests/companies/tischlerei/2026-11-21.waage.toml
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$waage" report "$firm" --date 2026-11-21 --pdf "$work/report.pdf" --html "$work/report.html" >"$work/screen.txt"
page() { # name, page
  pdftoppm -r 64 -png -singlefile -f "$2" -l "$2" "$work/report.pdf" "docs/images/$1"
}
page report-decision 1
page report-roadmap 2
python3 tools/pictures.py "$work" README.md docs/images/report-phone.png
for picture in docs/images/*.png; do
  [ "$(stat --format=%s "$picture")" -le 120000 ] || { echo "$picture is larger than 120 kB"; exit 1; }
done
