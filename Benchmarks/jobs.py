"""Lets processes fight for 10,000 jobs while they are killed, and measures how many jobs end in a second."""

import argparse
import os
import secrets
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "Interop"))

from harness import postgresql  # noqa: E402
from harness.commands import run  # noqa: E402
from harness.job_workers import WORKER, JobWorkers  # noqa: E402


def fight(tasks: int, processes: int, seed: int, directory: Path) -> bool:
    """Prints what came of a fight with the times that a registry waits; false if anything went wrong."""
    url = postgresql.create_database()
    workers = JobWorkers(url, directory, processes=processes, seed=seed, hasty=False, longest=100)
    workers.fill(tasks)
    report = workers.fight(tasks, kills=tasks // 250, pause=(0.2, 3), limit=1800)
    print(f"{processes} processes, seed {seed}: {report}")
    for what, found in report.faults.items():
        print(f"  FAULT: {what}: {found}")
    postgresql.drop_database(url)
    return not report.faults


def measure(tasks: int, directory: Path) -> None:
    """Prints how many tasks that do nothing end in a second, on each database."""
    url = postgresql.create_database()
    for name, place in (("SQLite", str(directory / "jobs.sqlite")), ("PostgreSQL", url)):
        run(WORKER, "fill", place, str(tasks))
        print(f"{name}: {run(WORKER, 'measure', place, str(tasks)).stdout.strip()}")
    postgresql.drop_database(url)


def main() -> int:
    """Runs both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tasks", type=int, default=10_000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seed", type=int, default=int(os.environ.get("HAVEN_TEST_SEED", secrets.randbelow(1_000_000))))
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        measure(chosen.tasks, Path(directory))
        return 0 if fight(chosen.tasks, chosen.processes, chosen.seed, Path(directory)) else 1


if __name__ == "__main__":
    sys.exit(main())
