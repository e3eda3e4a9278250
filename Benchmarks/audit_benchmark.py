"""Fills an audit log with millions of records and measures pages, exports, the purge, and what pushes cost beside it."""

import argparse
import http.client
import json
import os
import shutil
import statistics
import sys
import tempfile
import threading
import time
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import content
from api_benchmark import BenchHaven, postgresql, say
from api_dataset import call
from api_tables import PostgreSQLTables, SQLiteTables
from servers import PASSWORD

RESULTS = Path(__file__).resolve().parent / "results/audit.md"
CREDENTIALS = "Basic " + b64encode(f"admin:{PASSWORD}".encode()).decode()
PROJECTS = 100
REPETITIONS = 9
PAGE = "/auditlog-exts?page_size=15"
AIM = 50
PURGED = 1_000_000

# A few users do most; a hundredth is deletions, and a hundredth is of the project that is asked for.
COLUMNS = "op_time, username, operation, resource_type, resource, description, is_success, project_id"
VALUES = """
    {now} - ({count} - n) * CAST(3000000 AS BIGINT),
    CASE WHEN n % 10 < 6 THEN 'robot$ci-' || (n % 7) ELSE 'user-' || (n % 1009) END,
    CASE WHEN n % 100 = 0 THEN 'delete' WHEN n % 10 < 2 THEN 'create' ELSE 'pull' END,
    'artifact',
    'bench-' || (n % {projects}) || '/team-' || (n % 31) || '/image-' || (n % 997) || ':v' || (n % 89),
    'pull artifact: bench-' || (n % {projects}) || '/team-' || (n % 31) || '/image-' || (n % 997) || ':v' || (n % 89),
    n % 50 <> 0, 1 + n % {projects}"""

CASES = [
    ("first page", PAGE),
    ("page 1,000", PAGE + "&page=1000"),
    ("page 100,000", PAGE + "&page=100000"),
    ("by user, many records", PAGE + "&q=username%3Drobot%24ci-3"),
    ("by user, few records", PAGE + "&q=username%3Duser-7"),
    ("by user, none", PAGE + "&q=username%3Dnobody"),
    ("by operation, rare", PAGE + "&q=operation%3Ddelete"),
    ("by operation, common", PAGE + "&q=operation%3Dpull"),
    ("by user and operation", PAGE + "&q=username%3Drobot%24ci-3%2Coperation%3Ddelete"),
    ("by user and operation, none", PAGE + "&q=username%3Drobot%24ci-3%2Cresource_type%3Dlabel"),
    ("by resource", PAGE + "&q=resource%3Dbench-7%2Fteam-3%2Fimage-7%3Av7"),
    ("by time, a day in the middle", PAGE + "&q=op_time%3D%5B{from}~{to}%5D"),
    ("by part of a name, frequent", PAGE + "&q=resource%3D~image-42"),
    ("by part of a name, rare", PAGE + "&q=resource%3D~image-423%3Av42"),
    ("by part of a name, none", PAGE + "&q=resource%3D~no-such-thing"),
    ("by result", PAGE + "&q=operation_result%3Dfalse"),
    ("a project", "/projects/{project}/auditlog-exts?page_size=15"),
    ("a project, part of a name", "/projects/{project}/auditlog-exts?page_size=15&q=resource%3D~image-42"),
]


