#!/usr/bin/env bash
# Every document that enters or leaves, against its schema: answers, results, verdicts, comparisons and records of every
# worked firm, and 200 invented firms.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for firm in tests/companies/*/2026-11-21.waage.toml; do
  name=$(basename "$(dirname "$firm")")
  call=(--date 2026-11-21)
  "$WAAGE" report "$firm" "${call[@]}" --json - > "$work/$name.result"
  "$WAAGE" compare "$firm" "$firm" "${call[@]}" --json - > "$work/$name.compare"
  "$WAAGE" gate "$firm" "${call[@]}" --max-expected-loss 1 --max-age-days 1 --format json > "$work/$name.gate" || [ $? -eq 1 ]
  cp "$firm" "$work/$name.answers"
done
"$WAAGE" compare tests/companies/tischlerei --json - > "$work/course.compare"
"$WAAGE" gate tests/companies/*/2026-11-21.waage.toml --date 2026-11-21 --max-expected-loss 1 --format json > "$work/all.gate" || [ $? -eq 1 ]
"$WAAGE" batch --synthesise 200 --seed 1 --with-plan --date 2026-11-21 > "$work/firms.record"
echo '{"key": 1}' | "$WAAGE" batch - >> "$work/firms.record" || [ $? -eq 3 ]
python3 - "$work" <<'PYTHON'
import json
import pathlib
import sys
import tomllib

import jsonschema

checkers, faults, seen = {}, 0, 0
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    kind = path.suffix[1:]
    if kind not in checkers:
        schema = json.loads(pathlib.Path(f"schemas/{kind}.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        checkers[kind] = jsonschema.Draft202012Validator(schema)
    text = path.read_text(encoding="utf-8")
    if kind == "answers":
        # Dates are texts in JSON.
        documents = [json.loads(json.dumps(tomllib.loads(text), default=str))]
    else:
        documents = [json.loads(it) for it in (text.splitlines() if kind == "record" else [text])]
    for document in documents:
        seen += 1
        for fault in list(checkers[kind].iter_errors(document))[:3]:
            faults += 1
            print(f"{path.name}: {fault.json_path}: {fault.message[:200]}")
print(f"{seen} documents of {len(checkers)} kinds against their schemas, {faults} faults")
sys.exit(faults > 0)
PYTHON
