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


# Each wrong old password slows down the account that all the rest is sent by; it has tests of its own.
EXCLUDED = "^/(c|api)/|/password$"


def fuzz(server: Haven, user: str, directory: Path, extent: list, seed: int | None = None) -> None:
    """Runs schemathesis as a user, as far as `extent` says; the seed of the run is in its output."""
    seed = int(os.environ.get("HAVEN_INTEROP_SEED") or (random.randrange(2**31) if seed is None else seed))
    print(f"HAVEN_INTEROP_SEED={seed}")
    (directory / "schemathesis.toml").write_text(CONFIGURATION)
    schemathesis = Path(sys.executable).with_name("schemathesis")
    result = run(
        *("env", "-C", directory, schemathesis),
        *("--config-file", directory / "schemathesis.toml"),
        *("run", SOURCE, "--url", f"{server.url}/api/v2.0", "--auth", f"{user}:Str0ngEnough"),
        *("--checks", ",".join(CHECKS), "--phases", "examples,coverage,fuzzing", "--seed", seed),
        *("--continue-on-failure", "--no-shrink", "--warnings", "off", *extent),
        *("--generation-database", "none", "--request-timeout", 60, "--exclude-path-regex", EXCLUDED),
        environment={"SCHEMATHESIS_HOOKS": "harness.fuzzing", "PYTHONPATH": str(Path(__file__).parent)},
        expect=None,
        timeout=1800,
    )
    caller = Management(server.url, (user, "Str0ngEnough"))
    assert caller.get("/users/current").status_code == 200, "the run has locked itself out"
    assert result.returncode == 0, f"seed {seed}\n{result.stdout[-12000:]}\n{result.stderr[-2000:]}"


@pytest.mark.parametrize("user", ["fuzzing-admin", "fuzzing-user"])
def test_answers_are_as_described(fuzzed, user, tmp_path):
    """The same requests in each run; what chance finds is for the long one."""
    fuzz(fuzzed, user, tmp_path, ["--max-examples", 3], seed=1)


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("user", ["fuzzing-admin", "fuzzing-user"])
def test_answers_are_as_described_for_long(fuzzed, user, tmp_path):
    fuzz(fuzzed, user, tmp_path, ["--max-time", 600])


def test_nothing_failed_inside(fuzzed):
    """Whatever was sent above, the server's log has no failed request and no crash."""
    lines = [json.loads(line) for line in fuzzed.log().splitlines() if line.startswith("{")]
    failed = [line for line in lines if line["level"] in ("error", "critical") and line.get("status") != "501"]
    assert not failed, "\n".join(str(line)[:300] for line in failed[:20])
