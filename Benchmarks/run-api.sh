#!/usr/bin/env bash
# Measures the management API over a large registry, on SQLite and on PostgreSQL, and prints a table.
#
#   Benchmarks/run-api.sh                        everything, about ten minutes
#   Benchmarks/run-api.sh --only SQLite          one database
#   Benchmarks/run-api.sh --audit-records 10000  a smaller audit log
#
# Environment: HAVEN_BINARY (default .build/release/haven); BENCH_DIR, a directory on a disk with 4 GiB free
# (default /var/tmp). The table is written to Benchmarks/results/api.md as well.
set -euo pipefail
cd "$(dirname "$0")"

for program in wrk python3; do
    command -v "$program" >/dev/null || { echo "bench: missing $program: run scripts/setup.sh test" >&2; exit 1; }
done
exec python3 -B api_benchmark.py "$@"
