"""schemathesis sends what the description allows, and what it doesn't, and compares the answers with it."""

import json
import os
import random
import sys
from pathlib import Path

import pytest
from harness.accounts import populate
from harness.commands import run
from harness.description import SOURCE
from harness.management import Management
from harness.server import ADMIN_PASSWORD, Haven

pytestmark = pytest.mark.haven_only

CHECKS = [
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
]
CONFIGURATION = """
[checks.not_a_server_error]
expected-statuses = ["2xx", "3xx", "4xx", 501]
"""


@pytest.fixture(scope="module")
def fuzzed(binary, tmp_path_factory) -> Haven:
    """A server with people and projects, whose administrators and users are not the first ones."""
    with Haven(tmp_path_factory.mktemp("fuzzed")) as server:
        world = populate(server)
        world.registry("maintainer").push_image(f"{world.private}/app", "v1", [b"layer"])
        admin = Management(server.url, ("admin", ADMIN_PASSWORD))
        for number in range(40):
            server.cli.create_user(f"filler{number}", "Str0ngEnough")
        for name in ("fuzzing-admin", "fuzzing-user"):
            body = {"username": name, "password": "Str0ngEnough", "email": f"{name}@example.com", "realname": name}
            number = admin.made("/users", body)
            if name.endswith("admin"):
                admin.expect("PUT", f"/users/{number}/sysadmin", json={"sysadmin_flag": True})
        yield server


def fuzz(server: Haven, user: str, seconds: int, directory: Path) -> None:
    """Runs schemathesis as a user for some seconds; the seed of the run is in its output."""
    seed = int(os.environ.get("HAVEN_INTEROP_SEED") or random.randrange(2**31))
    print(f"HAVEN_INTEROP_SEED={seed}")
    (directory / "schemathesis.toml").write_text(CONFIGURATION)
    schemathesis = Path(sys.executable).with_name("schemathesis")
    result = run(
        *("env", "-C", directory, schemathesis),
        *("--config-file", directory / "schemathesis.toml"),
        *("run", SOURCE, "--url", f"{server.url}/api/v2.0", "--auth", f"{user}:Str0ngEnough"),
        *("--checks", ",".join(CHECKS), "--phases", "examples,coverage,fuzzing", "--seed", seed),
        *("--max-time", seconds, "--continue-on-failure", "--no-shrink", "--warnings", "off"),
        *("--generation-database", "none", "--request-timeout", 10, "--exclude-path-regex", "^/(c|api)/"),
        environment={"SCHEMATHESIS_HOOKS": "harness.fuzzing", "PYTHONPATH": str(Path(__file__).parent)},
        expect=None,
        timeout=seconds * 3 + 120,
    )
    caller = Management(server.url, (user, "Str0ngEnough"))
    assert caller.get("/users/current").status_code == 200, "the run has locked itself out"
    assert result.returncode == 0, f"seed {seed}\n{result.stdout[-12000:]}\n{result.stderr[-2000:]}"


@pytest.mark.parametrize("user", ["fuzzing-admin", "fuzzing-user"])
def test_answers_are_as_described(fuzzed, user, tmp_path):
    fuzz(fuzzed, user, 45, tmp_path)


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("user", ["fuzzing-admin", "fuzzing-user"])
def test_answers_are_as_described_for_long(fuzzed, user, tmp_path):
    fuzz(fuzzed, user, 600, tmp_path)


def test_nothing_failed_inside(fuzzed):
    """Whatever was sent above, the server's log has no failed request and no crash."""
    lines = [json.loads(line) for line in fuzzed.log().splitlines() if line.startswith("{")]
    failed = [line for line in lines if line["level"] in ("error", "critical") and line.get("status") != "501"]
    assert not failed, "\n".join(str(line)[:300] for line in failed[:20])
