"""podman and buildah: signing in, pushing, pulling, building on a base from the registry, manifest lists."""

import secrets
import shutil
import tempfile
from pathlib import Path

import pytest
from harness.commands import refuse, run
from harness.images import Layout, docker_archive, tar_of
from harness.layouts import assert_image_complete

pytestmark = [pytest.mark.haven_only, pytest.mark.privileged]
INSECURE = "--tls-verify=false"


class ContainerTools:
    """podman and buildah with a storage of their own, signed in as one user.

    podman wants the path of its run directory to be at most 50 characters long.
    """

    def __init__(self, world, directory, user=None):
        self.host = world.server.host
        self.directory = directory
        (directory / "auth.json").write_text("{}")
        self.environment = {"REGISTRY_AUTH_FILE": str(directory / "auth.json")}
        storage = [f"--root={directory}/root", f"--runroot={directory}/runroot", "--storage-driver=vfs"]
        self.podman_command = [
            "podman",
            *storage,
            "--cgroup-manager=cgroupfs",
            "--events-backend=file",
            "--runtime=runc",
        ]
        self.buildah_command = ["buildah", *storage]
        if user:
            self.log_in(*world.credentials(user))

    def podman(self, *words, runner=run, **options):
        """Runs podman."""
        return runner(*self.podman_command, *words, environment=self.environment, **options)

    def buildah(self, *words, runner=run, **options):
        """Runs buildah."""
        return runner(*self.buildah_command, *words, environment=self.environment, **options)

    def log_in(self, name, password, runner=run):
        """Signs in; the password goes in on standard input."""
        return self.podman("login", INSECURE, "-u", name, "--password-stdin", self.host, stdin=password, runner=runner)


@pytest.fixture
def tools(world):
    """Makes the tools for a user; their storage is removed at the end."""
    made = []

    def make(user=None):
        made.append(Path(tempfile.mkdtemp(prefix="haven-")))
        return ContainerTools(world, made[-1], user)

    yield make
    for directory in made:
        shutil.rmtree(directory, ignore_errors=True)


def load(tools, layout, tag, name):
    """Puts an image of a layout into a storage under the name it will be pushed with."""
    tools.podman("load", "-q", "-i", docker_archive(layout, tag, name, tools.directory))


@pytest.mark.program("podman", "runc")
def test_podman_push_and_pull(registry, tools, small_layout, repository):
    developer, guest = tools("developer"), tools("guest")
    image = f"{developer.host}/{repository}:pod"
    load(developer, small_layout, "small", image)
    developer.podman("push", "-q", INSECURE, image)
    assert_image_complete(registry, repository, "pod")
    guest.podman("pull", "-q", INSECURE, image)
    layers = [each.podman("inspect", "--format={{.RootFS.Layers}}", image).stdout for each in (developer, guest)]
    assert layers[0] == layers[1] != ""


@pytest.mark.program("podman", "runc")
def test_podman_zstd(registry, tools, repository):
    """Layers compressed with zstd keep their media type. They are new: podman remembers where it has pushed others."""
    developer = tools("developer")
    image = f"{developer.host}/{repository}:zstd"
    layout = Layout(developer.directory / "layout")
    layout.add_image([tar_of({"file": secrets.token_bytes(100_000)})], tag="zstd")
    load(developer, layout.directory, "zstd", image)
    developer.podman("push", "-q", INSECURE, "--format=oci", "--compression-format=zstd", image)
    assert_image_complete(registry, repository, "zstd")
    assert all("zstd" in layer["mediaType"] for layer in registry.manifest(repository, "zstd").json()["layers"])
    tools("guest").podman("pull", "-q", INSECURE, image)


@pytest.mark.program("podman", "runc")
def test_podman_rights(tools, small_layout, repository):
    developer, guest, outsider = tools("developer"), tools("guest"), tools("outsider")
    image = f"{developer.host}/{repository}:pod"
    for each in (developer, guest):
        load(each, small_layout, "small", image)
    developer.podman("push", "-q", INSECURE, image)
    assert "unauthorized" in guest.podman("push", "-q", INSECURE, image, runner=refuse).lower()
    assert "unauthorized" in outsider.podman("pull", "-q", INSECURE, image, runner=refuse).lower()
    assert "unauthorized" in tools().podman("pull", "-q", INSECURE, image, runner=refuse).lower()
    assert "invalid username/password" in tools().log_in("nobody-podman", "wrong", runner=refuse)


@pytest.mark.program("buildah", "podman")
def test_buildah_commits_into_the_registry(registry, tools, small_layout, repository):
    """A container from a pulled base, changed, committed straight to the registry."""
    developer = tools("developer")
    base = f"{developer.host}/{repository}:base"
    load(developer, small_layout, "small", base)
    developer.podman("push", "-q", INSECURE, base)
    developer.podman("rmi", "-f", base)
    container = developer.buildah("from", INSECURE, base).stdout.strip()
    developer.buildah("config", "--label", "interop=yes", "--workingdir", "/app", container)
    target = f"docker://{developer.host}/{repository}:built"
    developer.buildah("commit", "-q", INSECURE, "--format=oci", container, target)
    assert_image_complete(registry, repository, "built")


@pytest.mark.program("buildah", "podman")
def test_buildah_manifest_list(registry, tools, small_layout, repository):
    developer = tools("developer")
    image = f"{developer.host}/{repository}:one"
    load(developer, small_layout, "small", image)
    developer.podman("push", "-q", INSECURE, image)
    name = f"list-{secrets.token_hex(3)}"
    developer.buildah("manifest", "create", name)
    developer.buildah("manifest", "add", INSECURE, name, f"docker://{image}")
    developer.buildah("manifest", "push", "--all", INSECURE, name, f"docker://{developer.host}/{repository}:list")
    assert len(assert_image_complete(registry, repository, "list")) == 2


@pytest.mark.program("buildah")
def test_buildah_log_in(world, tools):
    nobody = tools()
    name, password = world.credentials("guest")
    nobody.buildah("login", INSECURE, "-u", name, "--password-stdin", nobody.host, stdin=password)
    words = ("login", INSECURE, "-u", "nobody-buildah", "--password-stdin", nobody.host)
    assert "invalid username/password" in nobody.buildah(*words, stdin="wrong", runner=refuse)


@pytest.mark.slow
@pytest.mark.program("podman", "runc", "debootstrap", "umoci")
def test_podman_runs_a_pulled_debian(tools, debian_layout, repository):
    developer, guest = tools("developer"), tools("guest")
    image = f"{developer.host}/{repository}:debian"
    load(developer, debian_layout, "app", image)
    developer.podman("push", "-q", INSECURE, image)
    limits = ("--ulimit=nofile=1024:1024", "--ulimit=nproc=10000:10000")
    guest.podman("pull", "-q", INSECURE, image)
    words = ("run", "--rm", *limits, "--network=none", "--pull=never", image, "cat", "/etc/debian_version")
    assert guest.podman(*words).stdout.startswith("12")
