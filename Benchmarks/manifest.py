"""Asks for a manifest by tag as fast as the server answers: GET with wrk, HEAD with our own client.

wrk waits for the body that a HEAD's Content-Length speaks of, so it can't measure HEAD.
"""

import re
import subprocess
import time
from multiprocessing import get_context

from connections import Script, converse, request_bytes
from content import MANIFEST_TYPE, REPOSITORY
from servers import Server
from table import Aim, Row, Samples

ROUNDS = 3
SECONDS = 2
CONNECTIONS = 16
CLIENT_PROCESSES = 2
PATH = f"/v2/{REPOSITORY}/manifests/latest"


def get_manifests(server: Server, headers: dict[str, str]) -> int:
    """Sends GET for some seconds and returns how many were answered 200."""
    command = ["wrk", f"-t{CLIENT_PROCESSES}", f"-c{CONNECTIONS}", f"-d{SECONDS}s"]
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    output = subprocess.run(
        [*command, f"http://{server.host}{PATH}"], capture_output=True, text=True, check=True
    ).stdout
    if "Non-2xx" in output or "Socket errors" in output:
        raise RuntimeError(f"{server.name}: {output}")
    return int(re.search(r"(\d+) requests in", output)[1])


def head_manifests(server: Server, headers: dict[str, str]) -> int:
    """Sends HEAD for some seconds from several processes and returns how many were answered 200."""
    request = request_bytes("HEAD", PATH, server.host, headers)
    with get_context("fork").Pool(CLIENT_PROCESSES) as pool:
        arguments = [(server.address, request, CONNECTIONS // CLIENT_PROCESSES)] * CLIENT_PROCESSES
        return sum(pool.starmap(_head_for_seconds, arguments, chunksize=1))


def _head_for_seconds(address: tuple[str, int], request: bytes, connections: int) -> int:
    end = time.monotonic() + SECONDS
    count = 0

    def script() -> Script:
        nonlocal count
        while time.monotonic() < end:
            response = yield request
            if response.status != 200:
                raise RuntimeError(f"HEAD answered {response.status}")
            count += 1

    converse(address, [script() for _ in range(connections)])
    return count


def measure(servers: list[Server]) -> list[Row]:
    """Lets the servers take turns."""
    methods = {"GET": get_manifests, "HEAD": head_manifests}
    speed = {method: Samples() for method in methods}
    cpu = {method: Samples() for method in methods}
    for _ in range(ROUNDS):
        for server in servers:
            headers = {"Accept": MANIFEST_TYPE, **server.headers(REPOSITORY)}
            for method, ask in methods.items():
                before, begin = server.cpu_seconds(), time.monotonic()
                count = ask(server, headers)
                seconds, used = time.monotonic() - begin, server.cpu_seconds() - before
                speed[method].add(server.name, count / seconds)
                cpu[method].add(server.name, used / count * 1e6)
    rows = []
    for method in methods:
        aims = [Aim("≥", 20, "docker-registry"), Aim("≥", 0.3, "nginx")]
        rows += [
            Row(f"{method} manifest by tag: requests/s", speed[method].medians(), aims),
            Row(f"{method} manifest by tag: CPU µs per request", cpu[method].medians(), [Aim("≤", 60)]),
        ]
    return rows
