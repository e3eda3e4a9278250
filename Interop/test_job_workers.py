"""Several processes that fight for the same jobs and are killed: each job is done, none twice at a time."""

import os
import secrets

import pytest
from harness import postgresql
from harness.job_workers import WORKER, JobWorkers

pytestmark = pytest.mark.haven_only


@pytest.fixture
def database():
    """An empty database on PostgreSQL."""
    if not postgresql.SERVER_URL:
        pytest.skip("HAVEN_TEST_POSTGRESQL_URL is not set: `make test` and `make interop` start PostgreSQL themselves")
    url = postgresql.create_database()
    yield url
    postgresql.drop_database(url)


def fight(database, directory, tasks, *, processes, hasty, longest, **how):
    """Lets processes fight for tasks, and fails with the seed if anything was lost or done twice at a time."""
    assert WORKER.exists(), f"{WORKER} is missing: swift build -c release --product JobWorker"
    seed = int(os.environ.get("HAVEN_TEST_SEED", secrets.randbelow(1_000_000)))
    workers = JobWorkers(database, directory, processes=processes, seed=seed, hasty=hasty, longest=longest)
    workers.fill(tasks)
    report = workers.fight(tasks, **how)
    print(f"seed {seed}: {report}")
    assert not report.faults, f"HAVEN_TEST_SEED={seed}: {report.faults}"
    return report


def test_processes_that_are_killed_lose_nothing(database, tmp_path):
    """Two processes and 600 tasks; the takeover is hurried, so that it comes within seconds."""
    report = fight(
        database, tmp_path, 600, processes=2, hasty=True, longest=60, kills=5, pause=(0.1, 0.6), limit=600
    )
    assert report.kills > 0 and report.attempts >= 600


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_ten_thousand_tasks(database, tmp_path):
    """Three processes and 10,000 tasks, with the times that a registry waits."""
    fight(database, tmp_path, 10_000, processes=3, hasty=False, longest=100, kills=40, pause=(0.2, 3), limit=3000)
