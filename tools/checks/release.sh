#!/usr/bin/env bash
# What takes too long for every run of CI and must hold before a release:
#
# 1. Linux: the binary is statically linked, its size against the aim of 12 MB, and two builds of one commit are equal.
# 2. Debian: the package installs in clean systems of two releases, its man page opens, its report is the same as ours.
# 3. Windows: the binary writes the same report as Linux in four formats, under wine; paths with blanks and umlauts, CRLF, gates.
# 4. Apache Spark maps 2,000 firms through `waage batch` and gives the same records as one process.
#
# Every tool is installed here by its package name: works on Debian 12 as root or with sudo, with rustup for the targets.
# One part alone: tools/checks/release.sh linux (or debian, windows, spark).
set -euo pipefail
cd "$(dirname "$0")/../.."
musl=x86_64-unknown-linux-musl
windows=x86_64-pc-windows-gnu
day=2026-11-21
firm=tests/companies/tischlerei/2026-11-21.waage.toml
target=${CARGO_TARGET_DIR:-$PWD/target}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

install() {
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends "$@" >/dev/null
}

# Paths of this machine must not reach the binary.
flags="--remap-path-prefix=$PWD=. --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo"

build() {
  rustup target add "$1" 2>/dev/null
  RUSTFLAGS=$flags cargo build --release --locked --quiet --target "$1"
}

# The report of one firm in four formats.
report() {
  local out=$1
  shift
  mkdir -p "$out"
  "$@" report "$firm" --date "$day" --pdf "$out/r.pdf" --html "$out/r.html" --csv "$out/r.csv" --json "$out/r.json" >/dev/null 2>&1
}

linux() {
  build $musl
  local binary=$target/$musl/release/waage size
  ldd "$binary" 2>&1 | grep -qE 'statically linked|not a dynamic executable'
  size=$(stat -c %s "$binary")
  echo "Linux: statically linked, $size bytes"
  [ "$size" -le 12000000 ] || echo "Linux: the aim is 12 MB"
  CARGO_TARGET_DIR=$work/again build $musl
  cmp "$binary" "$work/again/$musl/release/waage"
  rm -rf "$work/again"
  echo "Linux: two builds are equal"
}

debian() {
  command -v debootstrap >/dev/null || install debootstrap
  build $musl
  tools/package.sh $musl "$work/dist"
  report "$work/ours" "$target/$musl/release/waage"
  local release root
  for release in bookworm trixie; do
    root=$work/$release
    debootstrap --variant=minbase --include=man-db "$release" "$root" >/dev/null
    cp "$work"/dist/*.deb "$root/tmp/waage.deb"
    cp "$firm" "$root/tmp/firma.waage.toml"
    # Slim systems leave manual pages out; ours is to be tried.
    rm -f "$root"/etc/dpkg/dpkg.cfg.d/*
    chroot "$root" dpkg --install /tmp/waage.deb >/dev/null
    chroot "$root" sh -c "cd /tmp && waage report firma.waage.toml --date $day --pdf r.pdf --json r.json >/dev/null 2>&1"
    cmp "$root/tmp/r.pdf" "$work/ours/r.pdf"
    cmp "$root/tmp/r.json" "$work/ours/r.json"
    chroot "$root" man waage | grep -q waage
    chroot "$root" dpkg --remove waage >/dev/null
    echo "Debian $release: installed, same report, man page opens, removed"
  done
}

windows() {
  command -v x86_64-w64-mingw32-gcc >/dev/null || install gcc-mingw-w64-x86-64
  command -v wine >/dev/null || install wine wine64
  build $windows
  report "$work/ours" "${WAAGE:-$target/$musl/release/waage}"
  local place="$work/Prüfung mit Leerzeichen"
  mkdir -p "$place"
  cp "$target/$windows/release/waage.exe" "$place"
  # Debian's wine lacks the source of randomness that Rust asks for; this stand-in asks the older one.
  printf '%s\n' '#include <windows.h>' 'BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);' \
    'BOOL WINAPI ProcessPrng(PBYTE into, SIZE_T length) { return SystemFunction036(into, (ULONG)length); }' > "$work/random.c"
  x86_64-w64-mingw32-gcc -shared -o "$place/bcryptprimitives.dll" "$work/random.c" -ladvapi32
  export WINEDEBUG=-all WINEPREFIX=$work/wine
  # CRLF, as an editor on Windows leaves it.
  sed 's/$/\r/' "$firm" > "$place/Tischlerei Müller.waage.toml"
  cd "$place"
  wine waage.exe report "Tischlerei Müller.waage.toml" --date "$day" --pdf r.pdf --html r.html --csv r.csv --json r.json >/dev/null 2>&1
  cd - >/dev/null
  local it
  for it in pdf html csv json; do cmp "$place/r.$it" "$work/ours/r.$it"; done
  cd "$place"
  local status=0
  wine waage.exe gate "Tischlerei Müller.waage.toml" --date "$day" --max-expected-loss 100 >/dev/null 2>&1 || status=$?
  [ $status -eq 1 ]
  status=0
  wine waage.exe gate "Tischlerei Müller.waage.toml" --date "$day" --max-expected-loss 1000000 >/dev/null 2>&1 || status=$?
  [ $status -eq 0 ]
  status=0
  wine waage.exe report "gibt es nicht.waage.toml" >/dev/null 2>&1 || status=$?
  [ $status -eq 2 ]
  # Nobody can answer where there is no terminal: said, and nothing is written.
  status=0
  wine waage.exe check "neuer Betrieb.waage.toml" --plain --date "$day" </dev/null >/dev/null 2>&1 || status=$?
  [ $status -eq 2 ] && [ ! -e "neuer Betrieb.waage.toml" ]
  cd - >/dev/null
  echo "Windows: same report in four formats, gates end as on Linux"
}

spark() {
  if ! command -v java >/dev/null; then
    install default-jre-headless
  fi
  environment=$PWD/target/checks/spark
  [ -x "$environment/bin/python3" ] || python3 -m venv "$environment"
  "$environment/bin/python3" -m pip install --quiet --disable-pip-version-check pyspark
  cargo build --release --locked --quiet
  export PATH="$target/release:$environment/bin:$PATH"
  waage batch --synthesise 2000 --seed 1 --answers > "$work/firms.ndjson"
  waage batch "$work/firms.ndjson" > "$work/one.ndjson"
  python3 recipes/spark.py "$work/firms.ndjson" "$work/records"
  cat "$work"/records/part-* > "$work/spark.ndjson"
  # Each partition counts its own lines, which only lines with faults show; there are none here.
  cmp "$work/one.ndjson" "$work/spark.ndjson"
  echo "Spark gives the same $(wc -l < "$work/one.ndjson") records as one process"
}

for part in "${@:-linux debian windows spark}"; do
  for it in $part; do
    echo "== $it"
    "$it"
  done
done
