#!/usr/bin/env bash
# Puts what a release consists of into FOLDER, of a repository that is built: release/assemble.sh FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mkdir -p "$1" && cd "$1" && pwd)
version=$(node -p 'require("./package.json").version')

[ -s dist/THIRD-PARTY-NOTICES.txt ] || { echo "dist/THIRD-PARTY-NOTICES.txt: empty, and what is bundled has licences" >&2; exit 1; }
npm pack --ignore-scripts --silent --pack-destination "$folder"
npm run --silent vectors
cp "build/yuma-consensus-vectors-$version.tgz" "$folder"
cp dist/yuma.wasm dist/yuma-scalar.wasm dist/yuma-economics.wasm dist/interface.json dist/THIRD-PARTY-NOTICES.txt LICENSE "$folder"
# What is bundled is among the packages for development: none is left out.
npm sbom --package-lock-only --sbom-format cyclonedx --sbom-type library > "$folder/sbom.cyclonedx.json"
# The host in C has no registry: its sources with the modules, the same bytes for everybody.
list=$(mktemp)
{ git ls-files hosts/c; find hosts/c/modules -type f; } | sort > "$list"
tar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner --mode=a+rX,u+w,go-w --transform "s,^hosts/c,yuma-consensus-c-$version," \
  --files-from "$list" -cf - | gzip --no-name -9 > "$folder/yuma-consensus-c-$version.tar.gz"
rm "$list"
sums=$(node release/sums.mjs "$folder")
echo "$sums" > "$folder/SHA256SUMS"
