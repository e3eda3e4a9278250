"""Judges 500,000 tags by a retention policy, in one repository and over many, and prints times and memory.

An image is pushed, then its rows are multiplied while the server is stopped. Beside dry runs, a run deletes a part.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from api_benchmark import BenchHaven, postgresql, say
from api_dataset import call
from api_tables import PostgreSQLTables, Record, SQLiteTables
from content import MANIFEST_TYPE, digest_of, location_path, manifest_of, with_digest

RESULTS = Path(__file__).resolve().parent / "results/retention.md"
DAY = 86_400_000_000
LIMIT_SECONDS = 60
LIMIT_MEMORY = 150


@dataclass(frozen=True)
class Case:
    """A project of so many repositories, with so many artifacts each and so many tags an artifact."""

    project: str
    title: str
    repositories: int
    artifacts: int
    tags: int


def cases(tags: int) -> list[Case]:
    """One repository, one repository with few artifacts, and many repositories."""
    return [
        Case("one", f"{tags:,} tags in one repository, 5 an artifact", 1, tags // 5, 5),
        Case("few", f"{tags:,} tags of 100 artifacts in one repository", 1, 100, tags // 100),
        Case("many", f"{tags:,} tags over {tags // 50:,} repositories", tags // 50, 10, 5),
    ]


def rule(template: str, number: int, tags: str, kind: str = "doublestar", **more) -> dict:
    """Writes a rule about all repositories."""
    return {
        "template": template,
        "params": {template: number} if number else {},
        "tag_selectors": [{"kind": kind, "decoration": "matches", "pattern": tags}],
        "scope_selectors": {"repository": [{"kind": "doublestar", "decoration": "repoMatches", "pattern": "**"}]},
        **more,
    }


RULES = [
    rule("latestPushedK", 100, "release-*"),
    rule("nDaysSinceLastPull", 7, "**"),
    rule(
        "anyOf",
        0,
        r"(v|build-)\d+(\.\d+)*",
        kind="regex",
        conditions=[
            {"template": "latestPushedK", "params": {"latestPushedK": 1000}},
            {"template": "nDaysSinceLastPush", "params": {"nDaysSinceLastPush": 300}},
        ],
    ),
]


def seed(server: BenchHaven, project: str) -> None:
    """Makes a project with an image in a repository."""
    call(server, "POST", "/projects", {"project_name": project, "public": True})
    config, layer = b"{}", b"layer"
    repository = f"{project}/seed"
    headers = server.headers(repository)
    for blob in (config, layer):
        _, fields, _ = server.request("POST", f"/v2/{repository}/blobs/uploads/", **headers)
        path = with_digest(location_path(fields["location"]), digest_of(blob))
        server.request("PUT", path, blob, Content_Type="application/octet-stream", **headers)
    manifest = manifest_of(config, [layer])
    content = manifest if isinstance(manifest, bytes) else manifest.encode()
    status, _, answer = server.request(
        "PUT", f"/v2/{repository}/manifests/seed", content, Content_Type=MANIFEST_TYPE, **headers
    )
    if status != 201:
        raise RuntimeError(f"push: {status} {answer!r}")


class Multiplier:
    """Makes repositories like the seed's in a project."""

    def __init__(self, tables: SQLiteTables | PostgreSQLTables, case: Case):
        self.tables = tables
        self.case = case
        name = f"{case.project}/seed"
        self.repository = tables.rows(f"SELECT * FROM repository WHERE name = '{name}'")[0]
        where = f"WHERE repository_id = {self.repository['id']}"
        self.artifact = tables.rows(f"SELECT * FROM artifact {where}")[0]
        self.tag = tables.rows(f"SELECT * FROM tag {where}")[0]
        number = self.artifact["id"]
        self.blobs = tables.rows(f"SELECT * FROM artifact_blob WHERE artifact_id = {number}")
        content = tables.rows(f"SELECT content FROM manifest WHERE artifact_id = {number}")[0]["content"]
        self.content = content if isinstance(content, bytes) else bytes.fromhex(str(content)[2:])
        self.first = {table: tables.rows(f"SELECT max(id) AS n FROM {table}")[0]["n"] + 1 for table in
                      ("repository", "artifact", "tag")}
        self.now = int(time.time() * 1e6)

    def fill(self) -> None:
        """Writes everything."""
        self.tables.insert("repository", self.repositories())
        self.tables.insert("artifact", self.artifacts())
        self.tables.insert("manifest", ({"artifact_id": a["id"], "content": self.content} for a in self.artifacts()))
        self.tables.insert(
            "artifact_blob", ({**blob, "artifact_id": a["id"]} for a in self.artifacts() for blob in self.blobs)
        )
        self.tables.insert("tag", self.tags())

    def repositories(self) -> Iterator[Record]:
        """Repositories of other numbers and names."""
        for number in range(self.case.repositories):
            yield {
                **self.repository,
                "id": self.first["repository"] + number,
                "name": f"{self.case.project}/team-{number % 100}/app-{number}",
            }

    def artifacts(self) -> Iterator[Record]:
        """Artifacts, pushed over the last two years; some were pulled lately."""
        number = self.first["artifact"]
        for repository in range(self.case.repositories):
            for artifact in range(self.case.artifacts):
                pushed = self.now - 730 * DAY * (artifact + 1) // (self.case.artifacts + 1)
                yield {
                    **self.artifact,
                    "id": number,
                    "repository_id": self.first["repository"] + repository,
                    "digest": "sha256:" + f"{number * 2654435761 % 2**64:016x}{number:048x}",
                    "pushed_at": pushed,
                    "pulled_at": self.now - number % 30 * DAY if number % 3 == 0 else None,
                }
                number += 1

    def tags(self) -> Iterator[Record]:
        """Tags of several kinds."""
        kinds = ["v1.{}.{}", "build-{}{}", "release-{}.{}", "commit-{:09d}-{}", "branch-feature-{}-{}"]
        number = self.first["tag"]
        for artifact in self.artifacts():
            for place in range(self.case.tags):
                yield {
                    **self.tag,
                    "id": number,
                    "repository_id": artifact["repository_id"],
                    "artifact_id": artifact["id"],
                    "name": kinds[place % len(kinds)].format(artifact["id"], place),
                    "pushed_at": artifact["pushed_at"] + place,
                    "pulled_at": None,
                }
                number += 1


