#!/usr/bin/env bash
# Checks PDF files with what can be installed from Debian and PyPI; an untagged copy must fail, or the check is blind.
# Usage: tools/check-pdf.sh FILE...   Needs: apt install qpdf poppler-utils; pip install page-validation outloud
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
validator=$(dirname "$0")/check-pdf.py
for file in "$@"; do
  qpdf --check "$file" >"$work/qpdf" || { cat "$work/qpdf"; exit 1; }
  if pdffonts "$file" | tail -n +3 | awk '{ if ($(NF-4) != "yes" || $(NF-3) != "yes") bad = 1 } END { exit !bad }'; then
    echo "$file: a font is not embedded and subset"; exit 1
  fi
  python3 "$validator" "$file"
  outloud --quiet "$file"
  pdftocairo -pdf "$file" "$work/untagged.pdf"
  if python3 "$validator" "$work/untagged.pdf" >/dev/null; then
    echo "the untagged copy of $file passes: the check is blind"; exit 1
  fi
done
echo "all checks passed: $# file(s)"
