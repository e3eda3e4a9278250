"""What was acknowledged stays whole, and usage stays exact, while the very same blobs are collected."""

import os
import random

import pytest
from harness import postgresql
from harness.collection_race import Race, begin, ended
from harness.server import Haven

pytestmark = pytest.mark.haven_only


@pytest.fixture(params=["sqlite", "postgresql"])
def server(request, binary, tmp_path):
    """A server of the test's own, on each database in turn."""
    url = None
    if request.param == "postgresql":
        if not postgresql.SERVER_URL:
            pytest.skip("HAVEN_TEST_POSTGRESQL_URL is not set")
        url = postgresql.create_database()
    server = Haven(tmp_path / "server", database_url=url)
    yield server.start()
    server.stop()
    if url:
        postgresql.drop_database(url)


def seed() -> int:
    """Chooses a seed, which the race prints; INTEROP_SEED repeats one."""
    return int(os.environ.get("INTEROP_SEED") or random.SystemRandom().randrange(1 << 32))


def assert_usage_is_exact(race: Race) -> None:
    """Recounts what the projects hold: nothing differs."""
    number = begin(race.api, "/system/quotas/recalculation", dry_run=True)
    result = ended(race.api, "/system/quotas/recalculation", number)
    assert result["counted_projects"] >= 2 and result["corrected_projects"] == 0, result


def assert_all_can_go(race: Race) -> None:
    """What nobody was promised goes, and what was promised stays."""
    count = race.check()
    race.server.configure(undelete_window_hours=0)
    number = begin(race.api, "/system/gc", grace_seconds=0)
    assert ended(race.api, "/system/gc", number)["failures"] == 0
    assert race.check() == count


def test_pushes_beside_collections(server):
    """Ten seconds of everything at once."""
    race = Race(server, seed())
    race.run(10, patience=120)
    assert race.collections["runs"] >= 1 and race.collections["blobs"] >= 1
    assert_all_can_go(race)
    assert_usage_is_exact(race)


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("pauses", [(0.3, 2), (8, 30)], ids=["often", "seldom"])
def test_pushes_beside_collections_that_are_killed(server, pauses):
    """Minutes of everything at once, while the server is killed again and again."""
    race = Race(server, seed())
    race.run(float(os.environ.get("INTEROP_SECONDS", 150)), kills=pauses)
    assert_all_can_go(race)
    assert_usage_is_exact(race)


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_usage_is_exact_after_many_changes(server):
    """10,000 random changes and the collections beside them leave no drift."""
    race = Race(server, seed(), clients=6, steps=int(os.environ.get("INTEROP_CHANGES", 10_000)))
    race.run(1500)
    assert race.taken >= race.steps
    assert_usage_is_exact(race)
    assert_all_can_go(race)
