"""Manifests: pushing by tag and digest, conditional requests, deleting, what is refused."""

import json

import pytest
from harness.images import random_bytes
from harness.registry import (
    DOCKER_LIST,
    DOCKER_MANIFEST,
    OCI_EMPTY,
    OCI_INDEX,
    OCI_LAYER,
    OCI_MANIFEST,
    descriptor,
    digest_of,
    encoded,
    error_codes,
    image_index,
    image_manifest,
)

CONFIG = encoded({"architecture": "amd64", "os": "linux"})
LAYER = random_bytes(2000, 21)


@pytest.fixture
def stocked(registry, repository):
    """A repository that holds a configuration and a layer."""
    for data in (CONFIG, LAYER):
        registry.push_blob(repository, data)
    return repository


def manifest_with(**more) -> bytes:
    """Makes the manifest of the stocked repository's image."""
    return encoded(image_manifest(CONFIG, [LAYER], **more))


def test_push_by_tag(registry, stocked):
    data = manifest_with()
    answer = registry.put_manifest(stocked, "v1", data)
    assert answer.status_code == 201
    assert answer.headers["Docker-Content-Digest"] == digest_of(data)
    assert answer.headers["Location"].endswith(f"/v2/{stocked}/manifests/{digest_of(data)}")


def test_push_by_digest_leaves_no_tag(registry, stocked):
    data = manifest_with()
    assert registry.put_manifest(stocked, digest_of(data), data).status_code == 201
    assert registry.manifest(stocked, digest_of(data)).content == data
    answer = registry.request("GET", f"/v2/{stocked}/tags/list")
    assert answer.status_code == 404 or not answer.json()["tags"]


def test_push_by_a_digest_of_something_else(registry, stocked):
    answer = registry.put_manifest(stocked, digest_of(b"something else"), manifest_with())
    assert answer.status_code == 400
    assert error_codes(answer) == ["DIGEST_INVALID"]


@pytest.mark.haven_only
def test_push_with_several_tags(registry, stocked):
    data = manifest_with()
    answer = registry.put_manifest(stocked, digest_of(data), data, params=[("tag", "a"), ("tag", "b")])
    assert answer.status_code == 201
    assert sorted(answer.headers["OCI-Tag"].replace(" ", "").split(",")) == ["a", "b"]
    for tag in ("a", "b"):
        assert registry.manifest(stocked, tag).content == data


@pytest.mark.haven_only
def test_push_with_several_tags_takes_all_or_none(registry, stocked):
    data = manifest_with()
    answer = registry.put_manifest(stocked, digest_of(data), data, params=[("tag", "good"), ("tag", "-bad")])
    assert answer.status_code == 400
    assert registry.manifest(stocked, "good").status_code == 404


def test_bytes_come_back_unchanged(registry, stocked):
    """Spaces, order and unknown members stay as they were pushed."""
    document = image_manifest(CONFIG, [LAYER])
    data = json.dumps({"x-unknown": [1.50, "é"], **dict(reversed(document.items()))}, indent=3).encode() + b"\n\n"
    assert registry.put_manifest(stocked, "odd", data, OCI_MANIFEST).status_code == 201
    assert registry.manifest(stocked, "odd").content == data


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_headers(registry, stocked, method):
    data = manifest_with()
    registry.put_manifest(stocked, "v1", data)
    for reference in ("v1", digest_of(data)):
        answer = registry.manifest(stocked, reference, method)
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == OCI_MANIFEST
        assert answer.headers["Content-Length"] == str(len(data))
        assert answer.headers["Docker-Content-Digest"] == digest_of(data)
        assert answer.headers["ETag"].strip('"') == digest_of(data)


@pytest.mark.haven_only
@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("form", ['"{}"', "{}", '"other", "{}"'], ids=["quoted", "bare, as Docker sends it", "a list"])
def test_manifest_that_the_client_has(registry, stocked, method, form):
    data = manifest_with()
    registry.put_manifest(stocked, "v1", data)
    answer = registry.manifest(stocked, "v1", method, headers={"If-None-Match": form.format(digest_of(data))})
    assert (answer.status_code, answer.content) == (304, b"")


def test_moved_tag(registry, stocked):
    """The tag shows the new manifest at once; the old one stays under its digest."""
    old, new = manifest_with(annotations={"v": "1"}), manifest_with(annotations={"v": "2"})
    for data in (old, new):
        registry.put_manifest(stocked, "moving", data)
        assert registry.manifest(stocked, "moving").content == data
    assert registry.manifest(stocked, digest_of(old)).content == old


