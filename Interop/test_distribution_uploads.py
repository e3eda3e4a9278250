"""Uploads: in one piece, in chunks, streamed, resumed, cancelled, mounted (OCI Distribution specification, Push)."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from harness.accounts import populate
from harness.images import random_bytes
from harness.registry import digest_of, error_codes

CONTENT = random_bytes(300_000, 12)
DIGEST = digest_of(CONTENT)
OTHER_DIGEST = digest_of(b"other content")
CHUNKS = [(0, 100_000), (100_000, 200_000), (200_000, 300_000)]


def append(registry, location, start, end, data=CONTENT, **headers):
    """Sends one chunk with its Content-Range."""
    sent = {"Content-Type": "application/octet-stream", "Content-Range": f"{start}-{end - 1}", **headers}
    return registry.request("PATCH", location, data=data[start:end], headers=sent)


def stream(registry, location, pieces):
    """Sends pieces in one PATCH without saying how long it will be."""
    headers = {"Content-Type": "application/octet-stream"}
    return registry.request("PATCH", location, data=iter(pieces), headers=headers)


def assert_stored(registry, repository, digest=DIGEST, content=CONTENT):
    """Checks that a blob is there with exactly this content."""
    answer = registry.blob(repository, digest)
    assert (answer.status_code, answer.content) == (200, content)


def test_post_opens_a_session(registry, repository):
    answer = registry.request("POST", f"/v2/{repository}/blobs/uploads/")
    assert answer.status_code == 202
    assert answer.headers["Docker-Upload-UUID"] in answer.headers["Location"]
    assert answer.headers["Range"] == "0-0"


@pytest.mark.haven_only
def test_locations_carry_no_query_and_no_host(registry, repository):
    """Some clients drop a Location's query, and a host in it would have to be known before the first start."""
    session = registry.start_upload(repository)
    chunk = append(registry, session, 0, 100_000).headers["Location"]
    blob = registry.finish_upload(chunk, DIGEST, CONTENT[100_000:]).headers["Location"]
    for location in (session, chunk, blob):
        assert re.fullmatch(r"/v2/[^?#]+", location), location


def test_post_then_put(registry, repository):
    answer = registry.finish_upload(registry.start_upload(repository), DIGEST, CONTENT)
    assert answer.status_code == 201
    assert answer.headers["Docker-Content-Digest"] == DIGEST
    assert answer.headers["Location"].endswith(f"/v2/{repository}/blobs/{DIGEST}")
    assert_stored(registry, repository)


@pytest.mark.haven_only
def test_post_with_the_whole_content(registry, repository):
    headers = {"Content-Type": "application/octet-stream"}
    path = f"/v2/{repository}/blobs/uploads/"
    answer = registry.request("POST", path, params={"digest": DIGEST}, data=CONTENT, headers=headers)
    assert answer.status_code == 201
    assert answer.headers["Location"].endswith(f"/v2/{repository}/blobs/{DIGEST}")
    assert_stored(registry, repository)


def test_chunks_and_put_without_body(registry, repository):
    location = registry.start_upload(repository)
    for start, end in CHUNKS:
        answer = append(registry, location, start, end)
        assert answer.status_code == 202
        assert answer.headers["Range"] == f"0-{end - 1}"
        location = answer.headers["Location"]
    assert registry.finish_upload(location, DIGEST).status_code == 201
    assert_stored(registry, repository)


def test_last_chunk_in_the_put(registry, repository):
    location = registry.start_upload(repository)
    for start, end in CHUNKS[:-1]:
        location = append(registry, location, start, end).headers["Location"]
    start, end = CHUNKS[-1]
    answer = registry.finish_upload(
        location, DIGEST, CONTENT[start:end], headers={"Content-Range": f"{start}-{end - 1}"}
    )
    assert answer.status_code == 201
    assert_stored(registry, repository)


def test_streamed(registry, repository):
    pieces = [CONTENT[start:end] for start, end in CHUNKS]
    answer = stream(registry, registry.start_upload(repository), pieces)
    assert (answer.status_code, answer.headers["Range"]) == (202, f"0-{len(CONTENT) - 1}")
    assert registry.finish_upload(answer.headers["Location"], DIGEST).status_code == 201
    assert_stored(registry, repository)


