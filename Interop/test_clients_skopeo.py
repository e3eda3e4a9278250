"""skopeo: signing in, copying images and indexes, listing, inspecting, deleting."""

import json

import pytest
from harness.commands import refuse, run
from harness.images import manifest_bytes
from harness.layouts import assert_image_complete
from harness.registry import digest_of

pytestmark = [pytest.mark.haven_only, pytest.mark.program("skopeo")]


# Without this skopeo sends a layer that it knows the registry to have instead of the same one in another compression.
EXACTLY = "--preserve-digests"


class Skopeo:
    """skopeo signed in as one user, or as nobody."""

    def __init__(self, world, directory, user=None):
        self.host = world.server.host
        self.authfile = directory / f"{user or 'anonymous'}.json"
        self.authfile.write_text("{}")
        if user:
            name, password = world.credentials(user)
            command = ("login", "--tls-verify=false", f"--authfile={self.authfile}", "-u", name, "--password-stdin")
            run("skopeo", *command, self.host, stdin=password)

    def arguments(self, *words):
        """Makes a command line; skopeo's subcommand comes first, its options behind it."""
        return ("skopeo", "--insecure-policy", words[0], f"--authfile={self.authfile}", *words[1:])

    def push(self, source, image, *more, runner=run):
        """Copies from a layout to the registry."""
        target = f"docker://{self.host}/{image}"
        return runner(*self.arguments("copy", "--dest-tls-verify=false", *more, f"oci:{source}", target))

    def pull(self, image, target, *more, runner=run):
        """Copies from the registry into a layout."""
        source = f"docker://{self.host}/{image}"
        return runner(*self.arguments("copy", "--src-tls-verify=false", *more, source, f"oci:{target}"))

    def __call__(self, command, *words, runner=run):
        """Runs a subcommand that takes --tls-verify."""
        return runner(*self.arguments(command, "--tls-verify=false", *words))


@pytest.fixture
def skopeo(world, tmp_path):
    """Makes skopeo for a user."""
    return lambda user=None: Skopeo(world, tmp_path, user)


def test_push_and_pull(registry, skopeo, small_layout, repository, tmp_path):
    image = f"{repository}:small"
    skopeo("developer").push(f"{small_layout}:small", image, EXACTLY)
    assert_image_complete(registry, repository, "small")
    skopeo("guest").pull(image, f"{tmp_path}/pulled:small", EXACTLY)
    assert manifest_bytes(tmp_path / "pulled", "small") == manifest_bytes(small_layout, "small")


def test_index_of_two_architectures(registry, skopeo, small_layout, repository, tmp_path):
    skopeo("developer").push(f"{small_layout}:multi", f"{repository}:multi", "--all", EXACTLY)
    assert len(assert_image_complete(registry, repository, "multi")) == 3
    skopeo("guest").pull(f"{repository}:multi", f"{tmp_path}/pulled:multi", "--all", EXACTLY)
    assert manifest_bytes(tmp_path / "pulled", "multi") == manifest_bytes(small_layout, "multi")


def test_copy_inside_the_registry_mounts(world, registry, skopeo, small_layout, repository, other_repository):
    """Blobs that the user can read elsewhere are mounted, not uploaded again."""
    client = skopeo("developer")
    client.push(f"{small_layout}:small", f"{repository}:small")
    source, target = (f"docker://{world.server.host}/{name}:small" for name in (repository, other_repository))
    run(*client.arguments("copy", "--src-tls-verify=false", "--dest-tls-verify=false", source, target))
    assert_image_complete(registry, other_repository, "small")


def test_docker_schema_2(registry, skopeo, small_layout, repository, tmp_path):
    skopeo("developer").push(f"{small_layout}:small", f"{repository}:v2", "--format=v2s2")
    assert "docker.distribution.manifest.v2" in registry.manifest(repository, "v2").headers["Content-Type"]
    skopeo("guest").pull(f"{repository}:v2", f"{tmp_path}/pulled:v2")


def test_list_inspect_delete(world, skopeo, small_layout, repository):
    skopeo("developer").push(f"{small_layout}:small", f"{repository}:small", EXACTLY)
    name = f"docker://{world.server.host}/{repository}"
    assert json.loads(skopeo("guest")("list-tags", name).stdout)["Tags"] == ["small"]
    inspected = json.loads(skopeo("guest")("inspect", f"{name}:small").stdout)
    assert inspected["Digest"] == digest_of(manifest_bytes(small_layout, "small"))
    assert "unauthorized" in skopeo("developer")("delete", f"{name}:small", runner=refuse).lower()
    skopeo("maintainer")("delete", f"{name}:small")
    assert "manifest unknown" in skopeo("guest")("inspect", f"{name}:small", runner=refuse).lower()


def test_rights(world, skopeo, small_layout, repository, tmp_path):
    """A guest cannot push, an outsider cannot pull, nobody signs in with a wrong password."""
    image, small = f"{repository}:small", f"{small_layout}:small"
    skopeo("developer").push(small, image)
    assert "unauthorized" in skopeo("guest").push(small, image, runner=refuse).lower()
    for user in ("outsider", None):
        assert "unauthorized" in skopeo(user).pull(image, f"{tmp_path}/no:small", runner=refuse).lower()
    words = ("login", "--tls-verify=false", f"--authfile={tmp_path}/no.json", "-u", "nobody-skopeo", "-p", "wrong")
    assert "invalid username/password" in refuse("skopeo", *words, world.server.host)


def test_public_image_without_signing_in(world, skopeo, small_layout, repository, tmp_path):
    image = f"{world.public}/{repository.split('/')[1]}:small"
    skopeo("developer").push(f"{small_layout}:small", image)
    skopeo().pull(image, f"{tmp_path}/pulled:small")
    skopeo("outsider").pull(image, f"{tmp_path}/pulled2:small")
    assert "unauthorized" in skopeo().push(f"{small_layout}:small", image, runner=refuse).lower()


@pytest.mark.slow
@pytest.mark.privileged
@pytest.mark.program("debootstrap", "umoci")
def test_debian(registry, skopeo, debian_layout, repository, tmp_path):
    """A real Debian of three layers, there and back with every byte."""
    skopeo("developer").push(f"{debian_layout}:app", f"{repository}:debian", EXACTLY)
    assert_image_complete(registry, repository, "debian")
    skopeo("guest").pull(f"{repository}:debian", f"{tmp_path}/pulled:app", EXACTLY)
    assert manifest_bytes(tmp_path / "pulled", "app") == manifest_bytes(debian_layout, "app")
    run("umoci", "unpack", "--image", f"{tmp_path}/pulled:app", tmp_path / "bundle")
    assert (tmp_path / "bundle/rootfs/etc/debian_version").read_text().startswith("12")
    assert (tmp_path / "bundle/rootfs/app/blob.bin").stat().st_size == 5_000_000
