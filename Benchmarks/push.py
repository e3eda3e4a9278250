"""Pushes a blob of 256 MiB with curl, which sends `Expect: 100-continue` and waits up to a second for its answer."""

import os
import subprocess
import time

from content import GIBIBYTE, REPOSITORY, BlobFile, location_path, with_digest
from servers import Server
from table import Aim, Row, Samples

ROUNDS = 3


def curl(server: Server, method: str, path: str, headers: dict[str, str], *options: str) -> str:
    """Sends one request and returns the Location of the answer, which must be a success."""
    command = ["curl", "-sS", "--fail-with-body", "-X", method, "-o", "/dev/stderr", "-w", "%header{location}"]
    for name, value in {"Content-Type": "application/octet-stream", **headers}.items():
        command += ["-H", f"{name}: {value}"]
    command += [*options, f"http://{server.host}{path}"]
    answer = subprocess.run(command, capture_output=True, text=True)
    if answer.returncode != 0:
        raise RuntimeError(f"{server.name}: {method} failed: {answer.stderr}")
    return location_path(answer.stdout)


def push_streamed(server: Server, headers: dict[str, str], blob: BlobFile) -> None:
    """Pushes as docker does: POST, one PATCH with all bytes, PUT."""
    location = curl(server, "POST", f"/v2/{REPOSITORY}/blobs/uploads/", headers, "-d", "")
    location = curl(server, "PATCH", location, headers, "-T", str(blob.path))
    curl(server, "PUT", with_digest(location, blob.digest), headers, "-d", "")


def push_in_one_put(server: Server, headers: dict[str, str], blob: BlobFile) -> None:
    """Pushes with POST and one PUT that carries all bytes."""
    location = curl(server, "POST", f"/v2/{REPOSITORY}/blobs/uploads/", headers, "-d", "")
    curl(server, "PUT", with_digest(location, blob.digest), headers, "-T", str(blob.path))


def measure(servers: list[Server], blob: BlobFile) -> list[Row]:
    """Lets the servers take turns with blobs that none of them has; who is first changes with the round."""
    ways = {"POST, PATCH, PUT": push_streamed, "POST, PUT": push_in_one_put}
    cpu = {way: Samples() for way in ways}
    clock = {way: Samples() for way in ways}
    for number in range(ROUNDS):
        for way, push in ways.items():
            blob.renew()
            for server in servers if number % 2 else reversed(servers):
                headers = server.headers(REPOSITORY)
                os.sync()  # what an earlier push left unwritten must not slow this one down
                before, begin = server.cpu_seconds(), time.monotonic()
                push(server, headers, blob)
                seconds, used = time.monotonic() - begin, server.cpu_seconds() - before
                clock[way].add(server.name, seconds)
                cpu[way].add(server.name, used / (blob.size / GIBIBYTE))
    rows = []
    for way in ways:
        rows += [
            Row(f"push 256 MiB ({way}): CPU-s per GiB", cpu[way].medians(), [Aim("≤", 0.9, "docker-registry")]),
            Row(f"push 256 MiB ({way}): seconds", clock[way].medians(), [Aim("≤", 1, "docker-registry")]),
        ]
    return rows