def test_put_streamed(registry, repository):
    answer = registry.finish_upload(registry.start_upload(repository), DIGEST, iter([CONTENT[:9], CONTENT[9:]]))
    assert answer.status_code == 201
    assert_stored(registry, repository)


@pytest.mark.haven_only
def test_sha512_upload_in_chunks(registry, repository):
    """The algorithm is not known before the PUT."""
    location = registry.start_upload(repository)
    for start, end in CHUNKS:
        location = append(registry, location, start, end).headers["Location"]
    digest = digest_of(CONTENT, "sha512")
    assert registry.finish_upload(location, digest).status_code == 201
    assert_stored(registry, repository, digest)


def test_progress(registry, repository):
    location = append(registry, registry.start_upload(repository), 0, 100_000).headers["Location"]
    answer = registry.request("GET", location)
    assert answer.status_code == 204
    assert answer.headers["Range"] == "0-99999"
    assert answer.headers["Location"]


OUT_OF_ORDER = [
    (150_000, 200_000, "a gap"),
    (0, 100_000, "sent again"),
    (50_000, 150_000, "overlapping"),
]


@pytest.mark.haven_only
@pytest.mark.parametrize("start, end", [row[:2] for row in OUT_OF_ORDER], ids=[row[2] for row in OUT_OF_ORDER])
def test_chunk_out_of_order(registry, repository, start, end):
    """The session stays as it was, and goes on with the right chunk."""
    location = append(registry, registry.start_upload(repository), 0, 100_000).headers["Location"]
    assert append(registry, location, start, end).status_code == 416
    progress = registry.request("GET", location)
    assert (progress.status_code, progress.headers["Range"]) == (204, "0-99999")
    location = append(registry, location, 100_000, 300_000).headers["Location"]
    assert registry.finish_upload(location, DIGEST).status_code == 201
    assert_stored(registry, repository)


@pytest.mark.haven_only
@pytest.mark.parametrize("value", ["100-50", "bytes 0-9", "0-", "x-y", "0-99999999999999999999"])
def test_chunk_with_a_range_that_is_none(registry, repository, value):
    location = registry.start_upload(repository)
    answer = append(registry, location, 0, 100_000, **{"Content-Range": value})
    assert answer.status_code in (400, 416)
    assert append(registry, location, 0, 100_000).status_code == 202


@pytest.mark.haven_only
def test_chunk_shorter_than_its_range(registry, repository):
    location = registry.start_upload(repository)
    headers = {"Content-Type": "application/octet-stream", "Content-Range": "0-999"}
    answer = registry.request("PATCH", location, data=b"too short", headers=headers)
    assert answer.status_code in (400, 416)


def test_cancel(registry, repository):
    location = append(registry, registry.start_upload(repository), 0, 100_000).headers["Location"]
    assert registry.request("DELETE", location).status_code == 204
    answer = registry.request("GET", location)
    assert (answer.status_code, error_codes(answer)) == (404, ["BLOB_UPLOAD_UNKNOWN"])


def test_session_ends_with_the_put(registry, repository):
    location = registry.start_upload(repository)
    assert registry.finish_upload(location, DIGEST, CONTENT).status_code == 201
    assert registry.request("GET", location).status_code == 404


@pytest.mark.parametrize("method", ["GET", "PATCH", "PUT", "DELETE"])
def test_unknown_session(registry, repository, method):
    path = f"/v2/{repository}/blobs/uploads/6f1d1c5e-9a58-4a5b-8a34-5d1a3e3c7f00"
    answer = registry.request(method, path, params={"digest": DIGEST} if method == "PUT" else None)
    assert answer.status_code == 404


@pytest.mark.haven_only
def test_session_belongs_to_its_repository(registry, repository, other_repository):
    location = registry.start_upload(repository)
    moved = location.replace(repository, other_repository)
    assert registry.finish_upload(moved, DIGEST, CONTENT).status_code == 404


def test_wrong_digest(registry, repository):
    answer = registry.finish_upload(registry.start_upload(repository), OTHER_DIGEST, CONTENT)
    assert answer.status_code == 400
    assert "DIGEST_INVALID" in error_codes(answer)
    for digest in (DIGEST, OTHER_DIGEST):
        assert registry.blob(repository, digest, "HEAD").status_code == 404


@pytest.mark.haven_only
def test_put_without_a_digest(registry, repository):
    answer = registry.request("PUT", registry.start_upload(repository), data=CONTENT)
    assert (answer.status_code, error_codes(answer)) == (400, ["DIGEST_INVALID"])


