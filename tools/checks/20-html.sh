#!/usr/bin/env bash
# The reports as web pages in a real browser.
set -euo pipefail
python3 "$(dirname "$0")/../check-html.py" "$OUT"/*.html
