#!/usr/bin/env bash
# Builds the portal and puts a copy of it where the program looks for it: in DIRECTORY/portal, DIRECTORY being the program's.
#
#   scripts/place-portal.sh DIRECTORY
set -euo pipefail
cd "$(dirname "$0")/.."
directory=${1:?usage: scripts/place-portal.sh DIRECTORY}

scripts/build-portal.sh
mkdir -p "$directory"
# A server that runs goes on with the old files until the new ones are whole.
rm -rf "$directory/portal.new" "$directory/portal.old"
cp -r Portal/dist "$directory/portal.new"
[ ! -d "$directory/portal" ] || mv "$directory/portal" "$directory/portal.old"
mv "$directory/portal.new" "$directory/portal"
rm -rf "$directory/portal.old"
