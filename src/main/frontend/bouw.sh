#!/usr/bin/env bash
# Builds the style sheets, fonts and script of the pages into the folder that is given.
set -euo pipefail
mkdir -p "$1"
