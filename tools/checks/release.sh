#!/usr/bin/env bash
# What takes too long for every run of CI and must hold before a release: Apache Spark maps 2,000 firms through
# `waage batch` and gives the same records as one process. Needs Java (Debian: default-jre-headless) and pyspark; both are
# installed here, the second into a virtual environment under target/.
set -euo pipefail
cd "$(dirname "$0")/../.."
if ! command -v java >/dev/null; then
  as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends default-jre-headless
fi
environment=$PWD/target/checks/spark
[ -x "$environment/bin/python3" ] || python3 -m venv "$environment"
"$environment/bin/python3" -m pip install --quiet --disable-pip-version-check pyspark
cargo build --release --locked
export PATH="$PWD/target/release:$environment/bin:$PATH"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
waage batch --synthesise 2000 --seed 1 --answers > "$work/firms.ndjson"
waage batch "$work/firms.ndjson" > "$work/one.ndjson"
python3 recipes/spark.py "$work/firms.ndjson" "$work/records"
cat "$work"/records/part-* > "$work/spark.ndjson"
# Each partition counts its own lines, which only lines with faults show; there are none here.
cmp "$work/one.ndjson" "$work/spark.ndjson"
echo "Spark gives the same $(wc -l < "$work/one.ndjson") records as one process"
