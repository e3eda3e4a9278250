#!/usr/bin/env bash
# Measures how many jobs end in a second, and lets processes that are killed fight for 10,000 of them.
#
#   Benchmarks/run-jobs.sh                     both, about three minutes
#   Benchmarks/run-jobs.sh --processes 3       with a third process
#   Benchmarks/run-jobs.sh --seed 4711         with the random moments of an earlier run
#
# Environment: HAVEN_JOB_WORKER (default .build/release/JobWorker), HAVEN_TEST_POSTGRESQL_URL (default: a server of its own).
set -euo pipefail
cd "$(dirname "$0")/.."

if [ -z "${HAVEN_TEST_POSTGRESQL_URL:-}" ]; then
    scripts/postgresql-for-tests.sh start >/dev/null
    trap 'scripts/postgresql-for-tests.sh stop' EXIT
    HAVEN_TEST_POSTGRESQL_URL=$(scripts/postgresql-for-tests.sh url)
    export HAVEN_TEST_POSTGRESQL_URL
fi
.venv/bin/python -B Benchmarks/jobs.py "$@"
