#!/usr/bin/env bash
# Checks the portal's sources: the layout, the rules, the types, the unit tests, and that the API's types are its own.
set -euo pipefail
cd "$(dirname "$0")/.."
deno=$PWD/.venv/bin/deno
[ -x "$deno" ] || { echo "lint-portal: deno is missing: run make setup-test" >&2; exit 1; }
export DENO_NO_UPDATE_CHECK=1 NO_COLOR=1

scripts/build-portal.sh modules
python3 scripts/generate-portal-types.py --check
cd Portal
"$deno" fmt --quiet --check
"$deno" lint --quiet
"$deno" check --quiet source tests lint
"$deno" test --quiet --allow-env --allow-read=../Sources/Auditing --no-check tests
