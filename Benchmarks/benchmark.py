"""Runs every measurement against servers started for it, and prints and saves the table."""

import argparse
import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import content
import images
import manifest
import pull
import push
import start
from servers import HAVEN, DockerRegistry, Haven, Nginx, Server
from table import Aim, Row, markdown, number

PARTS = ("pull", "manifest", "push", "images", "start")
RESULTS = Path(__file__).resolve().parent / "results/latest.md"
BLOB_SIZE = 256 * content.MEBIBYTE


def say(text: str) -> None:
    """Tells what is going on, beside the table."""
    print(f"bench: {text}", file=sys.stderr, flush=True)


def told(rows: list[Row]) -> list[Row]:
    """Tells figures as soon as they are known."""
    for row in rows:
        figures = ", ".join(f"{server} {number(figure)}" for server, figure in row.figures.items())
        say(f"{row.title}: {figures}")
    return rows


def memory_row(title: str, servers: list[Server], field: str, aims: list[Aim]) -> Row:
    """Reads the memory of all servers."""
    return Row(title, {server.name: server.memory(field) for server in servers}, aims)


def prepare(servers: list[Server], blob: content.BlobFile) -> None:
    """Gives all servers the same blob and the same image."""
    for server in servers:
        if isinstance(server, Nginx):
            content.place_file(server, f"/v2/{content.REPOSITORY}/blobs/{blob.digest}", blob.path)
        else:
            push.push_streamed(server, server.headers(content.REPOSITORY), blob)
        content.push_image(server, "latest")


def measure(directory: Path, parts: list[str]) -> list[Row]:
    """Starts the servers, measures and stops them."""
    haven, registry, nginx = Haven(directory / "haven"), DockerRegistry(directory / "peer"), Nginx(directory / "nginx")
    servers = [haven, registry, nginx]
    blob = content.BlobFile(directory / "blob", BLOB_SIZE)
    rows = []
    try:
        haven.start()
        haven.stop()  # the first start makes the database and the administrator
        for server in servers:
            server.start()
        time.sleep(3)
        idle = memory_row("resident memory after start: MiB", servers, "VmRSS", [Aim("≤", 40)])
        prepare(servers, blob)
        work = {
            "pull": lambda: pull.measure(servers, blob),
            "manifest": lambda: manifest.measure(servers),
            "push": lambda: push.measure([haven, registry], blob),
            "images": lambda: images.measure([haven, registry]),
        }
        for part, run in work.items():
            if part in parts:
                rows += told(run())
        time.sleep(3)
        rows += [
            idle,
            memory_row("resident memory after all of the above: MiB", servers, "VmRSS", []),
            memory_row("resident memory at its peak: MiB", servers, "VmHWM", [Aim("≤", 100)]),
        ]
    finally:
        for server in servers:
            server.stop()
    if "start" in parts:
        rows += told(start.measure(directory / "start"))
    return rows


def version(*command: str) -> str:
    """Asks a program for its version: the last word of what it prints."""
    answer = subprocess.run(command, capture_output=True, text=True)
    return (answer.stdout + answer.stderr).split()[-1].rpartition("/")[2]


def circumstances(seconds: float, load_before: float) -> str:
    """Describes the machine and the run in a sentence or two."""
    processor = next(
        (line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")),
        platform.machine(),
    )
    return (
        f"Medians of {pull.ROUNDS} to {start.ROUNDS} alternating rounds on loopback, {os.cpu_count()} × {processor}, "
        f"Linux {platform.release()}; docker-registry {registry_version()}, nginx {version('nginx', '-v')}; "
        f"{seconds:.0f} s in all, load average {load_before:.1f} before. "
        "Haven checks a bearer token on every request; docker-registry is anonymous and nginx serves files. "
        "Ratios are Haven's figure divided by the other's."
    )


def registry_version() -> str:
    """Asks docker-registry for its version."""
    answer = subprocess.run(["docker-registry", "--version"], capture_output=True, text=True).stdout
    return answer.split()[-1].lstrip("v").split("+")[0]


def main() -> None:
    """Reads the command line, measures, prints and saves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default=",".join(PARTS), help=f"comma-separated parts of {', '.join(PARTS)}")
    parts = parser.parse_args().only.split(",")
    if not HAVEN.exists():
        sys.exit(f"bench: {HAVEN} is missing: run make build")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("bench: stopped"))  # so that the servers are stopped as well
    load_before, begin = os.getloadavg()[0], time.monotonic()
    directory = Path(tempfile.mkdtemp(prefix="haven-bench-", dir=os.environ.get("BENCH_DIR", "/var/tmp")))
    try:
        rows = measure(directory, parts)
    finally:
        shutil.rmtree(directory, ignore_errors=True)
    report = f"{markdown(rows)}\n\n{circumstances(time.monotonic() - begin, load_before)}\n"
    print(report)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(report)


if __name__ == "__main__":
    main()
