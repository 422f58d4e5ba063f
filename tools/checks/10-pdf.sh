#!/usr/bin/env bash
# The reports as PDF: sound files, all fonts inside, readable aloud, within the size a mail bears.
set -euo pipefail
for file in "$OUT"/*.pdf; do
  bytes=$(stat --format=%s "$file")
  [ "$bytes" -le 409600 ] || { echo "$file: $bytes bytes, more than 400 KB"; exit 1; }
done
"$(dirname "$0")/../check-pdf.sh" "$OUT"/*.pdf
