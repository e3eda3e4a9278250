"""`haven verify` finds what is damaged, `haven gc` removes what nothing references and nothing else."""

import os
import secrets
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from harness.accounts import populate
from harness.layouts import assert_image_complete
from harness.registry import OCI_MANIFEST, descriptor, digest_of, image_index

pytestmark = pytest.mark.haven_only
LAYER = secrets.token_bytes(50_000)
NO_GRACE = ("--grace-period", "0")


@pytest.fixture
def world(fresh_server):
    """A populated server of the test's own, which forgets at once what is deleted."""
    world = populate(fresh_server().start(), "maintainer")
    world.server.configure(undelete_window_hours=0)
    return world


@pytest.fixture
def registry(world):
    """The client of a maintainer."""
    return world.registry("maintainer")


def test_sound_data(world, registry):
    registry.push_image("interop/a", "v1", [LAYER])
    assert world.server.cli("verify").returncode == 0
    assert world.server.cli.verify()


def flip(path: Path) -> None:
    """Changes one byte in the middle of a file."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


DAMAGE = [
    (flip, "one byte changed"),
    (lambda path: os.truncate(path, 100), "cut off"),
    (lambda path: path.unlink(), "gone"),
    (lambda path: path.write_bytes(b""), "emptied"),
]


@pytest.mark.parametrize("damage", [row[0] for row in DAMAGE], ids=[row[1] for row in DAMAGE])
def test_damaged_blob_is_reported(world, registry, damage):
    registry.push_image("interop/a", "v1", [LAYER])
    registry.push_image("interop/whole", "v1", [b"another layer"])
    (stored,) = world.server.blob_files(digest_of(LAYER))
    damage(stored)
    said = world.server.cli("verify", expect=1)
    assert digest_of(LAYER) in said.stdout + said.stderr
    report = world.server.cli.verify(expect=1)
    assert {problem["digest"] for problem in report["problems"]} == {digest_of(LAYER)}


def test_pushing_again_repairs(world, registry):
    """A damaged or lost blob is replaced when somebody uploads it anew."""
    data = registry.push_image("interop/a", "v1", [LAYER])
    (stored,) = world.server.blob_files(digest_of(LAYER))
    stored.unlink()
    world.server.cli.verify(expect=1)
    registry.push_blob("interop/a", LAYER)
    world.server.cli.verify()
    assert registry.manifest("interop/a", "v1").content == data


def test_gc_frees_what_was_deleted(world, registry):
    kept = registry.push_image("interop/kept", "v1", [b"kept layer"])
    gone = registry.push_image("interop/gone", "v1", [LAYER])
    assert world.server.blob_files(digest_of(LAYER))
    registry.manifest("interop/gone", digest_of(gone), "DELETE")
    world.server.cli.gc(*NO_GRACE)
    assert not world.server.blob_files(digest_of(LAYER))
    assert registry.manifest("interop/kept", "v1").content == kept
    assert_image_complete(registry, "interop/kept", "v1")
    world.server.cli.verify()


def test_dry_run_removes_nothing(world, registry):
    gone = registry.push_image("interop/gone", "v1", [LAYER])
    registry.manifest("interop/gone", digest_of(gone), "DELETE")
    before = sorted(world.server.blob_files())
    said = world.server.cli.gc("--dry-run", *NO_GRACE)
    assert sorted(world.server.blob_files()) == before
    assert said["is_dry_run"] and said["removed_blobs"] == 2, "the layer and the configuration"


def test_grace_period(world, registry):
    """An uploaded blob whose manifest is still to come is left alone."""
    digest = registry.push_blob("interop/a", LAYER)
    world.server.cli.gc()
    assert registry.blob("interop/a", digest).content == LAYER
    world.server.cli.gc(*NO_GRACE)
    assert registry.blob("interop/a", digest, "HEAD").status_code == 404
    assert not world.server.blob_files(digest)


def test_shared_blob_stays_while_one_needs_it(world, registry):
    one = registry.push_image("interop/one", "v1", [LAYER])
    registry.push_image("interop/two", "v1", [LAYER, b"more"])
    registry.manifest("interop/one", digest_of(one), "DELETE")
    world.server.cli.gc(*NO_GRACE)
    assert_image_complete(registry, "interop/two", "v1")


def test_index_keeps_its_children(world, registry):
    child = registry.push_image("interop/a", "child", [LAYER])
    index = image_index([descriptor(child, OCI_MANIFEST)])
    registry.put_manifest("interop/a", "index", index)
    registry.manifest("interop/a", "child", "DELETE")
    world.server.cli.gc(*NO_GRACE)
    assert_image_complete(registry, "interop/a", "index")


def test_young_objects_that_no_row_names_are_left_alone(world, registry):
    """An upload that is about to commit looks like this, so the grace period does not shorten their time."""
    registry.push_image("interop/a", "v1", [LAYER])
    (stored,) = world.server.blob_files(digest_of(LAYER))
    name = digest_of(b"young").split(":")[1]
    young = stored.parent.parent / name[:2] / f"{name}.{'0' * 16}"
    young.parent.mkdir(mode=0o700, exist_ok=True)
    young.write_bytes(b"young")
    world.server.cli.gc(*NO_GRACE)
    assert young.exists() and stored.exists()


def test_pushed_again_after_collecting(world, registry):
    for _ in range(3):
        data = registry.push_image("interop/again", "v1", [LAYER])
        assert_image_complete(registry, "interop/again", "v1")
        registry.manifest("interop/again", digest_of(data), "DELETE")
        world.server.cli.gc(*NO_GRACE)


def test_pushing_beside_the_collector(world, registry):
    """The same layers are pushed and deleted while the collector runs without grace: no acknowledged image is broken.

    A push may be told that a blob has gone; the client's retry then works.
    """
    layers = [secrets.token_bytes(2000) for _ in range(3)]

    def push(number: int) -> str:
        """Pushes an image, again if the collector was faster; every second one is deleted at once."""
        repository = f"interop/busy{number % 4}"
        for _ in range(100):
            try:
                data = registry.push_image(repository, f"v{number}", layers, annotations={"n": str(number)})
                break
            except AssertionError as refusal:
                assert "404" in str(refusal)
        else:
            raise AssertionError("a hundred retries were not enough")
        if number % 2:
            registry.manifest(repository, digest_of(data), "DELETE")
            return ""
        return f"{repository}:v{number}"

    with ThreadPoolExecutor(4) as pool:
        pushes = pool.map(push, range(60))
        for _ in range(8):
            world.server.cli.gc(*NO_GRACE)
        acknowledged = [name for name in pushes if name]
    world.server.cli.verify()
    for name in acknowledged:
        assert_image_complete(registry, *name.split(":"))
