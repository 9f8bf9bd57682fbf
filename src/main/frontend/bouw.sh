#!/usr/bin/env bash
# Builds the style sheet, fonts and script of the pages into the folder that is given.
# Maven calls this in every build; when nothing changed since the last time it does nothing.
set -euo pipefail
uitvoer=${1:?give the output folder: bash bouw.sh <output folder>}
mkdir -p "$uitvoer"
uitvoer=$(cd "$uitvoer" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")"

for hulpmiddel in node npm; do
  command -v "$hulpmiddel" >/dev/null || { echo "Respijt's pages need $hulpmiddel (Node 20 or newer) to be built: install Node.js." >&2; exit 1; }
done

# The stamp holds the hash of everything that goes in; the manifest is written last of what comes out.
# It lies beside the folder, because all that is inside goes into the jar.
stempel=${uitvoer%/}.stempel
nu=$(cat bouw.sh bouw.mjs package.json package-lock.json src/* | sha256sum)
if [[ -f $uitvoer/manifest.json && -f $stempel && $(<"$stempel") == "$nu" ]]; then
  exit 0
fi

# npm writes node_modules/.package-lock.json at the end of a good install.
if [[ ! -f node_modules/.package-lock.json || package-lock.json -nt node_modules/.package-lock.json ]]; then
  npm ci --no-audit --no-fund --ignore-scripts
  touch node_modules/.package-lock.json
fi

node bouw.mjs "$uitvoer"
echo "$nu" > "$stempel"
