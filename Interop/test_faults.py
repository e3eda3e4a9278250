"""Faults: the server is killed in the middle of pushes, the disk is full."""

import os
import random
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests
from harness.accounts import populate
from harness.commands import run
from harness.images import random_bytes
from harness.layouts import assert_image_complete
from harness.registry import Registry, digest_of, encoded, error_codes, image_manifest
from harness.server import Haven

pytestmark = pytest.mark.haven_only
SEED = int(os.environ.get("HAVEN_INTEROP_SEED", random.SystemRandom().randrange(1 << 32)))
LOST = (requests.ConnectionError, requests.Timeout, requests.exceptions.ChunkedEncodingError)


class Pusher(threading.Thread):
    """Pushes images one after another until the server is gone; notes what was acknowledged."""

    def __init__(self, server: Haven, name: str, seed: int):
        super().__init__(name=name)
        self.registry = Registry(server.url, ("developer", "Pass-developer-1"))
        self.random = random.Random(seed)
        self.repository = f"interop/{name}"
        self.acknowledged: dict[str, bytes] = {}
        self.interrupted: tuple[str, list[bytes]] | None = None
        self.failure: Exception | None = None

    def run(self) -> None:
        """Pushes until a connection is lost; any other trouble is kept for the test."""
        number = 0
        try:
            while True:
                layers = [self.random.randbytes(self.random.randrange(1, 300_000)) for _ in range(2)]
                self.interrupted = (f"v{number}", layers)
                self.push(f"v{number}", layers)
                number += 1
        except LOST:
            pass
        except Exception as trouble:  # noqa: BLE001
            self.failure = trouble

    def push(self, tag: str, layers: list[bytes]) -> None:
        """Pushes one image; it is acknowledged when its manifest's 201 has been read."""
        config = encoded({"architecture": "amd64", "os": "linux", "created_by": f"{self.name} {tag}"})
        for data in (config, *layers):
            if self.random.random() < 0.5:
                self.registry.push_blob(self.repository, data)
            else:
                self.push_in_chunks(data)
        manifest = encoded(image_manifest(config, layers))
        answer = self.registry.put_manifest(self.repository, tag, manifest)
        assert answer.status_code == 201, answer.text
        self.acknowledged[tag] = manifest

    def push_in_chunks(self, data: bytes) -> None:
        """Uploads a blob in up to three PATCHes."""
        location = self.registry.start_upload(self.repository)
        size = max(1, len(data) // 3 + 1)
        for start in range(0, len(data), size):
            part = data[start : start + size]
            headers = {"Content-Range": f"{start}-{start + len(part) - 1}", "Content-Type": "application/octet-stream"}
            answer = self.registry.request("PATCH", location, data=part, headers=headers)
            assert answer.status_code == 202, answer.text
            location = answer.headers["Location"]
        assert self.registry.finish_upload(location, digest_of(data)).status_code == 201

    def check(self) -> None:
        """Checks that what was acknowledged is whole and that the interrupted push can be done again."""
        assert self.failure is None, self.failure
        for tag, manifest in self.acknowledged.items():
            assert self.registry.manifest(self.repository, tag).content == manifest, f"{self.repository}:{tag}"
            assert_image_complete(self.registry, self.repository, tag)
        tag, layers = self.interrupted
        if tag not in self.acknowledged:
            self.push(tag, layers)
            assert_image_complete(self.registry, self.repository, tag)


def kill_during_pushes(server: Haven, round_number: int, chance: random.Random) -> int:
    """One round: push from three clients, kill, start again, check; returns how many pushes were acknowledged."""
    pushers = [Pusher(server, f"r{round_number}-{n}", chance.randrange(1 << 30)) for n in range(3)]
    for pusher in pushers:
        pusher.registry.authorization(f"repository:{pusher.repository}:pull,push,delete")
        pusher.start()
    if round_number == 0:
        wait_for_acknowledgement(pushers)
    time.sleep(chance.uniform(0.0, 0.6))
    server.kill()
    for pusher in pushers:
        pusher.join(300)
        assert not pusher.is_alive(), "a client waits for ever"
    server.start()
    server.cli.verify()
    for pusher in pushers:
        pusher.check()
    return sum(len(pusher.acknowledged) for pusher in pushers)


def wait_for_acknowledgement(pushers: list[Pusher]) -> None:
    """Waits until one push was acknowledged."""
    deadline = time.monotonic() + 120
    while not any(pusher.acknowledged for pusher in pushers):
        assert time.monotonic() < deadline and any(pusher.is_alive() for pusher in pushers), "nothing was pushed"
        time.sleep(0.01)


@pytest.mark.parametrize(
    "rounds", [pytest.param(5), pytest.param(50, marks=[pytest.mark.slow, pytest.mark.timeout(3600)])]
)
def test_killed_in_the_middle_of_pushes(fresh_server, rounds, record_property):
    print(f"seed {SEED} (HAVEN_INTEROP_SEED={SEED} repeats this run)")
    record_property("seed", SEED)
    chance = random.Random(SEED + rounds)
    server = fresh_server().start()
    populate(server, "developer")
    acknowledged = sum(kill_during_pushes(server, number, chance) for number in range(rounds))
    print(f"{acknowledged} pushes were acknowledged before a kill, and all are whole")
    assert acknowledged > 0
    server.cli.gc("--grace-period", "0")
    server.cli.verify()


@pytest.mark.slow
def test_killed_while_collecting(fresh_server):
    """The next run repairs what a crash of the collector leaves."""
    print(f"seed {SEED}")
    chance = random.Random(SEED)
    server = fresh_server().start()
    registry = populate(server, "maintainer").registry("maintainer")
    server.configure(undelete_window_hours=0)
    for number in range(15):
        kept = registry.push_image("interop/kept", f"v{number}", [chance.randbytes(1000)])
        for n in range(10):
            gone = registry.push_image("interop/gone", f"v{n}", [chance.randbytes(1000)])
            registry.manifest("interop/gone", digest_of(gone), "DELETE")
        collector = threading.Thread(target=lambda: server.cli("gc", "--grace-period", "0", expect=None))
        collector.start()
        time.sleep(chance.uniform(0, 0.1))
        server.kill()
        collector.join()
        server.start()
        server.cli.verify()
        assert registry.manifest("interop/kept", f"v{number}").content == kept
    server.cli.gc("--grace-period", "0")
    server.cli.verify()
    assert len(server.blob_files()) == 15 + 1, "layers and a config"


# A full disk


@contextmanager
def small_disk(path: Path, megabytes: int):
    """Mounts a memory file system of a given size."""
    path.mkdir(parents=True)
    run("mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", path)
    try:
        yield path
    finally:
        run("umount", "--lazy", path)


def fill(path: Path, leave: int = 0) -> Path:
    """Writes a file that takes all but some bytes of the file system."""
    filler = path / "filler"
    with filler.open("wb") as file:
        try:
            while True:
                file.write(b"\0" * 65536)
                file.flush()
        except OSError:
            pass
    if leave:
        os.truncate(filler, max(0, filler.stat().st_size - leave))
    return filler


@pytest.fixture
def full_world(binary, tmp_path):
    """A populated server whose data are on a disk of 64 MB, with one image pushed."""
    del binary
    with small_disk(tmp_path / "disk", 64) as disk, Haven(disk) as server:
        server.log_path = tmp_path / "server.log"
        server.restart()
        yield populate(server, "developer", "guest")


def assert_refused(answer: requests.Response) -> None:
    """Checks for 507 or another error in the specification's shape."""
    assert answer.status_code == 507 or 400 <= answer.status_code < 600, answer.status_code
    error_codes(answer)


def refused_upload(registry: Registry, repository: str, data: bytes) -> requests.Response | None:
    """Tries to push a blob; returns the refusal, or None if the connection was closed instead of an answer."""
    try:
        answer = registry.request("POST", f"/v2/{repository}/blobs/uploads/")
        if answer.status_code == 202:
            answer = registry.finish_upload(answer.headers["Location"], digest_of(data), data)
        return answer
    except LOST:
        return None


@pytest.mark.privileged
def test_blob_larger_than_the_disk(full_world):
    """507, or another error of the specification; pulls go on, and what had been written is given back."""
    registry = full_world.registry("developer")
    kept = registry.push_image("interop/kept", "v1", [b"layer" * 1000])
    large = random_bytes(100 << 20, 61)
    assert_refused(refused_upload(registry, "interop/large", large))
    assert registry.manifest("interop/kept", "v1").content == kept
    assert_image_complete(registry, "interop/kept", "v1")
    assert registry.blob("interop/large", digest_of(large), "HEAD").status_code == 404
    registry.push_image("interop/after", "v1", [random_bytes(8 << 20, 62)])
    full_world.server.cli.verify()


@pytest.mark.privileged
@pytest.mark.parametrize("left", [0, 40_000, 400_000])
def test_full_disk(full_world, left):
    """Uploads, manifests and the database meet the end of the disk; reading goes on, and so does writing afterwards."""
    registry = full_world.registry("developer")
    kept = registry.push_image("interop/kept", "v1", [b"layer" * 1000])
    filler = fill(full_world.server.directory, leave=left)
    refusals = []
    for number in range(30):
        data = random_bytes(50_000, 63 + number)
        answer = refused_upload(registry, "interop/full", data)
        assert answer is not None, "the connection was closed instead of an answer"
        if answer.status_code != 201:
            refusals.append(answer)
    assert refusals, "the disk never was full"
    for answer in refusals:
        assert_refused(answer)
    assert_image_complete(full_world.registry("guest"), "interop/kept", "v1")
    assert registry.manifest("interop/kept", "v1").content == kept
    assert full_world.server.process.poll() is None
    filler.unlink()
    registry.push_image("interop/after", "v1", [b"room again"])
    full_world.server.restart()
    full_world.server.cli.verify()
    assert_image_complete(registry, "interop/after", "v1")
