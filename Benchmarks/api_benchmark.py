"""Fills a registry on SQLite and one on PostgreSQL, measures the management API, and prints and saves the table."""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import api_dataset
import api_load
from api_dataset import Multiplier, Size
from api_tables import PostgreSQLTables, SQLiteTables
from servers import HAVEN, ROOT, Haven

RESULTS = Path(__file__).resolve().parent / "results/api.md"
CLIENTS = 50
REPOSITORY = "/projects/{project}/repositories/{repository}"
OPTIONS = (
    "with_tag=true&with_label=true&with_scan_overview=true&with_sbom_overview=true"
    "&with_immutable_status=true&with_accessory=true"
)


@dataclass(frozen=True)
class Case:
    """An operation, the path it is asked by, and the aims."""

    title: str
    path: str
    least_speed: float | None = None
    most_p95: float | None = None
    most_alone: float | None = None
    harbor: str = "–"


CASES = [
    Case("get project", "/projects/{project}", least_speed=3000),
    Case("get repository", REPOSITORY, least_speed=3000),
    Case("get artifact by tag", REPOSITORY + "/artifacts/{tag}", least_speed=3000),
    Case(
        "list artifacts with all options",
        f"{REPOSITORY}/artifacts?{OPTIONS}",
        least_speed=500,
        most_p95=150,
        harbor="over 3 minutes, 8 of 16 database cores (issue 18598)",
    ),
    Case(
        "first page of 5,000 tags",
        "/projects/seed/repositories/image/artifacts/v0-0/tags?page_size=10&with_immutable_status=true",
        most_alone=30,
        harbor="26 to 27 s for an artifact with 5,000 tags (issue 13099)",
    ),
    Case("list tags' artifacts with 5,000 tags", f"/projects/seed/repositories/image/artifacts?{OPTIONS}"),
    Case("list projects", "/projects?page_size=10"),
    Case("list repositories", "/projects/{project}/repositories?page_size=10"),
    Case("search", "/search?q={repository}", most_alone=50),
    Case("list audit logs, all", "/audit-logs?page_size=10", most_alone=50),
    Case("list audit logs of a project", "/projects/{project}/logs?page_size=10", most_alone=50),
    Case("list audit logs by user", "/audit-logs?page_size=10&q=username%3Duser-7", most_alone=50),
    Case("list audit logs by part of a name", "/audit-logs?page_size=10&q=resource%3D~repository-42", most_alone=50),
]


class BenchHaven(Haven):
    """Haven on a database of its own."""

    def __init__(self, directory: Path, url: str):
        super().__init__(directory)
        self.environment = {**Haven.environment, "HAVEN_DATABASE_URL": url, "HAVEN_LOG_LEVEL": "warning"}


def say(text: str) -> None:
    """Tells what is going on, beside the table."""
    print(f"bench: {text}", file=sys.stderr, flush=True)


def postgresql() -> str:
    """Starts a PostgreSQL server and makes an empty database; returns its URL."""
    script = str(ROOT / "scripts/postgresql-for-tests.sh")
    url = subprocess.run([script, "start"], capture_output=True, text=True, check=True).stdout.split()[-1]
    tables = PostgreSQLTables(url)
    tables.run("DROP DATABASE IF EXISTS haven_bench")
    tables.run("CREATE DATABASE haven_bench")
    base, _, query = url.partition("?")
    return base.rsplit("/", 1)[0] + "/haven_bench" + (f"?{query}" if query else "")


def fill(server: BenchHaven, kind: str, url: str, size: Size) -> None:
    """Pushes the seed over the API and multiplies it in the database."""
    begin = time.monotonic()
    server.start()
    api_dataset.push_seed(server)
    time.sleep(3)  # what is written in the background
    server.stop()
    tables = SQLiteTables(server.data / "haven.sqlite") if kind == "SQLite" else PostgreSQLTables(url)
    Multiplier(tables, size).fill()
    say(f"{kind}: filled in {time.monotonic() - begin:.0f} s")


def measure(server: BenchHaven, kind: str, seconds: int) -> dict[str, tuple[api_load.Load, api_load.Load]]:
    """Measures every case with one client and with many."""
    server.start()
    results = {}
    try:
        for case in CASES:
            api_load.measure(server, case.path, 2, 2)  # caches fill as they do in use
            alone = api_load.measure(server, case.path, 1, 2)
            many = api_load.measure(server, case.path, CLIENTS, seconds)
            results[case.title] = (alone, many)
            say(f"{kind}, {case.title}: {many.speed:,.0f}/s, p95 {many.p95:.1f} ms; alone {alone.p95:.1f} ms")
        say(f"{kind}: {server.memory('VmHWM'):.0f} MiB at most")
    finally:
        server.stop()
    return results


def cells(case: Case, alone: api_load.Load, many: api_load.Load) -> list[str]:
    """Writes the figures of one database, with the aims that are missed marked."""
    figures = [
        (f"{many.speed:,.0f}", case.least_speed is None or many.speed >= case.least_speed),
        (f"{many.p50:.1f} / {many.p95:.1f}", case.most_p95 is None or many.p95 <= case.most_p95),
        (f"{alone.p95:.1f}", case.most_alone is None or alone.p95 <= case.most_alone),
    ]
    return [text if is_met else f"**{text}**" for text, is_met in figures]


def aim(case: Case) -> str:
    """Writes a case's aims."""
    aims = []
    if case.least_speed:
        aims.append(f"≥ {case.least_speed:,.0f}/s")
    if case.most_p95:
        aims.append(f"p95 ≤ {case.most_p95:g} ms")
    if case.most_alone:
        aims.append(f"≤ {case.most_alone:g} ms")
    return ", ".join(aims) or "–"


def markdown(results: dict[str, dict[str, tuple[api_load.Load, api_load.Load]]]) -> str:
    """Writes the table."""
    head = ["", "Aim"]
    for kind in results:
        head += [f"{kind}: requests/s", f"{kind}: p50 / p95 ms", f"{kind}: p95 ms alone"]
    lines = [[*head, "Harbor"], ["---", "---"] + ["---:"] * (3 * len(results)) + ["---"]]
    for case in CASES:
        row = [case.title, aim(case)]
        for figures in results.values():
            row += cells(case, *figures[case.title])
        lines.append([*row, case.harbor])
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def main() -> int:
    """Fills, measures and tells."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=["SQLite", "PostgreSQL"])
    parser.add_argument("--seconds", type=int, default=5, help="length of each measurement with many clients")
    parser.add_argument("--audit-records", type=int, default=Size.audit_records)
    arguments = parser.parse_args()
    parent = Path(os.environ.get("BENCH_DIR", "/var/tmp"))
    directory = Path(tempfile.mkdtemp(prefix="haven-bench-api-", dir=parent))
    results = {}
    try:
        for kind in [arguments.only] if arguments.only else ["SQLite", "PostgreSQL"]:
            url = "" if kind == "SQLite" else postgresql()
            server = BenchHaven(directory / kind, url)
            try:
                fill(server, kind, url, Size(audit_records=arguments.audit_records))
                results[kind] = measure(server, kind, arguments.seconds)
            finally:
                server.stop()
    finally:
        shutil.rmtree(directory, ignore_errors=True)
    table = markdown(results)
    RESULTS.parent.mkdir(exist_ok=True)
    note = f"{CLIENTS} clients, {os.cpu_count()} processors, {platform.machine()}, {HAVEN.name}"
    RESULTS.write_text(f"{table}\n\n{note}\n", encoding="utf-8")
    print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
