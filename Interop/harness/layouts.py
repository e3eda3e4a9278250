"""Compares what a client pulled with what another pushed."""

import json
from pathlib import Path

from harness.registry import Registry, digest_of


def assert_image_complete(registry: Registry, repository: str, reference: str) -> list[str]:
    """Reads an artifact with all it refers to back and checks every hash; returns the digests of its manifests."""
    answer = registry.manifest(repository, reference)
    assert answer.status_code == 200, f"{repository}:{reference}: {answer.status_code} {answer.text}"
    assert answer.headers["Docker-Content-Digest"] == digest_of(answer.content)
    document = answer.json()
    digests = [digest_of(answer.content)]
    for child in document.get("manifests", []):
        digests += assert_image_complete(registry, repository, child["digest"])
    for part in [document["config"], *document["layers"]] if "config" in document else []:
        blob = registry.blob(repository, part["digest"])
        assert blob.status_code == 200, f"{repository}: {part['digest']}: {blob.status_code}"
        assert (digest_of(blob.content), len(blob.content)) == (part["digest"], part["size"])
    return digests


def layer_contents(layout: Path, tag: str) -> list[str]:
    """Lists the uncompressed layers (diff ids) of an image in a layout; the same for every client and compression."""
    entries = json.loads((layout / "index.json").read_text())["manifests"]
    entry = next(e for e in entries if e.get("annotations", {}).get("org.opencontainers.image.ref.name") == tag)
    manifest = read_blob(layout, entry["digest"])
    return read_blob(layout, manifest["config"]["digest"])["rootfs"]["diff_ids"]


def read_blob(layout: Path, digest: str) -> dict:
    """Reads a JSON blob of a layout."""
    return json.loads((layout / "blobs" / digest.replace(":", "/")).read_text())