class Memory(threading.Thread):
    """Watches the resident memory of a server while something runs."""

    def __init__(self, server: BenchHaven):
        super().__init__(daemon=True)
        self.server = server
        self.before = self.most = server.memory("VmRSS")
        self.is_over = threading.Event()

    def run(self) -> None:
        while not self.is_over.wait(0.05):
            self.most = max(self.most, self.server.memory("VmRSS"))

    def stop(self) -> float:
        """Ends it, and tells how much was added at most, in MiB."""
        self.is_over.set()
        self.join()
        return self.most - self.before


def execute(server: BenchHaven, policy: int, dry_run: bool) -> tuple[dict, float, float]:
    """Runs a policy; gives the execution, the seconds it took, and the MiB that were added at most."""
    memory = Memory(server)
    memory.start()
    begin = time.monotonic()
    call(server, "POST", f"/retentions/{policy}/executions", {"dry_run": dry_run})
    while True:
        found = json.loads(call(server, "GET", f"/retentions/{policy}/executions?page_size=1")[1])[0]
        if found["status"] not in ("Pending", "Running"):
            break
        time.sleep(0.1)
    seconds = time.monotonic() - begin
    growth = memory.stop()
    if found["status"] != "Success":
        raise RuntimeError(f"it ended as {found}")
    return found, seconds, growth


def measure(server: BenchHaven, kind: str, wanted: list[Case], deletes: bool) -> list[list[str]]:
    """Runs the policy of every project at both levels, and then for earnest in the last one."""
    lines = []
    for case in wanted:
        project = json.loads(call(server, "GET", f"/projects/{case.project}")[1])["project_id"]
        policy = 0
        for level in ("artifact", "tag"):
            body = {"level": level, "rules": RULES, "scope": {"level": "project", "ref": project}}
            if policy:
                call(server, "PUT", f"/retentions/{policy}", body)
            else:
                policy = int(call(server, "POST", "/retentions", body)[0]["location"].rpartition("/")[2])
            found, seconds, growth = execute(server, policy, True)
            lines.append(line(kind, f"{case.title}, by {level}", "dry run", found, seconds, growth))
        if deletes and case.project == "one":
            found, seconds, growth = execute(server, policy, False)
            lines.append(line(kind, f"{case.title}, by tag", "deleting", found, seconds, growth))
    return lines


def line(kind: str, title: str, what: str, found: dict, seconds: float, growth: float) -> list[str]:
    """Writes a line of the table, and tells of it at once."""
    is_slow = what == "dry run" and seconds > LIMIT_SECONDS
    cells = [
        kind,
        title,
        what,
        f"{found['total']:,}",
        f"{found['deleted']:,}",
        f"**{seconds:.1f}**" if is_slow else f"{seconds:.1f}",
        f"**{growth:.0f}**" if growth > LIMIT_MEMORY else f"{growth:.0f}",
    ]
    say(" · ".join(cells))
    return cells


def main() -> int:
    """Fills, measures and tells."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=["SQLite", "PostgreSQL"])
    parser.add_argument("--tags", type=int, default=500_000)
    parser.add_argument("--deletes", action="store_true", help="run the policy of one repository for earnest as well")
    arguments = parser.parse_args()
    directory = Path(tempfile.mkdtemp(prefix="haven-bench-retention-", dir=os.environ.get("BENCH_DIR", "/var/tmp")))
    wanted, lines = cases(arguments.tags), []
    try:
        for kind in [arguments.only] if arguments.only else ["SQLite", "PostgreSQL"]:
            url = "" if kind == "SQLite" else postgresql()
            server = BenchHaven(directory / kind, url)
            try:
                server.start()
                for case in wanted:
                    seed(server, case.project)
                time.sleep(1)
                server.stop()
                tables = SQLiteTables(server.data / "haven.sqlite") if kind == "SQLite" else PostgreSQLTables(url)
                for case in wanted:
                    Multiplier(tables, case).fill()
                tables.finish()
                say(f"{kind}: filled")
                server.start()
                lines += measure(server, kind, wanted, arguments.deletes)
            finally:
                server.stop()
    finally:
        shutil.rmtree(directory, ignore_errors=True)
    head = ["", "What is judged", "", "candidates", "to go", "seconds", "MiB added"]
    rows = [head, ["---"] * 3 + ["---:"] * 4, *lines]
    table = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(table + "\n", encoding="utf-8")
    print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
