#!/usr/bin/env bash
# Measures Haven beside docker-registry and nginx on loopback and prints the table of the README.
#
#   Benchmarks/run.sh                    everything, about five minutes
#   Benchmarks/run.sh --only pull,start  some of it: pull, manifest, push, images, start (memory is always measured)
#
# Environment: HAVEN_BINARY (default .build/release/haven); BENCH_DIR, a directory on a disk with 6 GiB free
# (default /var/tmp). The table is written to Benchmarks/results/latest.md as well.
set -euo pipefail
cd "$(dirname "$0")"

missing=()
for program in docker-registry nginx wrk curl python3; do
    PATH=$PATH:/usr/sbin command -v "$program" >/dev/null || missing+=("$program")
done
if [ ${#missing[@]} != 0 ]; then
    echo "bench: missing ${missing[*]}: run scripts/setup.sh test" >&2
    exit 1
fi
PATH=$PATH:/usr/sbin exec python3 -B benchmark.py "$@"
