#!/usr/bin/env bash
# Installs ical.js, the second reader of our calendars in the tests; does nothing when it is there already.
set -euo pipefail
cd "$(dirname "$0")"
command -v node npm >/dev/null || { echo "The calendar tests need Node 20 or newer, with npm." >&2; exit 1; }
if ! cmp -s package-lock.json node_modules/.stand; then
  npm ci --ignore-scripts --silent
  cp package-lock.json node_modules/.stand
fi