@pytest.mark.parametrize("reference", ["absent", digest_of(b"absent")], ids=["tag", "digest"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_absent_manifest(registry, stocked, method, reference):
    answer = registry.manifest(stocked, reference, method)
    assert answer.status_code == 404
    if method == "GET":
        assert error_codes(answer) == ["MANIFEST_UNKNOWN"]


@pytest.mark.haven_only
def test_absent_repository(registry, repository):
    answer = registry.manifest(repository, "latest")
    assert answer.status_code == 404
    assert error_codes(answer)[0] in ("MANIFEST_UNKNOWN", "NAME_UNKNOWN")


# Docker's media types


def test_docker_manifest_and_list(registry, stocked):
    document = image_manifest(CONFIG, [LAYER])
    document["mediaType"] = DOCKER_MANIFEST
    document["config"]["mediaType"] = "application/vnd.docker.container.image.v1+json"
    document["layers"][0]["mediaType"] = "application/vnd.docker.image.rootfs.diff.tar.gzip"
    data = encoded(document)
    assert registry.put_manifest(stocked, "docker", data).status_code == 201
    child = descriptor(data, DOCKER_MANIFEST, platform={"architecture": "amd64", "os": "linux"})
    whole = encoded({"schemaVersion": 2, "mediaType": DOCKER_LIST, "manifests": [child]})
    assert registry.put_manifest(stocked, "list", whole).status_code == 201
    answer = registry.manifest(stocked, "list")
    assert (answer.headers["Content-Type"], answer.content) == (DOCKER_LIST, whole)


@pytest.mark.haven_only
def test_docker_schema_1(registry, stocked):
    data = encoded({"schemaVersion": 1, "name": stocked, "tag": "old", "fsLayers": [], "history": []})
    answer = registry.put_manifest(stocked, "old", data, "application/vnd.docker.distribution.manifest.v1+prettyjws")
    assert answer.status_code in (400, 415)
    assert error_codes(answer)[0] in ("MANIFEST_INVALID", "UNSUPPORTED")


# Indexes


def push_index(registry, repository, tag="multi", **more) -> tuple[bytes, bytes]:
    """Pushes an index of one image; returns the index and the image's manifest."""
    child = manifest_with(annotations={"child": tag})
    assert registry.put_manifest(repository, digest_of(child), child).status_code == 201
    entry = descriptor(child, OCI_MANIFEST, platform={"architecture": "amd64", "os": "linux"})
    index = encoded(image_index([entry], **more))
    answer = registry.put_manifest(repository, tag, index)
    assert answer.status_code == 201, answer.text
    return index, child


def test_index(registry, stocked):
    index, child = push_index(registry, stocked)
    assert registry.manifest(stocked, "multi").content == index
    assert registry.manifest(stocked, digest_of(child)).content == child


@pytest.mark.haven_only
def test_index_whose_child_is_absent(registry, stocked):
    entry = descriptor(b"never pushed", OCI_MANIFEST)
    answer = registry.put_manifest(stocked, "sparse", image_index([entry]))
    assert (answer.status_code, error_codes(answer)) == (404, ["MANIFEST_BLOB_UNKNOWN"])


@pytest.mark.haven_only
def test_index_of_an_index(registry, stocked):
    index, _ = push_index(registry, stocked, "inner")
    outer = encoded(image_index([descriptor(index, OCI_INDEX)]))
    assert registry.put_manifest(stocked, "outer", outer).status_code == 201


@pytest.mark.haven_only
def test_index_entry_that_is_a_blob(registry, stocked):
    """BuildKit's caches are indexes whose entries are layers: such an entry must exist as a blob."""
    present = image_index([descriptor(LAYER, OCI_LAYER)])
    absent = image_index([descriptor(b"never pushed", OCI_LAYER)])
    assert registry.put_manifest(stocked, "cache", present).status_code == 201
    assert registry.put_manifest(stocked, "cache2", absent).status_code == 404


# What must exist


@pytest.mark.haven_only
@pytest.mark.parametrize("absent", ["config", "layer"])
def test_manifest_whose_blob_is_absent(registry, stocked, absent):
    config = b"{}" if absent == "config" else CONFIG
    layers = [b"never pushed"] if absent == "layer" else [LAYER]
    answer = registry.put_manifest(stocked, "broken", image_manifest(config, layers))
    assert answer.status_code == 404
    assert error_codes(answer) == ["MANIFEST_BLOB_UNKNOWN"]
    assert registry.manifest(stocked, "broken").status_code == 404


@pytest.mark.haven_only
def test_manifest_whose_blob_is_in_another_repository(registry, stocked, other_repository):
    answer = registry.put_manifest(other_repository, "stolen", manifest_with())
    assert (answer.status_code, error_codes(answer)[0]) == (404, "MANIFEST_BLOB_UNKNOWN")


@pytest.mark.haven_only
def test_foreign_layer_may_be_absent(registry, stocked):
    foreign = descriptor(
        b"kept elsewhere",
        "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip",
        urls=["https://example.test/layer"],
    )
    document = image_manifest(CONFIG, [LAYER])
    document["layers"].append(foreign)
    assert registry.put_manifest(stocked, "foreign", document).status_code == 201


# What is refused


def nested(depth: int) -> bytes:
    """Makes a manifest with annotations nested in arrays."""
    return manifest_with()[:-1] + b',"deep":' + b"[" * depth + b"]" * depth + b"}"


INVALID = [
    (b"", "nothing"),
    (b"{", "half a document"),
    (b"[]", "not an object"),
    (b"null", "null"),
    (b'{"schemaVersion":2}', "neither an image nor an index"),
    (manifest_with()[:-2], "cut off"),
    (manifest_with() + b"{}", "something behind the end"),
    (manifest_with().replace(b"sha256:", b"sha999:"), "an unknown algorithm"),
    (manifest_with().replace(b'"size":', b'"size":-'), "a negative size"),
    (manifest_with().replace(b'"schemaVersion":2', b'"schemaVersion":3'), "another schema version"),
    (manifest_with()[:-1] + b',"manifests":[]}', "an image and an index at once"),
    (manifest_with().replace(b"amd", b"\xff\xfe")[:-1] + b',"x":"\xff"}', "not UTF-8"),
    (nested(10_000), "nested ten thousand deep"),
]


@pytest.mark.haven_only
@pytest.mark.parametrize("data", [row[0] for row in INVALID], ids=[row[1] for row in INVALID])
def test_invalid_manifest(registry, stocked, data):
    answer = registry.put_manifest(stocked, "invalid", data, OCI_MANIFEST)
    assert answer.status_code == 400
    assert error_codes(answer)[0] in ("MANIFEST_INVALID", "DIGEST_INVALID")
    assert registry.manifest(stocked, "invalid").status_code == 404


@pytest.mark.haven_only
def test_media_type_that_differs_from_the_content_type(registry, stocked):
    answer = registry.put_manifest(stocked, "mixed", manifest_with(), OCI_INDEX)
    assert (answer.status_code, error_codes(answer)) == (400, ["MANIFEST_INVALID"])


@pytest.mark.haven_only
def test_largest_manifest(registry, stocked):
    """Four mebibytes are taken, one byte more is too much."""
    room = (4 << 20) - len(manifest_with(annotations={"x": ""}))
    fits, too_large = (manifest_with(annotations={"x": "a" * size}) for size in (room, room + 1))
    assert registry.put_manifest(stocked, "large", fits).status_code == 201
    assert registry.manifest(stocked, "large").content == fits
    answer = registry.put_manifest(stocked, "too-large", too_large)
    assert answer.status_code == 413
    assert error_codes(answer)[0] in ("MANIFEST_INVALID", "SIZE_INVALID", "REQUEST_ENTITY_TOO_LARGE")


# Deleting


@pytest.mark.haven_only
def test_delete_a_tag(registry, stocked):
    """Only the tag goes; the manifest and its other tags stay."""
    data = manifest_with()
    for tag in ("first", "second"):
        registry.put_manifest(stocked, tag, data)
    answer = registry.manifest(stocked, "first", "DELETE")
    assert answer.status_code == 202
    assert registry.manifest(stocked, "first").status_code == 404
    assert registry.manifest(stocked, "second").content == data


def test_delete_by_digest_takes_the_tags_along(registry, stocked):
    data = manifest_with()
    for tag in ("first", "second"):
        registry.put_manifest(stocked, tag, data)
    assert registry.manifest(stocked, digest_of(data), "DELETE").status_code == 202
    for reference in ("first", "second", digest_of(data)):
        assert registry.manifest(stocked, reference).status_code == 404


@pytest.mark.parametrize("reference", ["absent", digest_of(b"absent")], ids=["tag", "digest"])
@pytest.mark.haven_only
def test_delete_what_is_absent(registry, stocked, reference):
    answer = registry.manifest(stocked, reference, "DELETE")
    assert (answer.status_code, error_codes(answer)) == (404, ["MANIFEST_UNKNOWN"])


@pytest.mark.haven_only
def test_child_of_an_index_is_protected(registry, stocked):
    index, child = push_index(registry, stocked)
    answer = registry.manifest(stocked, digest_of(child), "DELETE")
    assert answer.status_code == 412
    assert registry.manifest(stocked, digest_of(child)).content == child
    assert registry.manifest(stocked, digest_of(index), "DELETE").status_code == 202
    assert registry.manifest(stocked, digest_of(child), "DELETE").status_code in (202, 404)


def test_pushed_again_after_deleting(registry, stocked):
    data = manifest_with()
    registry.put_manifest(stocked, "v1", data)
    registry.manifest(stocked, digest_of(data), "DELETE")
    for content in (CONFIG, LAYER):
        registry.push_blob(stocked, content)
    assert registry.put_manifest(stocked, "v1", data).status_code == 201
    assert registry.manifest(stocked, "v1").content == data


# Artifacts that are not images


@pytest.mark.haven_only
def test_artifact_with_an_empty_config(registry, repository):
    """Image specification 1.1: artifactType and the empty descriptor."""
    for data in (b"{}", b"some content"):
        registry.push_blob(repository, data)
    document = {
        "schemaVersion": 2,
        "mediaType": OCI_MANIFEST,
        "artifactType": "application/vnd.example.thing",
        "config": descriptor(b"{}", OCI_EMPTY),
        "layers": [descriptor(b"some content", "text/plain")],
    }
    assert registry.put_manifest(repository, "thing", document).status_code == 201