class Database:
    """The tables of a stopped server, filled by the database itself."""

    def __init__(self, kind: str, server: BenchHaven, url: str):
        self.kind, self.server, self.url = kind, server, url

    def run(self, *statements: str) -> list:
        """Runs statements in turn and gives the rows of the last."""
        if self.kind == "PostgreSQL":
            tables = PostgreSQLTables(self.url)
            for statement in statements[:-1]:
                tables.run(statement)
            return [line.split("|") for line in tables.run(statements[-1]).splitlines()]
        tables = SQLiteTables(self.server.data / "haven.sqlite")
        rows: list = []
        for statement in statements:
            rows = [tuple(row) for row in tables.connection.execute(statement)]
        tables.finish()
        return rows

    def fill(self, count: int) -> None:
        """Adds records; their indices are made anew, as that is faster than keeping them."""
        if self.kind == "PostgreSQL":
            indexes = self.run(
                "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'audit_log'"
                " AND indexname <> 'audit_log_pkey'"
            )
            source = f"FROM generate_series(1, {count}) AS n"
        else:
            indexes = self.run("SELECT name, sql FROM sqlite_master WHERE tbl_name = 'audit_log' AND sql LIKE '% INDEX %'")
            numbers = f"(WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {count}) SELECT n FROM s)"
            source = f"FROM {numbers}"
        values = VALUES.format(now=int(time.time() * 1e6), count=count, projects=PROJECTS)
        # Nothing has to survive a crash while it is filled.
        fast = ["PRAGMA journal_mode = OFF", "PRAGMA threads = 2"] if self.kind == "SQLite" else []
        slow = ["PRAGMA journal_mode = WAL"] if self.kind == "SQLite" else ["VACUUM ANALYZE audit_log"]
        self.run(
            *fast,
            *[f"DROP INDEX {name}" for name, _ in indexes],
            f"INSERT INTO audit_log ({COLUMNS}) SELECT {values} {source}",
            *[text for _, text in indexes],
            "DELETE FROM audit_count",
            "INSERT INTO audit_count (project_id, entries) SELECT project_id, count(*) FROM audit_log GROUP BY project_id",
            *slow,
            "SELECT 1 AS one",
        )

    def size(self) -> str:
        """Tells how many GB the log takes, with its indices."""
        if self.kind == "PostgreSQL":
            ((size,),) = self.run("SELECT pg_total_relation_size('audit_log')")
        else:
            size = (self.server.data / "haven.sqlite").stat().st_size
        return f"{int(size) / 1e9:.1f} GB"


class Client:
    """A client that keeps its connection."""

    def __init__(self, server: BenchHaven):
        self.connection = http.client.HTTPConnection(*server.address, timeout=600)

    def get(self, path: str) -> tuple[float, bytes]:
        """Gives the milliseconds of a request of the management API, and its answer."""
        begin = time.perf_counter()
        self.connection.request("GET", "/api/v2.0" + path, headers={"Authorization": CREDENTIALS})
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status} {body[:300]!r}")
        return (time.perf_counter() - begin) * 1000, body


def push(server: BenchHaven, headers: dict[str, str], number: int) -> float:
    """Pushes a manifest that nobody has seen, and gives its milliseconds."""
    config = json.dumps({"architecture": "amd64", "os": "linux"}).encode()
    manifest = content.manifest_of(config, [b"layer"]).replace(b"{", b'{"annotations":{"n":"%d"},' % number, 1)
    begin = time.perf_counter()
    status, _, body = server.request(
        "PUT",
        f"/v2/{content.REPOSITORY}/manifests/v{number}",
        manifest,
        Content_Type=content.MANIFEST_TYPE,
        **headers,
    )
    if status != 201:
        raise RuntimeError(f"{status} {body!r}")
    return (time.perf_counter() - begin) * 1000


def pushes(server: BenchHaven, base: int, is_over: Callable[[int], bool]) -> list[float]:
    """Pushes one manifest after the other, and gives the milliseconds of each."""
    headers = server.headers(content.REPOSITORY)
    times: list[float] = []
    while not is_over(len(times)):
        times.append(push(server, headers, base + len(times)))
    return times


def told(times: list[float]) -> str:
    """Writes median and highest of some times."""
    return f"{statistics.median(times):.1f} / {max(times):.1f}"


def measure_pages(server: BenchHaven, project: str) -> dict[str, float]:
    """Gives the median of milliseconds of each page, after one that doesn't count."""
    middle = time.time() - 86400 * 100
    moments = [quote(time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(middle + day * 86400))) for day in (0, 1)]
    client, results = Client(server), {}
    for title, path in CASES:
        path = path.replace("{from}", moments[0]).replace("{to}", moments[1]).replace("{project}", project)
        client.get(path)
        times = [client.get(path)[0] for _ in range(REPETITIONS)]
        results[title] = statistics.median(times)
        say(f"{title}: {told(times)} ms")
    return results


def measure_export(server: BenchHaven) -> str:
    """Exports all of it and gives records a second and the memory it took."""
    before, begin, size = server.memory("VmRSS"), time.perf_counter(), 0
    connection = Client(server).connection
    connection.request("GET", "/api/v2.0/auditlog-exts/export?format=ndjson", headers={"Authorization": CREDENTIALS})
    answer, lines = connection.getresponse(), 0
    while part := answer.read(1 << 20):
        lines += part.count(b"\n")
        size += len(part)
    seconds = time.perf_counter() - begin
    grown = server.memory("VmHWM") - before
    return f"{lines:,} records in {seconds:.0f} s ({lines / seconds:,.0f}/s, {size / 1e9:.2f} GB), +{grown:.0f} MiB"