@pytest.mark.haven_only
def test_two_writers_of_one_session(registry, repository):
    """One wins, the others are told; what is stored is whole."""
    location = registry.start_upload(repository)
    with ThreadPoolExecutor(4) as pool:
        codes = list(pool.map(lambda _: append(registry, location, 0, 300_000).status_code, range(4)))
    assert codes.count(202) == 1
    assert set(codes) == {202, 416}
    assert registry.finish_upload(location, DIGEST).status_code == 201
    assert_stored(registry, repository)


@pytest.mark.haven_only
def test_resume_after_a_restart_of_the_server(fresh_server):
    """Two chunks before the restart, the rest after it."""
    server = fresh_server().start()
    registry = populate(server, "developer").registry("developer")
    location = registry.start_upload("interop/resumed")
    for start, end in CHUNKS[:-1]:
        location = append(registry, location, start, end).headers["Location"]
    server.restart()
    assert registry.request("GET", location).headers["Range"] == "0-199999"
    location = append(registry, location, *CHUNKS[-1]).headers["Location"]
    assert registry.finish_upload(location, DIGEST).status_code == 201
    assert_stored(registry, "interop/resumed")


# Mounting


def mount(registry, destination, digest, source=None, scopes=None):
    """Asks to mount a blob, from a repository or from anywhere."""
    parameters = {"mount": digest, **({"from": source} if source else {})}
    if scopes is None and source:
        scopes = (f"repository:{destination}:pull,push", f"repository:{source}:pull")
    return registry.request("POST", f"/v2/{destination}/blobs/uploads/", params=parameters, scopes=scopes)


def assert_upload_instead(answer):
    """Checks for the answer of a mount that could not be done: an upload session."""
    assert answer.status_code == 202
    assert "/blobs/uploads/" in answer.headers["Location"]


def test_mount(registry, repository, other_repository):
    registry.push_blob(repository, CONTENT)
    answer = mount(registry, other_repository, DIGEST, repository)
    assert answer.status_code == 201
    assert answer.headers["Location"].endswith(f"/v2/{other_repository}/blobs/{DIGEST}")
    assert answer.headers["Docker-Content-Digest"] == DIGEST
    assert_stored(registry, other_repository)


def test_mount_of_an_absent_blob(registry, repository, other_repository):
    registry.push_blob(repository, b"makes the repository exist")
    assert_upload_instead(mount(registry, other_repository, OTHER_DIGEST, repository))


@pytest.mark.haven_only
def test_mount_without_a_source(registry, repository, other_repository):
    """The blob is looked for wherever the user may read."""
    content = random_bytes(1000, 13)
    digest = registry.push_blob(repository, content)
    answer = mount(registry, other_repository, digest)
    assert answer.status_code == 201
    assert_stored(registry, other_repository, digest, content)


@pytest.mark.haven_only
@pytest.mark.parametrize("named", [True, False], ids=["from the hidden repository", "from anywhere"])
def test_mount_does_not_tell_what_the_user_cannot_read(world, repository, named):
    """The answer is the same as for a blob that does not exist."""
    secret = random_bytes(1000, 14 + named)
    digest = world.registry("maintainer").push_blob(repository, secret)
    outsider = own_project_registry(world)
    destination = f"{OWN_PROJECT}/mounted"
    hidden = mount(outsider, destination, digest, repository if named else None)
    absent = mount(outsider, destination, OTHER_DIGEST, repository if named else None)
    assert_upload_instead(hidden)
    assert_upload_instead(absent)
    assert set(hidden.headers) == set(absent.headers)
    assert outsider.blob(destination, digest, "HEAD").status_code == 404


@pytest.mark.haven_only
def test_mount_needs_the_right_to_push(world, repository, other_repository):
    world.registry("maintainer").push_blob(repository, CONTENT)
    guest = world.registry("guest")
    assert mount(guest, other_repository, DIGEST, repository).status_code == 401


OWN_PROJECT = "outsiders-own"


def own_project_registry(world):
    """Gives the outsider a project to push to, once per server, and returns the outsider's client."""
    if OWN_PROJECT not in {project["name"] for project in world.server.cli.listed("project", "list")}:
        world.server.cli.create_project(OWN_PROJECT, owner="outsider")
    return world.registry("outsider")
