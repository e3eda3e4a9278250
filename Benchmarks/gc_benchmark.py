"""Collects garbage among a million blobs, beside pushes too, and prints and saves a table."""

import argparse
import json
import os
import shutil
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import gc_dataset
from api_benchmark import BenchHaven, postgresql
from api_dataset import call
from api_tables import PostgreSQLTables, SQLiteTables
from content import MANIFEST_TYPE, digest_of
from gc_dataset import Dataset
from servers import ROOT

RESULTS = ROOT / "Benchmarks/results/gc.md"
# Aims: seconds to find out what can go, and MiB that the process grows by meanwhile.
MOST_SECONDS = 60
MOST_MEBIBYTES = 150
FILES = 20_000
BESIDE_PUSHES = 100_000
QUIET_SECONDS = 20


def say(text: str) -> None:
    """Tells what is going on, beside the table."""
    print(f"bench: {text}", file=sys.stderr, flush=True)


@dataclass
class Run:
    """What a run of the collector said and took."""

    seconds: float
    processor: float
    growth: float
    figures: dict
    # When each step was first seen, in seconds from the beginning.
    steps: dict[str, float] = field(default_factory=dict)

    @property
    def mark(self) -> float:
        """The seconds until it was known what goes."""
        return self.steps.get("blobs", self.steps.get("orphans", self.seconds))


def collect(server: BenchHaven, **parameters) -> Run:
    """Runs the collector and watches it."""
    before = highest = server.memory("VmRSS")
    used = server.cpu_seconds()
    begin = time.monotonic()
    body = {"schedule": {"type": "Manual"}, "parameters": {"grace_seconds": 86_400, **parameters}}
    fields, _ = call(server, "POST", "/system/gc/schedule", body)
    path = fields["location"].removeprefix("/api/v2.0")
    steps: dict[str, float] = {}
    while True:
        run = json.loads(call(server, "GET", path)[1])
        figures = json.loads(run["job_parameters"])
        if "step" in figures:
            steps.setdefault(figures["step"], time.monotonic() - begin)
        highest = max(highest, server.memory("VmRSS"))
        if run["job_status"] not in ("Pending", "Running"):
            break
        time.sleep(0.1)
    if run["job_status"] != "Success":
        raise RuntimeError(f"the run ended with {run}")
    return Run(time.monotonic() - begin, server.cpu_seconds() - used, highest - before, figures, steps)


class Pusher(threading.Thread):
    """Pushes an image and pulls it back, again and again, and keeps how long each took."""

    def __init__(self, server: BenchHaven):
        super().__init__(daemon=True)
        self.server = server
        self.is_over = threading.Event()
        self.pushes: list[float] = []
        self.pulls: list[float] = []
        self.failures = 0

    def run(self) -> None:
        repository = "bench/pushed"
        headers = self.server.headers(repository)
        while not self.is_over.wait(0.03):
            begin = time.monotonic()
            layer, config = os.urandom(4096), json.dumps({"created": time.time_ns()}).encode()
            parts = [self.push_blob(repository, headers, content) for content in (config, layer)]
            manifest = json.dumps(
                {"schemaVersion": 2, "mediaType": MANIFEST_TYPE, "config": parts[0], "layers": parts[1:]}
            ).encode()
            name = f"/v2/{repository}/manifests/{digest_of(manifest)}"
            self.send("PUT", name, manifest, **headers, Content_Type=MANIFEST_TYPE)
            middle = time.monotonic()
            self.send("GET", name, **headers)
            self.send("GET", f"/v2/{repository}/blobs/{parts[1]['digest']}", **headers)
            self.pushes.append(middle - begin)
            self.pulls.append(time.monotonic() - middle)

    def push_blob(self, repository: str, headers: dict[str, str], content: bytes) -> dict:
        """Uploads a blob in one request and says what a manifest does of it."""
        digest = digest_of(content)
        self.send("POST", f"/v2/{repository}/blobs/uploads/?digest={digest}", content, **headers)
        return {"mediaType": "application/vnd.oci.image.config.v1+json", "digest": digest, "size": len(content)}

    def send(self, method: str, path: str, body: bytes = b"", **headers: str) -> None:
        """Sends a request that has to succeed."""
        status, _, _ = self.server.request(method, path, body, **headers)
        self.failures += status >= 300

    def end(self) -> "Pusher":
        """Lets it end and waits."""
        self.is_over.set()
        self.join()
        return self


