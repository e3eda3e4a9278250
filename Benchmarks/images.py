"""Pushes images of 1 KiB from 200 clients at once, into a repository for each client and all into one."""

import os
import time

from connections import Exchange, Script, converse, request_bytes
from content import MANIFEST_TYPE, digest_of, location_path, manifest_of, with_digest
from servers import Server
from table import Aim, Row, Samples

ROUNDS = 3
SECONDS = 3
CLIENTS = 200
LAYER_SIZE = 1024


class ImageClient:
    """One client with a kept connection that pushes image after image, each with blobs nobody has pushed."""

    def __init__(self, server: Server, repository: str, headers: dict[str, str]):
        self.server = server
        self.repository = repository
        self.headers = headers
        self.pushed = 0

    def script(self, end: float) -> Script:
        """Starts images until the end comes."""
        name = os.urandom(6).hex()
        while time.monotonic() < end:
            tag = f"{name}-{self.pushed}"
            config = f'{{"architecture":"amd64","os":"linux","author":"{tag}"}}'.encode()
            layer = tag.encode().ljust(LAYER_SIZE, b".")
            for blob in (config, layer):
                yield from self._push_blob(blob)
            path = f"/v2/{self.repository}/manifests/{tag}"
            yield from self._send("PUT", path, manifest_of(config, [layer]), MANIFEST_TYPE)
            self.pushed += 1

    def _push_blob(self, blob: bytes) -> Script:
        response = yield from self._send("POST", f"/v2/{self.repository}/blobs/uploads/", b"")
        path = with_digest(location_path(response.location()), digest_of(blob))
        yield from self._send("PUT", path, blob, "application/octet-stream")

    def _send(self, method: str, path: str, body: bytes, content_type: str = "") -> Exchange:
        headers = {**self.headers, "Content-Type": content_type} if content_type else self.headers
        response = yield request_bytes(method, path, self.server.host, headers, body)
        if response.status not in (201, 202):
            raise RuntimeError(f"{self.server.name}: {method} {path}: {response.status} {response.body!r}")
        return response


def push_images(server: Server, repositories: list[str]) -> tuple[float, float]:
    """Pushes from all clients for some seconds; returns images per second and CPU milliseconds per image."""
    headers = {repository: server.headers(repository) for repository in set(repositories)}
    clients = [ImageClient(server, repository, headers[repository]) for repository in repositories]
    before, begin = server.cpu_seconds(), time.monotonic()
    converse(server.address, [client.script(begin + SECONDS) for client in clients])
    seconds, used = time.monotonic() - begin, server.cpu_seconds() - before
    count = sum(client.pushed for client in clients)
    return count / seconds, used / count * 1e3


def measure(servers: list[Server]) -> list[Row]:
    """Lets the servers take turns."""
    places = {
        "200 repositories": [f"library/many-{number}" for number in range(CLIENTS)],
        "one repository": ["library/one"] * CLIENTS,
    }
    speed = {place: Samples() for place in places}
    cpu = {place: Samples() for place in places}
    for _ in range(ROUNDS):
        for place, repositories in places.items():
            for server in servers:
                os.sync()
                images, milliseconds = push_images(server, repositories)
                speed[place].add(server.name, images)
                cpu[place].add(server.name, milliseconds)
    rows = []
    for place in places:
        title = f"1 KiB images from {CLIENTS} clients into {place}"
        rows += [
            Row(f"{title}: images/s", speed[place].medians(), [Aim("≥", 300)]),
            Row(f"{title}: CPU ms per image", cpu[place].medians()),
        ]
    return rows
