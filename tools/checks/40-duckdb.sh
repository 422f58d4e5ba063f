#!/usr/bin/env bash
# The recipe for chambers on 200 invented firms: DuckDB reads the records, answers the questions, writes Parquet.
set -euo pipefail
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$WAAGE" batch --synthesise 200 --seed 1 --with-plan --date 2026-11-21 > "$work/ergebnisse.ndjson"
cd "$work"
python3 - "$here/recipes/kammer.sql" <<'PYTHON'
import json
import sys

import duckdb

database = duckdb.connect()
answers = []
for statement in duckdb.extract_statements(open(sys.argv[1], encoding="utf-8").read()):
    result = database.execute(statement)
    answers.append(result.fetchall() if result.description else [])
firms = [json.loads(line) for line in open("ergebnisse.ndjson", encoding="utf-8")]
_, trades, steps, sums, _ = answers
assert sum(row[1] for row in trades) <= len(firms) and all(row[1] >= 5 for row in trades), trades
assert steps and all(row[1] >= 5 for row in steps), steps
expected = sum(it["expected_annual_loss"]["value"] for it in firms)
assert abs(sums[0][0] - expected) <= 1, (sums, expected)
assert database.execute("select count(*) from 'ergebnisse.parquet'").fetchone()[0] == len(firms)
print(f"DuckDB read {len(firms)} firms: {len(trades)} trades, first step {steps[0][0]}")
PYTHON
