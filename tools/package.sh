#!/usr/bin/env bash
# Packs a Linux binary that is built already: tools/package.sh TARGET FOLDER writes an archive and a Debian package. cargo-deb is
# installed where it is missing. The same binary gives the same bytes.
set -euo pipefail
target=$1
folder=$2
cd "$(dirname "$0")/.."
binary=${CARGO_TARGET_DIR:-target}/$target/release/waage
version=$(cargo metadata --format-version 1 --no-deps |
  python3 -c 'import json,sys; print(next(it["version"] for it in json.load(sys.stdin)["packages"] if it["name"] == "waage"))')
mkdir -p "$folder" target/completions
for shell in bash zsh fish; do
  "$binary" completions "$shell" > "target/completions/waage.$shell"
done
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH
name=waage-$version-linux-x86_64
tar --create --gzip --file "$folder/$name.tar.gz" --transform "s,^,$name/," --sort=name --owner=0 --group=0 --numeric-owner \
  --mtime="@$SOURCE_DATE_EPOCH" LICENSE-MIT LICENSE-APACHE docs/anleitung.md man target/completions \
  --transform "s,$name/.*/release/,$name/," --transform "s,$name/target/,$name/," "$binary"
command -v cargo-deb >/dev/null || cargo install --quiet --locked cargo-deb@3
cargo deb --quiet --no-build --no-strip --target "$target" --output "$folder/"
