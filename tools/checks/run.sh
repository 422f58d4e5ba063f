#!/usr/bin/env bash
# Lets programs of others judge what waage writes: runs every script of this folder that begins with a number.
#
# Each script finds the program's output in $OUT (three firms as PDF and HTML, one of them with two looks, see below),
# may write there, and calls the program as $WAAGE. What it needs is named in packages.txt (Debian) and requirements.txt (PyPI);
# both are installed here, the second into a virtual environment under target/. Works as root or with sudo.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."

missing=()
while read -r package; do
  dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done <"$here/packages.txt"
if [ ${#missing[@]} -gt 0 ]; then
  as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends "${missing[@]}"
fi

environment=$PWD/target/checks/python
[ -x "$environment/bin/python3" ] || python3 -m venv "$environment"
"$environment/bin/python3" -m pip install --quiet --disable-pip-version-check -r "$here/requirements.txt"
export PATH="$environment/bin:$PATH"

# The program the tests ran: another build would take minutes for the same bytes.
cargo test --no-run --locked --quiet
export WAAGE=${CARGO_TARGET_DIR:-$PWD/target}/debug/waage
export OUT=$PWD/target/checks/out
rm -rf "$OUT"
mkdir -p "$OUT"
for firm in baeckerei tischlerei maschinenbau; do
  "$WAAGE" report "tests/companies/$firm/2026-11-21.waage.toml" --date 2026-11-21 \
    --pdf "$OUT/$firm.pdf" --html "$OUT/$firm.html" --csv "$OUT/$firm.csv" >/dev/null
done
# A consultant's look: a logo with transparency, and one that goes in as it is.
for look in docs/brand/beratung.toml tests/looks/jpeg.toml; do
  "$WAAGE" report tests/companies/tischlerei/2026-11-21.waage.toml --date 2026-11-21 --brand "$look" \
    --pdf "$OUT/brand-$(basename "$look" .toml).pdf" >/dev/null
done
for check in "$here"/[0-9]*.sh; do
  echo "== ${check##*/}"
  "$check"
done
