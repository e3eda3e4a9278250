"""Pulls a blob of 256 MiB with one reader and with eight."""

import socket
import time
from concurrent.futures import ThreadPoolExecutor

from connections import request_bytes
from content import GIBIBYTE, MEBIBYTE, REPOSITORY, BlobFile
from servers import Server
from table import Aim, Row, Samples

ROUNDS = 3
PULLS = {1: 8, 8: 2}  # by readers: how many pulls each makes in a round


def drain(server: Server, request: bytes, size: int, pulls: int) -> None:
    """Pulls a blob several times over one connection and lets the kernel drop the bytes.

    MSG_TRUNC discards what has arrived instead of copying it: a client that copies or hashes would take more of the
    machine than the server and hide its speed.
    """
    buffer = bytearray(4 * MEBIBYTE)
    with socket.create_connection(server.address, timeout=30) as connection:
        for _ in range(pulls):
            connection.sendall(request)
            head = b""
            while b"\r\n\r\n" not in head:
                head += connection.recv(1)
            if not head.startswith(b"HTTP/1.1 200"):
                raise RuntimeError(f"{server.name}: {head!r}")
            left = size
            while left:
                count = connection.recv_into(buffer, min(left, len(buffer)), socket.MSG_TRUNC | socket.MSG_WAITALL)
                if count == 0:
                    raise RuntimeError(f"{server.name} closed the connection")
                left -= count


def measure(servers: list[Server], blob: BlobFile) -> list[Row]:
    """Lets the servers take turns."""
    cpu = {readers: Samples() for readers in PULLS}
    speed = {readers: Samples() for readers in PULLS}
    path = f"/v2/{REPOSITORY}/blobs/{blob.digest}"
    for number in range(ROUNDS + 1):
        for server in servers:
            request = request_bytes("GET", path, server.host, server.headers(REPOSITORY))
            for readers, pulls in PULLS.items():
                before, begin = server.cpu_seconds(), time.monotonic()
                with ThreadPoolExecutor(readers) as pool:
                    work = [pool.submit(drain, server, request, blob.size, pulls) for _ in range(readers)]
                    for item in work:
                        item.result()
                seconds, used = time.monotonic() - begin, server.cpu_seconds() - before
                if number > 0:  # the first round only warms up
                    cpu[readers].add(server.name, used / (readers * pulls * blob.size / GIBIBYTE))
                    speed[readers].add(server.name, readers * pulls * blob.size / MEBIBYTE / seconds)
    rows = []
    for readers in PULLS:
        who = f"{readers} reader{'s' if readers > 1 else ''}"
        rows += [
            Row(f"pull 256 MiB, {who}: CPU-s per GiB", cpu[readers].medians(), [Aim("≤", 0.20)]),
            Row(f"pull 256 MiB, {who}: MiB/s", speed[readers].medians(), [Aim("≥", 1.5, "docker-registry")]),
        ]
    return rows
