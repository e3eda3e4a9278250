#!/usr/bin/env bash
# Measures the audit log with ten million records, on SQLite and on PostgreSQL, and prints a table.
#
#   Benchmarks/run-audit.sh                    everything, about twenty minutes
#   Benchmarks/run-audit.sh --only PostgreSQL  one database
#   Benchmarks/run-audit.sh --records 1000000  a smaller log
#
# Environment: HAVEN_BINARY (default .build/release/haven); BENCH_DIR, a directory on a disk with 12 GiB free
# (default /var/tmp). The table is written to Benchmarks/results/audit.md as well.
set -euo pipefail
cd "$(dirname "$0")"

command -v python3 >/dev/null || { echo "bench: missing python3: run scripts/setup.sh test" >&2; exit 1; }
exec python3 -B audit_benchmark.py "$@"
