"""A system-call trace proves what a killed process cannot: what is acknowledged was made durable first, in order."""

import os
import re

import pytest
from harness.accounts import populate
from harness.images import random_bytes
from harness.registry import digest_of, encoded, image_manifest
from harness.trace import Trace, first, parse

pytestmark = [pytest.mark.haven_only, pytest.mark.privileged, pytest.mark.program("strace")]
CONTENT = random_bytes(3_000_000, 51)
DIGEST = digest_of(CONTENT)
HEX = DIGEST.split(":")[1]
LOG = r"haven\.sqlite-wal|\.sqlite3?-wal|\.db-wal"


@pytest.fixture
def world(fresh_server):
    """A populated server on the embedded database."""
    return populate(fresh_server().start(), "developer")


def trace_of(world, tmp_path, action):
    """Runs an action under trace; returns the system calls."""
    with Trace(world.server.process.pid, tmp_path / "trace") as trace:
        action()
    return trace.calls()


def push_in_one_put(registry):
    """POST, then PUT with the whole body."""
    registry.push_blob("interop/traced", CONTENT)


def push_in_chunks(registry):
    """POST, two PATCHes, PUT without a body."""
    location = registry.start_upload("interop/traced")
    for start, end in ((0, 1_000_000), (1_000_000, len(CONTENT))):
        headers = {"Content-Range": f"{start}-{end - 1}", "Content-Type": "application/octet-stream"}
        answer = registry.request("PATCH", location, data=CONTENT[start:end], headers=headers)
        assert answer.status_code == 202
        location = answer.headers["Location"]
    assert registry.finish_upload(location, DIGEST).status_code == 201


def push_in_the_post(registry):
    """POST with the digest and the whole body."""
    path, headers = "/v2/interop/traced/blobs/uploads/", {"Content-Type": "application/octet-stream"}
    answer = registry.request("POST", path, params={"digest": DIGEST}, data=CONTENT, headers=headers)
    assert answer.status_code == 201


@pytest.mark.parametrize("push", [push_in_one_put, push_in_chunks, push_in_the_post])
def test_blob_is_durable_before_it_is_acknowledged(world, tmp_path, push):
    """write → fsync(file) → rename → fsync(directory) → commit (write and fdatasync of the log) → 201."""
    registry = world.registry("developer")
    registry.push_image("interop/traced", "warm", [b"up"])
    calls = trace_of(world, tmp_path, lambda: push(registry))
    renamed = first(calls, "rename of the blob", 0, lambda call: "rename" in call.name and HEX in call.text)
    source = re.findall(r'"([^"]*)"', renamed.text)[0]
    upload = os.path.basename(source)
    written = [call for call in calls if call.writes_to(upload)]
    assert written, f"no write to {upload}"
    last_write = max(call.ended for call in written)
    synced = first(calls, f"fsync of {upload}", last_write, lambda call: call.syncs(re.escape(upload)))
    assert synced.ended <= renamed.began, "the file is durable before it gets its name"
    directory = first(
        calls, "fsync of the blob's directory", renamed.ended, lambda call: call.syncs(rf"blobs/sha256/{HEX[:2]}$")
    )
    logged = first(calls, "write of the commit", directory.ended, lambda call: call.writes_to("-wal"))
    committed = first(calls, "sync of the database's log", logged.ended, lambda call: call.syncs(LOG))
    answered = first(calls, "201", 0, lambda call: call.answers(201))
    assert committed.ended <= answered.began, "the answer leaves after the commit is durable"


def test_manifest_is_durable_before_it_is_acknowledged(world, tmp_path):
    registry = world.registry("developer")
    config = encoded({"architecture": "amd64", "os": "linux"})
    registry.push_blob("interop/traced", config)
    registry.push_blob("interop/traced", CONTENT)
    document = image_manifest(config, [CONTENT])
    # A commit in the background may come between a sync and its answer, but not each time.
    for tag in ("v1", "v2", "v3"):
        calls = trace_of(world, tmp_path, lambda: registry.put_manifest("interop/traced", tag, document))
        answered = first(calls, "201", 0, lambda call: call.answers(201))
        before = [call for call in calls if call.ended <= answered.began]
        logged = [call for call in before if call.writes_to("-wal")]
        assert logged, "the manifest was not written to the database's log before the answer"
        if any(call.syncs(LOG) and call.began >= max(each.ended for each in logged) for call in before):
            return
    raise AssertionError("the database's log was not synced before the answer")


def test_chunk_is_durable_before_its_range_is_answered(world, tmp_path):
    """A client that was told `Range: 0-N` never sends those bytes again."""
    registry = world.registry("developer")
    location = registry.start_upload("interop/traced")
    headers = {"Content-Range": "0-999999", "Content-Type": "application/octet-stream"}
    send = lambda: registry.request("PATCH", location, data=CONTENT[:1_000_000], headers=headers)  # noqa: E731
    calls = trace_of(world, tmp_path, send)
    answered = first(calls, "202", 0, lambda call: call.answers(202))
    last_write = max(call.ended for call in calls if call.writes_to("/uploads/"))
    synced = first(calls, "fsync of the upload", last_write, lambda call: call.syncs("/uploads/"))
    logged = first(calls, "write of the offset", synced.ended, lambda call: call.writes_to("-wal"))
    committed = first(calls, "sync of the database's log", logged.ended, lambda call: call.syncs(LOG))
    assert committed.ended <= answered.began


def test_the_reading_of_traces():
    """The parser itself: interrupted calls are put together and keep both of their times."""
    calls = parse(
        "10 1.000000 fsync(7</d/uploads/x> <unfinished ...>\n"
        '11 1.100000 write(9<socket:[1]>, "HTTP/1.1 201 Created", 20) = 20\n'
        "10 1.200000 <... fsync resumed>) = 0\n"
        "10 1.300000 +++ exited with 0 +++\n"
    )
    assert [(call.name, call.began, call.ended) for call in calls] == [("write", 1.1, 1.1), ("fsync", 1.0, 1.2)]
    assert calls[0].answers(201) and calls[1].syncs("uploads/x")
