"""Blobs: fetching, ranges, conditional requests, deleting (OCI Distribution specification, Pull and Management)."""

import pytest
from harness.images import random_bytes
from harness.registry import digest_of, encoded, error_codes, image_manifest

CONTENT = random_bytes(70_000, 11)
DIGEST = digest_of(CONTENT)
ABSENT = digest_of(b"nobody has pushed this")


@pytest.fixture
def stocked(registry, repository):
    """A repository that holds one blob that no manifest uses."""
    registry.push_blob(repository, CONTENT)
    return repository


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_blob_is_answered_with_its_headers(registry, stocked, method):
    answer = registry.blob(stocked, DIGEST, method)
    assert answer.status_code == 200
    assert answer.headers["Docker-Content-Digest"] == DIGEST
    assert answer.headers["Content-Length"] == str(len(CONTENT))
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert answer.content == (CONTENT if method == "GET" else b"")


@pytest.mark.parametrize("method", ["GET", "HEAD", "DELETE"])
def test_absent_blob(registry, stocked, method):
    answer = registry.blob(stocked, ABSENT, method)
    assert answer.status_code == 404
    if method != "HEAD":
        assert error_codes(answer) == ["BLOB_UNKNOWN"]


def test_blob_of_another_repository_is_not_shown(registry, stocked, other_repository):
    registry.push_blob(other_repository, b"makes the repository exist")
    assert registry.blob(other_repository, DIGEST).status_code == 404


RANGES = [
    ("bytes=0-0", 0, 1, "one byte"),
    ("bytes=100-299", 100, 300, "the middle"),
    ("bytes=69000-", 69_000, 70_000, "from an offset to the end"),
    ("bytes=-500", 69_500, 70_000, "a suffix"),
    ("bytes=-900000", 0, 70_000, "a suffix longer than the content is the whole (RFC 9110 14.1.2)"),
    ("bytes=69990-900000", 69_990, 70_000, "an end past the content is cut (RFC 9110 14.1.2)"),
]


@pytest.mark.parametrize("value, start, end", [row[:3] for row in RANGES], ids=[row[3] for row in RANGES])
def test_range(registry, stocked, value, start, end):
    answer = registry.blob(stocked, DIGEST, headers={"Range": value})
    assert answer.status_code == 206
    assert answer.headers["Content-Range"] == f"bytes {start}-{end - 1}/{len(CONTENT)}"
    assert answer.content == CONTENT[start:end]


UNSATISFIABLE = [
    ("bytes=70000-", "starts at the end"),
    ("bytes=90000-90001", "starts past the end"),
    ("bytes=-0", "an empty suffix"),
]


@pytest.mark.haven_only
@pytest.mark.parametrize("value", [row[0] for row in UNSATISFIABLE], ids=[row[1] for row in UNSATISFIABLE])
def test_range_that_cannot_be_had(registry, stocked, value):
    answer = registry.blob(stocked, DIGEST, headers={"Range": value})
    assert answer.status_code == 416
    assert answer.headers["Content-Range"] == f"bytes */{len(CONTENT)}"


@pytest.mark.haven_only
def test_several_ranges_are_refused(registry, stocked):
    answer = registry.blob(stocked, DIGEST, headers={"Range": "bytes=0-1,5-6"})
    assert answer.status_code == 416


@pytest.mark.haven_only
@pytest.mark.parametrize("value", ["lines=1-2", "bytes", "bytes=a-b", "bytes=--5"])
def test_range_that_is_none_is_ignored(registry, stocked, value):
    """RFC 9110 14.2: a Range with an unknown unit is ignored, and an invalid one may be."""
    answer = registry.blob(stocked, DIGEST, headers={"Range": value})
    assert (answer.status_code, answer.content) == (200, CONTENT)


@pytest.mark.haven_only
def test_range_that_ends_before_it_starts(registry, stocked):
    """RFC 9110 14.2: a server may reject an invalid range."""
    assert registry.blob(stocked, DIGEST, headers={"Range": "bytes=5-2"}).status_code == 416


@pytest.mark.parametrize("form", ['"{}"', '"other", "{}"', "*"])
def test_blob_that_the_client_has(registry, stocked, form):
    answer = registry.blob(stocked, DIGEST, headers={"If-None-Match": form.format(DIGEST)})
    assert (answer.status_code, answer.content) == (304, b"")


def test_blob_that_the_client_has_not(registry, stocked):
    answer = registry.blob(stocked, DIGEST, headers={"If-None-Match": f'"{ABSENT}"'})
    assert (answer.status_code, answer.content) == (200, CONTENT)


@pytest.mark.haven_only
def test_range_only_if_unchanged(registry, stocked):
    """RFC 9110 13.1.5: another validator in If-Range makes the answer the whole content."""
    same = registry.blob(stocked, DIGEST, headers={"Range": "bytes=0-9", "If-Range": f'"{DIGEST}"'})
    other = registry.blob(stocked, DIGEST, headers={"Range": "bytes=0-9", "If-Range": f'"{ABSENT}"'})
    assert (same.status_code, other.status_code) == (206, 200)


def test_unused_blob_is_deleted(registry, stocked):
    assert registry.blob(stocked, DIGEST, "DELETE").status_code == 202
    assert registry.blob(stocked, DIGEST, "HEAD").status_code == 404


@pytest.mark.haven_only
def test_blob_in_use_is_kept(registry, repository):
    """While a manifest of the repository uses the blob, deleting it is not allowed here."""
    registry.push_image(repository, "one", [CONTENT])
    answer = registry.blob(repository, DIGEST, "DELETE")
    assert answer.status_code == 405
    assert error_codes(answer) == ["UNSUPPORTED"]
    assert registry.blob(repository, DIGEST).content == CONTENT


def test_deleting_removes_this_repositorys_link_only(registry, stocked, other_repository):
    registry.push_blob(other_repository, CONTENT)
    assert registry.blob(stocked, DIGEST, "DELETE").status_code == 202
    assert registry.blob(other_repository, DIGEST).content == CONTENT


@pytest.mark.haven_only
@pytest.mark.parametrize("text", ["sha256:abc", "sha256:" + "Z" * 64, "sha256:" + "A" * 64, "md5:" + "0" * 32])
def test_malformed_digest(registry, stocked, text):
    answer = registry.blob(stocked, text)
    assert answer.status_code == 400
    assert error_codes(answer)[0] in ("DIGEST_INVALID", "UNSUPPORTED")


@pytest.mark.haven_only
def test_sha512(registry, repository):
    """An image whose every digest is sha512."""
    config, layer = encoded({"architecture": "amd64", "os": "linux"}), CONTENT
    for data in (config, layer):
        registry.push_blob(repository, data, "sha512")
    data = encoded(image_manifest(config, [layer], "sha512"))
    digest = digest_of(data, "sha512")
    answer = registry.put_manifest(repository, digest, data)
    assert (answer.status_code, answer.headers["Docker-Content-Digest"]) == (201, digest)
    assert registry.manifest(repository, digest).content == data
    assert registry.blob(repository, digest_of(layer, "sha512")).content == layer


def test_empty_blob(registry, repository):
    digest = registry.push_blob(repository, b"")
    answer = registry.blob(repository, digest)
    assert (answer.status_code, answer.content, answer.headers["Content-Length"]) == (200, b"", "0")
