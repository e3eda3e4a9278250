#!/usr/bin/env bash
# Measures garbage collection over a million blobs, on SQLite and on PostgreSQL, and prints a table.
#
#   Benchmarks/run-gc.sh                    everything, about fifteen minutes
#   Benchmarks/run-gc.sh --only SQLite      one database
#   Benchmarks/run-gc.sh --blobs 100000     fewer blobs
#
# Environment: HAVEN_BINARY (default .build/release/haven); BENCH_DIR, a directory on a disk with 4 GiB free
# (default /var/tmp). The table is written to Benchmarks/results/gc.md as well.
set -euo pipefail
cd "$(dirname "$0")"
exec python3 -B gc_benchmark.py "$@"
