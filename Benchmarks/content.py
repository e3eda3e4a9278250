"""Makes the content that is measured and gives it to the servers."""

import hashlib
import json
import os
import subprocess
from pathlib import Path

from servers import Nginx, Server

REPOSITORY = "library/bench"
MANIFEST_TYPE = "application/vnd.oci.image.manifest.v1+json"
CONFIG_TYPE = "application/vnd.oci.image.config.v1+json"
LAYER_TYPE = "application/vnd.oci.image.layer.v1.tar+gzip"
MEBIBYTE = 1 << 20
GIBIBYTE = 1 << 30


def digest_of(content: bytes) -> str:
    """Names content by its SHA-256."""
    return "sha256:" + hashlib.sha256(content).hexdigest()


class BlobFile:
    """A file of random bytes that becomes another blob whenever it is renewed."""

    def __init__(self, path: Path, size: int):
        self.path = path
        self.size = size
        with path.open("wb") as file:
            for _ in range(size // MEBIBYTE):
                file.write(os.urandom(MEBIBYTE))
        self.digest = self._digest()

    def renew(self) -> None:
        """Changes the first bytes, so that no server has seen the blob."""
        with self.path.open("r+b") as file:
            file.write(os.urandom(32))
        self.digest = self._digest()

    def _digest(self) -> str:
        with self.path.open("rb") as file:
            return "sha256:" + hashlib.file_digest(file, "sha256").hexdigest()


def manifest_of(config: bytes, layers: list[bytes]) -> bytes:
    """Writes the manifest of an image of small blobs."""

    def descriptor(media_type: str, blob: bytes) -> dict:
        return {"mediaType": media_type, "digest": digest_of(blob), "size": len(blob)}

    manifest = {
        "schemaVersion": 2,
        "mediaType": MANIFEST_TYPE,
        "config": descriptor(CONFIG_TYPE, config),
        "layers": [descriptor(LAYER_TYPE, layer) for layer in layers],
    }
    return json.dumps(manifest).encode()


def location_path(location: str) -> str:
    """Cuts scheme and host from an upload's Location."""
    return "/" + location.split("/", 3)[3] if location.startswith("http") else location


def with_digest(location: str, digest: str) -> str:
    """Adds the digest that completes an upload to its Location."""
    return f"{location}{'&' if '?' in location else '?'}digest={digest}"


def push_blob(server: Server, blob: bytes) -> None:
    """Gives a registry a small blob."""
    headers = server.headers(REPOSITORY)
    _, fields, _ = server.request("POST", f"/v2/{REPOSITORY}/blobs/uploads/", **headers)
    path = with_digest(location_path(fields["location"]), digest_of(blob))
    status, _, body = server.request("PUT", path, blob, Content_Type="application/octet-stream", **headers)
    if status != 201:
        raise RuntimeError(f"{server.name}: {status} {body!r}")


def push_image(server: Server, tag: str, layer_count: int = 8) -> None:
    """Gives a server an image of small layers, about as long a manifest as a usual image has."""
    config = b'{"architecture":"amd64","os":"linux"}'
    layers = [f"layer {number}".encode() for number in range(layer_count)]
    manifest = manifest_of(config, layers)
    path = f"/v2/{REPOSITORY}/manifests/{tag}"
    if isinstance(server, Nginx):
        place_file(server, path, manifest)
        return
    for blob in [config, *layers]:
        push_blob(server, blob)
    headers = server.headers(REPOSITORY)
    status, _, body = server.request("PUT", path, manifest, Content_Type=MANIFEST_TYPE, **headers)
    if status != 201:
        raise RuntimeError(f"{server.name}: {status} {body!r}")


def place_file(server: Nginx, path: str, content: bytes | Path) -> None:
    """Gives nginx a file to serve at a path."""
    target = server.root / path.lstrip("/")
    target.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, Path):
        subprocess.run(["cp", str(content), str(target)], check=True)
    else:
        target.write_bytes(content)