def percentile(values: list[float], share: float) -> float:
    """The milliseconds that this share of values is at most."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] * 1000


def tables_of(server: BenchHaven, kind: str, url: str) -> SQLiteTables | PostgreSQLTables:
    """Opens the database."""
    return SQLiteTables(server.data / "haven.sqlite") if kind == "SQLite" else PostgreSQLTables(url)


def fill(server: BenchHaven, kind: str, url: str, dataset: Dataset) -> None:
    """Makes a project and all rows."""
    begin = time.monotonic()
    server.start()
    call(server, "POST", "/projects", {"project_name": "bench"})
    project = json.loads(call(server, "GET", "/projects/bench")[1])["project_id"]
    server.stop()
    tables = tables_of(server, kind, url)
    dataset.fill(tables, project)
    gc_dataset.make_files(tables, server.data / "storage", dataset.linked[:FILES])
    gc_dataset.finish(tables)
    say(f"{kind}: filled in {time.monotonic() - begin:.0f} s")


def add_loose(server: BenchHaven, kind: str, url: str, dataset: Dataset, count: int) -> None:
    """Adds blobs with objects that nothing refers to."""
    server.stop()
    tables = tables_of(server, kind, url)
    first = dataset.blobs + 1_000_000
    gc_dataset.insert_blobs(tables, first, count, time.time_ns() // 1000)
    gc_dataset.make_files(tables, server.data / "storage", range(first, first + count))
    gc_dataset.finish(tables)
    server.start()


def measure(server: BenchHaven, kind: str, url: str, dataset: Dataset, beside: int) -> list[tuple[str, str]]:
    """Measures everything on one database and gives the rows of the table."""
    expected = dataset.expected()
    server.start()
    dry = collect(server, dry_run=True)
    say(f"{kind}: dry run {dry}")
    untagged = collect(server, dry_run=True, delete_untagged=True)
    say(f"{kind}: dry run with what has no tag {untagged}")
    real = collect(server, workers=4)
    say(f"{kind}: {real}")
    for run in (dry, real):
        found = (run.figures["purged_blobs"], run.figures["freed_space"])
        if found != (expected.blobs, expected.bytes):
            raise RuntimeError(f"{kind}: {found} instead of {expected}")
    rows = [
        ("dry run, and its processor time", f"{dry.seconds:.1f} s, {dry.processor:.1f} s"),
        ("dry run, growth of memory", f"{dry.growth:.0f} MiB"),
        (f"dry run with {dataset.artifacts:,} artifacts without a tag", f"{untagged.seconds:.1f} s"),
        ("its growth of memory", f"{untagged.growth:.0f} MiB"),
        ("run: until it was known what goes", f"{real.mark:.1f} s"),
        (f"run: {expected.blobs:,} blobs removed, and its processor time", f"{real.seconds:.1f} s, {real.processor:.1f} s"),
        ("run, growth of memory", f"{real.growth:.0f} MiB"),
        ("bytes foretold and freed", f"{expected.bytes:,}"),
    ]
    for name, value, most in [
        ("dry run", dry.seconds, MOST_SECONDS),
        ("mark", real.mark, MOST_SECONDS),
        ("memory", max(dry.growth, real.growth), MOST_MEBIBYTES),
    ]:
        if value > most:
            rows.append((f"**{name} misses its aim**", f"{value:.1f} > {most}"))
    add_loose(server, kind, url, dataset, beside)
    pusher = Pusher(server)
    pusher.start()
    time.sleep(QUIET_SECONDS)
    quiet = pusher.end()
    pusher = Pusher(server)
    pusher.start()
    run = collect(server, workers=4)
    busy = pusher.end()
    say(f"{kind}: beside pushes {run}")
    for name, of in (("push", "pushes"), ("pull", "pulls")):
        without, beside_it = getattr(quiet, of), getattr(busy, of)
        rows.append((f"{name} of an image alone, p50 / p99", pair(without)))
        rows.append((f"{name} beside a collection, p50 / p99", pair(beside_it)))
    rows.append(("that collection", f"{run.figures['purged_blobs']:,} blobs in {run.seconds:.1f} s"))
    rows.append(("pushes beside it, failed", f"{len(busy.pushes)}, {busy.failures}"))
    server.stop()
    return rows


def pair(values: list[float]) -> str:
    """Writes median and 99th percentile."""
    return f"{percentile(values, 0.5):.1f} / {percentile(values, 0.99):.1f} ms"


def main() -> int:
    """Fills, measures and tells."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=["SQLite", "PostgreSQL"])
    parser.add_argument("--blobs", type=int, default=Dataset.blobs)
    parser.add_argument("--beside", type=int, default=BESIDE_PUSHES, help="blobs that are collected beside pushes")
    arguments = parser.parse_args()
    dataset = Dataset(arguments.blobs)
    directory = Path(tempfile.mkdtemp(prefix="haven-bench-gc-", dir=os.environ.get("BENCH_DIR", "/var/tmp")))
    results: dict[str, list[tuple[str, str]]] = {}
    try:
        for kind in [arguments.only] if arguments.only else ["SQLite", "PostgreSQL"]:
            url = "" if kind == "SQLite" else postgresql()
            server = BenchHaven(directory / kind, url)
            try:
                fill(server, kind, url, dataset)
                results[kind] = measure(server, kind, url, dataset, arguments.beside)
            finally:
                server.stop()
    finally:
        shutil.rmtree(directory, ignore_errors=True)
    lines = []
    for kind, rows in results.items():
        lines += [f"| {kind}, {dataset.blobs:,} blobs | |", "| --- | ---: |"]
        lines += [f"| {name} | {value} |" for name, value in rows] + [""]
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text("\n".join(lines), encoding="utf-8")
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
