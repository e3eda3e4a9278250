"""The audit log as a file: what a filter selects, as CSV and as JSON lines."""

import csv
import io
import json
import re
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from harness.accounts import password_of, populate
from harness.management import Management
from harness.registry import error_codes
from harness.server import Haven

pytestmark = pytest.mark.haven_only
ENTRIES = 30_000
EXPORT = "/auditlog-exts/export"


@pytest.fixture(scope="module")
def world(binary, tmp_path_factory):
    """A server whose log was filled while it was stopped: every tenth entry is of the private project."""
    with Haven(tmp_path_factory.mktemp("export")) as server:
        yield filled(populate(server, "projectAdmin", "guest"))


def filled(world):
    """Fills the log of a world's server."""
    world.server.stop()
    with closing(sqlite3.connect(world.server.data / "haven.sqlite")) as database, database:
        (project,) = database.execute("SELECT id FROM project WHERE name = ?", [world.private]).fetchone()
        database.execute("DELETE FROM audit_log")
        database.execute("DELETE FROM audit_count")
        database.execute(
            """
            WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?)
            INSERT INTO audit_log
                (op_time, username, operation, resource_type, resource, description, is_success, project_id)
            SELECT 1700000000000000 + n * 1000000, 'user' || (n % 7), 'create', 'artifact', 'filled/image:' || n,
                '=cmd|"/c calc"!A' || n, n % 2, CASE n % 10 WHEN 0 THEN ? ELSE 0 END
            FROM number
            """,
            [ENTRIES, project],
        )
    world.server.start()
    return world


def memory(server, name: str) -> float:
    """Gives the server's VmRSS or VmHWM in MiB."""
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(re.search(rf"{name}:\s+(\d+)", status).group(1)) / 1024


def test_everything_comes_in_bounded_memory(world):
    """Each entry once, the newest first, in both forms, and in no form as a formula."""
    admin = Management(world.server.url, ("admin", password_of("admin")))
    query = {"q": "resource=~filled/"}
    admin.get(EXPORT, params={"q": "resource=~filled/image:1"})
    before = memory(world.server, "VmRSS")
    answer = admin.expect("GET", EXPORT, params={**query, "format": "csv"})
    assert answer.headers["Content-Type"].startswith("text/csv")
    name = re.fullmatch(r'attachment; filename="(audit-log-\d{8}T\d{6}Z\.csv)"', answer.headers["Content-Disposition"])
    assert name, answer.headers
    assert answer.text.count("\r\n") == ENTRIES + 1 and answer.text.endswith("\r\n")
    rows = list(csv.DictReader(io.StringIO(answer.text, newline="")))
    assert [row["resource"] for row in rows] == [f"filled/image:{n}" for n in range(ENTRIES, 0, -1)]
    assert rows[0]["operation_description"] == f"'=cmd|\"/c calc\"!A{ENTRIES}"
    assert (rows[0]["operation_result"], rows[1]["operation_result"]) == ("false", "true")
    answer = admin.expect("GET", EXPORT, params={**query, "format": "ndjson"})
    assert answer.headers["Content-Type"].startswith("application/x-ndjson")
    objects = [json.loads(line) for line in answer.text.splitlines()]
    assert [entry["resource"] for entry in objects] == [row["resource"] for row in rows]
    listed = admin.get("/auditlog-exts", params={**query, "page_size": 1}).json()
    assert listed == objects[:1], "the members of the list"
    assert memory(world.server, "VmHWM") - before < 48, "12 MB were sent"


def test_a_project_exports_its_own(world):
    """By those who may list its log; its export has nothing of others, and filters count."""
    path = f"/projects/{world.private}{EXPORT}"
    administrator = Management(world.server.url, world.credentials("projectAdmin"))
    answer = administrator.expect("GET", path, params={"format": "ndjson", "q": "resource=~filled/"})
    assert f"audit-log-{world.private}-" in answer.headers["Content-Disposition"]
    assert len(answer.text.splitlines()) == ENTRIES // 10
    everywhere = administrator.expect("GET", EXPORT, params={"format": "ndjson", "q": "resource=~filled/"})
    assert everywhere.text == answer.text, "they see this project alone"
    some = administrator.expect("GET", path, params={"format": "ndjson", "q": "username=user3,operation=create"})
    assert {json.loads(line)["username"] for line in some.text.splitlines()} == {"user3"}
    guest = Management(world.server.url, world.credentials("guest"))
    assert guest.get(path).status_code == 403
    assert guest.get(EXPORT).text.count("\r\n") == 1, "the line of names"
    for nobody in (path, EXPORT):
        assert Management(world.server.url).get(nobody).status_code == 401


@pytest.mark.parametrize(
    ("parameters", "code"),
    [({"format": "xlsx"}, 422), ({"q": "surprise=1"}, 400), ({"q": "op_time=yesterday"}, 400), ({"q": "username"}, 400)],
)
def test_what_makes_no_sense_is_refused(sqlite_world, parameters, code):
    """Before anything is sent."""
    admin = Management(sqlite_world.server.url, ("admin", password_of("admin")))
    answer = admin.get(EXPORT, params=parameters)
    assert answer.status_code == code and len(error_codes(answer)) == 1, answer.text
    assert "Content-Disposition" not in answer.headers


def test_a_client_that_goes_away_leaves_nothing_behind(world):
    """The export ends with its connection."""
    admin = Management(world.server.url, ("admin", password_of("admin")))
    for _ in range(5):
        with closing(admin.get(EXPORT, stream=True)) as answer:
            next(answer.iter_content(1000))
    log = world.server.log_path.read_text
    deadline = time.monotonic() + 120
    while log().count('"complete":"false"') < 5 and time.monotonic() < deadline:
        time.sleep(0.1)
    assert log().count('"complete":"false"') == 5, "each was logged as ended"
    assert admin.get("/auditlog-exts").status_code == 200
