#!/usr/bin/env bash
# Builds everything once and runs the tests on it. Each runner's own summary is the end of its output.
#
#   scripts/test.sh quick            the unit tests on both databases, then the quick interoperability tests
#   scripts/test.sh interop [ARG…]   all interoperability tests; the arguments go to pytest
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '\n== %s\n' "$*"; }

start_postgresql() {
    say "starting PostgreSQL for the tests"
    scripts/postgresql-for-tests.sh start
    trap 'scripts/postgresql-for-tests.sh stop' EXIT
    HAVEN_TEST_POSTGRESQL_URL=$(scripts/postgresql-for-tests.sh url)
    export HAVEN_TEST_POSTGRESQL_URL
}

# The unit tests; what failed among thousands of lines is said once more at the end.
unit() {
    local log status=0
    log=$(mktemp)
    swift test -c release --skip-build --disable-testable-imports --parallel | tee "$log" || status=$?
    if [ "$status" -ne 0 ]; then
        say "what failed"
        grep -E '^(✘|↳)' "$log" | cut -c1-400 | tail -n 60 || true
    fi
    rm -f "$log"
    return "$status"
}

interop() { .venv/bin/python -m pytest -c Interop/pytest.ini "$@" Interop; }

mode=${1:-quick}
shift || true
case $mode in
quick)
    say "building Haven and its tests"
    swift build -c release --build-tests
    scripts/place-portal.sh .build/release
    start_postgresql
    say "unit tests"
    unit
    say "interoperability tests, the quick part"
    interop -m 'not slow' "$@"
    ;;
interop)
    say "building Haven"
    swift build -c release --product haven
    swift build -c release --product JobWorker
    scripts/place-portal.sh .build/release
    start_postgresql
    say "interoperability tests"
    interop "$@"
    ;;
*)
    echo "usage: scripts/test.sh quick|interop [pytest arguments]" >&2
    exit 2
    ;;
esac