def measure_purge(server: BenchHaven, records: int) -> tuple[str, list[float]]:
    """Purges the oldest million while images are pushed; gives the purge's figures and the pushes' times."""
    hours = (records - PURGED) * 3 // 3600
    parameters = {"audit_retention_hour": hours, "include_event_types": "", "dry_run": False}
    begin, done = time.perf_counter(), threading.Event()
    fields, _ = call(
        server, "POST", "/system/purgeaudit/schedule", {"parameters": parameters, "schedule": {"type": "Manual"}}
    )
    number = int(fields["location"].rpartition("/")[2])
    outcome: list[str] = []

    def watch() -> None:
        client = Client(server)
        while True:
            job = json.loads(client.get(f"/system/purgeaudit/{number}")[1])
            if job["job_status"] in ("Success", "Error", "Stopped"):
                outcome.append(f"{job['job_status']} {json.loads(job['job_parameters']).get('purged_record', '?')}")
                break
            time.sleep(0.5)
        done.set()

    threading.Thread(target=watch).start()
    times = pushes(server, 2_000_000, lambda _: done.is_set())
    return f"{outcome[0]} in {time.perf_counter() - begin:.0f} s", times


def bench(kind: str, directory: Path, url: str, records: int) -> dict[str, str]:
    """Fills one database and gives its column of the table."""
    server = BenchHaven(directory, url)
    database = Database(kind, server, url)
    figures: dict[str, str] = {}
    server.start()
    try:
        for blob in (json.dumps({"architecture": "amd64", "os": "linux"}).encode(), b"layer"):
            content.push_blob(server, blob)
        pushes(server, 0, lambda count: count == 100)
        figures["push of a manifest, no records: ms, median / highest"] = told(
            pushes(server, 1000, lambda count: count == 1000)
        )
        time.sleep(3)
        server.stop()
        begin = time.monotonic()
        database.fill(records)
        say(f"{kind}: filled in {time.monotonic() - begin:.0f} s")
        figures["size on disk"] = database.size()
        server.start()
        for title, milliseconds in measure_pages(server, "library").items():
            text = f"{milliseconds:.1f}"
            figures[f"{title}: ms"] = text if milliseconds <= AIM else f"**{text}**"
        pushes(server, 3_000_000, lambda count: count == 100)
        figures["push of a manifest, all records: ms, median / highest"] = told(
            pushes(server, 4_000_000, lambda count: count == 1000)
        )
        figures["export of everything"] = measure_export(server)
        figures["purge of the oldest million"], times = measure_purge(server, records)
        figures["push of a manifest during the purge: ms, median / highest"] = told(times)
        figures["memory at most"] = f"{server.memory('VmHWM'):.0f} MiB"
    finally:
        server.stop()
    return figures


def main() -> int:
    """Fills, measures and tells."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=10_000_000)
    parser.add_argument("--only", choices=["SQLite", "PostgreSQL"])
    arguments = parser.parse_args()
    directory = Path(tempfile.mkdtemp(prefix="haven-bench-audit-", dir=os.environ.get("BENCH_DIR", "/var/tmp")))
    results: dict[str, dict[str, str]] = {}
    try:
        for kind in [arguments.only] if arguments.only else ["SQLite", "PostgreSQL"]:
            url = postgresql() if kind == "PostgreSQL" else ""
            results[kind] = bench(kind, directory / kind, url, arguments.records)
            if url:
                PostgreSQLTables(url.replace("/haven_bench", "/postgres")).run("DROP DATABASE haven_bench WITH (FORCE)")
    finally:
        shutil.rmtree(directory)
    lines = [["", *results], ["---"] + ["---:"] * len(results)]
    titles = list(dict.fromkeys(title for figures in results.values() for title in figures))
    lines += [[title, *[figures.get(title, "–") for figures in results.values()]] for title in titles]
    table = "\n".join("| " + " | ".join(line) + " |" for line in lines)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(f"{arguments.records:,} records\n\n{table}\n")
    print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
